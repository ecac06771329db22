import type { Annotation, Article, Project } from '../project/model';
import { compareAnnotations } from '../project/order';
import type { Format, Parsed, Reading } from './format';

/** Both ways of reading a format, from the one that reads bit by bit. */
export function inPieces(read: NonNullable<Format['read']>): {
  readonly read: typeof read;
  readonly parse: NonNullable<Format['parse']>;
} {
  return { read, parse: (...asked) => wholeOf(read(...asked)) };
}

/** All that is read, put together. */
export function wholeOf(reading: Reading): Parsed {
  const articles = new Map<string, Article>();
  const annotations = new Map<string, readonly Annotation[]>();
  const add = (read: Pick<Project, 'articles' | 'annotations'>) => {
    for (const [id, article] of read.articles) articles.set(id, article);
    for (const [id, list] of read.annotations) {
      const before = annotations.get(id);
      annotations.set(id, before ? [...before, ...list].sort(compareAnnotations) : list);
    }
  };
  for (;;) {
    const next = reading.next();
    if (!next.done) add(next.value);
    else {
      const { project, warnings } = next.value;
      add(project);
      return { project: { ...project, articles, annotations }, warnings };
    }
  }
}
