import type { Project } from '../../src/core/project/model';
import { annotationsOf, articleOf, projectOf } from './project';
import { makeSample } from './sample';
import { speakersOf, spoken } from './table-project';

/** Annotations of an article. */
export const EACH = 20;
const SPEAKERS = 400;

/** So many articles of about 4,000 characters with twenty annotations each; quotes and mentions name someone. */
export function exportProject(count: number): Project {
  const samples = Array.from({ length: 50 }, (_, index) => makeSample(3_500 + index * 20, EACH));
  const sampleAt = (index: number) => samples[index % samples.length]!;
  const articles = Array.from({ length: count }, (_, index) =>
    articleOf(`article-${index}`, sampleAt(index), index),
  );
  const lists = articles.map(({ id }, index) =>
    annotationsOf(id, sampleAt(index)).map((annotation, at) =>
      spoken(annotation, (index * 7 + at) % SPEAKERS, index * EACH + at),
    ),
  );
  return { ...projectOf(articles, lists), speakers: speakersOf(SPEAKERS) };
}
