import type { Project } from '../../src/core/project/model';
import { annotationsOf, articleOf, projectOf } from '../sample/project';
import { makeSample } from '../sample/sample';

/** A project of articles of about 4,000 characters with 40 annotations each. */
export function projectWith(articleCount: number): Project {
  const sample = makeSample(4_000, 40);
  const articles = Array.from({ length: articleCount }, (_, index) =>
    articleOf(`article-${index}`, sample, index),
  );
  return projectOf(
    articles,
    articles.map(({ id }) => annotationsOf(id, sample)),
  );
}

/** The whole project as one JSON value, as lowdb keeps it. */
export function asJson(project: Project) {
  return {
    info: project.info,
    codebook: project.codebook,
    articles: [...project.articles.values()],
    annotations: [...project.annotations.values()].flat(),
  };
}

/** How many articles make `megabytes` of that JSON. */
export function articlesFor(megabytes: number): number {
  const bytes = (count: number) => JSON.stringify(asJson(projectWith(count)), null, 2).length;
  const each = (bytes(11) - bytes(1)) / 10;
  return Math.max(1, Math.round((megabytes * 1_000_000) / each));
}
