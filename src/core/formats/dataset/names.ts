import type { Project } from '../../project/model';

/** How speakers are called in a dataset: by their names, or consistently by numbers. */
export interface Names {
  /** The name of a speaker of the register. */
  of(speakerId: string): string;
  /** Words that stand for someone without an entry; null where names are not to be told. */
  plain(words: string): string | null;
}

/**
 * Names, or "Speaker 1", "Speaker 2" … in the order of the ids, which tells nothing. The texts of the articles
 * still hold the names: pseudonyms protect the coding, not the news.
 */
export function namesFor({ speakers }: Project, pseudonyms: boolean): Names {
  if (!pseudonyms) {
    return { of: (id) => speakers.get(id)?.name ?? '', plain: (words) => (words === '' ? null : words) };
  }
  const numbers = new Map([...speakers.keys()].sort().map((id, at) => [id, `Speaker ${at + 1}`]));
  return { of: (id) => numbers.get(id) ?? 'Speaker', plain: () => null };
}
