import type { Project } from '../project/model';
import type { Scope } from '../project/scope';
import type { Format, FormatFile, Progress, Serialized, Writing } from './format';

/** Both ways of writing a format, from the one that writes bit by bit. */
export function streamed(write: NonNullable<Format['write']>): Pick<Format, 'serialize' | 'write'> {
  return { write, serialize: (...asked) => gathered(write(...asked)) };
}

/** What a format writes, in pieces; where it knows only whole files, each is one. */
export function* writingOf(format: Format, project: Project, scope?: Scope, progress?: Progress): Writing {
  if (format.write) return yield* format.write(project, scope, progress);
  const { files, loss } = format.serialize(project, scope, progress);
  yield* files;
  return loss;
}

/** The pieces put together. */
export function gathered(writing: Writing): Serialized {
  const files = new Map<string, FormatFile[]>();
  for (;;) {
    const next = writing.next();
    if (next.done)
      return { files: [...files].map(([path, pieces]) => joined(path, pieces)), loss: next.value };
    const pieces = files.get(next.value.path);
    if (pieces) pieces.push(next.value);
    else files.set(next.value.path, [next.value]);
  }
}

function joined(path: string, pieces: readonly FormatFile[]): FormatFile {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  if (!pieces.some(({ bytes }) => bytes)) return { path, data: pieces.map(({ data }) => data).join('') };
  const encoder = new TextEncoder();
  const parts = pieces.map(({ data, bytes }) => bytes ?? encoder.encode(data));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return { path, data: '', bytes: whole };
}
