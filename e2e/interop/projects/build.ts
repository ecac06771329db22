import { createHash } from 'node:crypto';
import { articleOf, claimOn, projectOf } from '../../../src/core/formats/fixtures/small-project';
import type { Annotation, Article, Project } from '../../../src/core/project/model';
import type { Span } from '../../../src/core/text/span';

type Passage = string | readonly [start: number, end: number];
type More = Partial<Omit<Annotation, 'spans'>>;

export const hash = (data: string) => createHash('sha256').update(data).digest('hex');

/** A project's name, and what is in it. */
export interface Proof {
  readonly name: string;
  readonly project: Project;
}

/** Where the words stand first in the text, in UTF-16 code units; throws when they do not. */
export function find(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in “${text}”`);
  return { start, end: start + words.length };
}

/**
 * Articles and annotations, gathered one after another. Passages are words, found where they stand first, or a
 * place in UTF-16 code units.
 */
export function builder(prefix: string) {
  const articles: Article[] = [];
  const annotations: Annotation[] = [];
  const spanOf = (text: string, passage: Passage): readonly [number, number] => {
    if (typeof passage !== 'string') return passage;
    const { start, end } = find(text, passage);
    return [start, end];
  };
  return {
    article(text: string, more: Partial<Article> = {}): Article {
      const id = `${prefix}-${articles.length + 1}`;
      const blocks = [...text.matchAll(/\S(?:[^\n]*\S)?/g)].map(({ 0: line, index }) => ({
        kind: 'paragraph' as const,
        start: index,
        end: index + line.length,
      }));
      const made = articleOf(id, text, {
        title: id,
        order: articles.length,
        sha256: hash(text),
        blocks,
        ...more,
      });
      articles.push(made);
      return made;
    },
    mark(article: Article, passages: readonly Passage[], more: More = {}): Annotation {
      const id = `${prefix}-n${annotations.length + 1}`;
      const spans = passages.map((passage) => spanOf(article.text, passage));
      const made = claimOn(article, id, spans, more);
      annotations.push(made);
      return made;
    },
    proof(name: string): Proof {
      const project = projectOf(articles, annotations);
      return { name, project: { ...project, info: { ...project.info, id: name, name } } };
    },
  };
}
