import { create } from 'zustand';
import type { FileSeen, ReadingWay } from '../../core/import/file-seen';
import { sameWay, withRemembered } from '../../core/import/file-seen';
import { compilePattern } from '../../core/import/split/rule';
import type { StagedSource } from '../../shared/api';
import { sentence, setSettings, state } from '../store';
import { duplicateMarks } from './import-marks';
import { received } from './import-received';
import { choose, itemOf, itemsOf, setPreview, sourcesOf, usePreview } from './import-store';
import { edited } from './import-undoable';

/** Another way of reading a file that is being tried out; nothing is read so before it is taken. */
export interface Trial {
  readonly source: string;
  readonly fileName: string | null;
  readonly way: ReadingWay;
  /** Absent: as it was found. */
  readonly encoding?: string;
  /** What was seen last, perhaps of a way before this one. */
  readonly seen: FileSeen;
  /** Is it being looked at? */
  readonly busy: boolean;
  /** Why it cannot be read so. */
  readonly failure: string | null;
  /** Is the file being read so for good? */
  readonly taking: boolean;
}

/** The file that is being tried out, if one is; kept while articles are looked at in between. */
export const useTrial = create<{ readonly trial: Trial | null }>(() => ({ trial: null }));

const now = () => useTrial.getState().trial;
const set = (changes: Partial<Trial>) =>
  useTrial.setState(({ trial }) => ({ trial: trial && { ...trial, ...changes } }));

/** Between two keys of someone who types a pattern (ms). */
const PATIENCE = 250;
let timer: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

/** Tries another way of reading a file. Soon after the last of several it is looked at. */
export function tryWay(source: StagedSource, way: ReadingWay, encoding?: string): void {
  const before = now();
  const going = before?.source === source.source ? before : null;
  const chosen = encoding ?? going?.encoding;
  const asBefore = chosen === undefined || chosen === source.seen.encoding;
  if (asBefore && sameWay(way, source.seen.way)) {
    dropTrial();
    return;
  }
  const wrong = way.kind === 'parts' ? compilePattern(way.rule.pattern) : null;
  const failure = typeof wrong === 'string' ? `The pattern is not complete: ${wrong}.` : null;
  useTrial.setState({
    trial: {
      source: source.source,
      fileName: source.fileName,
      way,
      ...(chosen === undefined ? {} : { encoding: chosen }),
      seen: going?.seen ?? source.seen,
      busy: failure === null,
      failure,
      taking: false,
    },
  });
  clearTimeout(timer);
  asked++;
  if (failure !== null) return;
  timer = setTimeout(() => void look(), PATIENCE);
}

async function look(): Promise<void> {
  const trial = now();
  if (!trial) return;
  const number = ++asked;
  const { source, way, encoding } = trial;
  const answer = await window.desktop
    .lookAtSource({ source, way, ...(encoding === undefined ? {} : { encoding }) })
    .catch((error: unknown) => ({ ok: false as const, message: sentence(error) }));
  if (number !== asked || now()?.source !== source) return;
  if (answer.ok) set({ seen: answer.value, busy: false, failure: null });
  else set({ busy: false, failure: answer.message });
}

/** Lets the file be as it was read before. */
export function dropTrial(): void {
  clearTimeout(timer);
  asked++;
  useTrial.setState({ trial: null });
}

/** Reads the file in the way that was tried, in place of how it was read before, and remembers the way. */
export async function takeTrial(): Promise<void> {
  const trial = now();
  if (!trial || trial.busy || trial.taking || trial.failure !== null) return;
  const { source, way, encoding } = trial;
  set({ taking: true });
  const result = await window.desktop
    .readSource({ source, way, ...(encoding === undefined ? {} : { encoding }) })
    .then(async (read) => (read.ok ? { ...read, value: await received(read.value) } : read))
    .catch((error: unknown) => ({ ok: false as const, message: sentence(error) }));
  if (now()?.source !== source || !now()?.taking) {
    // It was stopped meanwhile.
    if (result.ok) void window.desktop.discardStages(result.value.articles.map(({ stage }) => stage));
    return;
  }
  const read = result.ok ? result.value.sources[0] : undefined;
  if (!result.ok || !read) {
    const said = result.ok ? result.value.problems[0]?.message : result.message;
    return set({ taking: false, failure: said ?? 'This file could not be read so.' });
  }
  replace(read, result.value.articles.map(itemOf));
  const reading = state().settings.reading ?? { columns: [], splits: [] };
  const names = (read.seen.columns ?? []).map(({ name }) => name);
  setSettings({ reading: withRemembered(reading, way, names) });
  dropTrial();
}

/** Stops reading a file in another way; it stays as it was. */
export function stopTaking(): void {
  set({ taking: false });
  void window.desktop.cancelImport();
}

/** Puts the articles of a file in the place of those it had; what the project has already is not picked. */
function replace(read: StagedSource, fresh: readonly ReturnType<typeof itemOf>[]): void {
  setPreview((before) => {
    const items = itemsOf(before);
    const old = new Set(items.filter(({ source }) => source === read.source).map(({ stage }) => stage));
    const at = items.findIndex(({ stage }) => old.has(stage));
    const others = items.filter(({ stage }) => !old.has(stage));
    const next = others.toSpliced(at < 0 ? others.length : at, 0, ...fresh);
    const marks = duplicateMarks(next, state().project?.articles);
    const wanted = fresh.filter(({ stage }) => !marks.has(stage)).map(({ stage }) => stage);
    const sources = sourcesOf(before);
    const known = sources.some(({ source }) => source === read.source);
    return {
      work: edited(before.work, `read ${fresh[0]?.stage}`, {
        items: next,
        sources: known ? sources.map((one) => (one.source === read.source ? read : one)) : [...sources, read],
      }),
      staged: [...before.staged, ...fresh.map(({ stage }) => stage)],
      picked: new Set([...before.picked, ...wanted]),
      current: read.source,
    };
  });
}

/** Shows the page of a file that was read as one article, to be cut into several. */
export async function openFile(source: string, fileName: string | null): Promise<string | null> {
  const known = sourcesOf(usePreview.getState()).some((one) => one.source === source);
  if (!known) {
    const answer = await window.desktop
      .lookAtSource({ source, way: { kind: 'one' } })
      .catch((error: unknown) => ({ ok: false as const, message: sentence(error) }));
    if (!answer.ok) return answer.message;
    setPreview(({ work }) => {
      const add = (of: typeof work.now) => ({
        ...of,
        sources: [...of.sources, { source, fileName, seen: answer.value }],
      });
      return { work: { ...work, now: add(work.now), past: work.past.map(add) } };
    });
  }
  choose(source);
  return null;
}

// What is being tried belongs to what is in the preview.
usePreview.subscribe((preview) => {
  const trial = now();
  if (trial && !sourcesOf(preview).some(({ source }) => source === trial.source)) dropTrial();
});
