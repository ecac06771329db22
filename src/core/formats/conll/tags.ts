import type { Chunk } from './chunks';

/** The ways of writing where chunks begin and end. */
export type Scheme = 'IOB1' | 'IOB2' | 'BILUO';

/** A layer as the type of a tag: no white space. */
export function tagType(layer: string): string {
  return layer.replace(/\s+/gu, '_') || '_';
}

/**
 * The tags of the words of one sentence. IOB2: every chunk begins with B-. IOB1: only one that follows another of
 * its type at once does. BILUO: B- begins, I- goes on, L- ends, U- is alone; O everywhere is outside.
 */
export function tagsOf(words: number, chunks: readonly Chunk[], scheme: Scheme): readonly string[] {
  const tags = new Array<string>(words).fill('O');
  let before: Chunk | undefined;
  for (const chunk of chunks) {
    const type = tagType(chunk.layer);
    const touches = before !== undefined && before.last + 1 === chunk.first && tagType(before.layer) === type;
    for (let at = chunk.first; at <= chunk.last; at++) {
      tags[at] = `${prefix(scheme, at === chunk.first, at === chunk.last, touches)}-${type}`;
    }
    before = chunk;
  }
  return tags;
}

function prefix(scheme: Scheme, first: boolean, last: boolean, touches: boolean): string {
  if (scheme === 'IOB1') return first && touches ? 'B' : 'I';
  if (scheme === 'IOB2') return first ? 'B' : 'I';
  return first ? (last ? 'U' : 'B') : last ? 'L' : 'I';
}

/** What a tag says: where in a chunk it stands, by its letter, and the chunk's type; null = outside. */
export interface Tag {
  readonly prefix: string;
  readonly type: string;
}

/**
 * Reads a tag of any scheme (IOB, BILUO, IOBES), or, where a file has none with letters, a bare type. Undefined when
 * it is none.
 */
export function readTag(tag: string, bare: boolean): Tag | null | undefined {
  if (tag === 'O' || tag === '_' || tag === '-') return null;
  const [, prefix, type] = /^([BILUESM])-(\S+)$/.exec(tag) ?? [];
  if (prefix !== undefined && type !== undefined) return { prefix, type };
  return bare ? { prefix: 'I', type: tag } : undefined;
}

/** Does a chunk begin at this tag? As the scorer of the shared task has it, which understands every scheme. */
export function begins(tag: Tag, before: Tag | null): boolean {
  return (
    before === null ||
    before.type !== tag.type ||
    'BUS'.includes(tag.prefix) ||
    'LUES'.includes(before.prefix)
  );
}
