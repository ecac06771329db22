import { defaultAttributes, layerOf } from '../../src/core/project/codebook';
import { DEFAULT_CODEBOOK } from '../../src/core/project/default-codebook';
import { emptyProject } from '../../src/core/project/empty';
import type { Annotation, Article, Project } from '../../src/core/project/model';
import { compareAnnotations } from '../../src/core/project/order';
import { contextOf } from '../../src/core/text/context';
import type { Sample } from './sample';

const ANNOTATOR = { id: 'annotator', name: 'Me' };
const TIME = '2024-01-01T00:00:00.000Z';

/** An article of our model with a sample's text. */
export function articleOf(id: string, { text, blocks }: Sample, order = 0): Article {
  const title = text.slice(0, blocks[0]!.end);
  const origin = {
    fileName: null,
    format: 'txt',
    encoding: 'utf-8',
    lineEnds: 'lf',
    bytes: text.length,
  } as const;
  const sha256 = '0'.repeat(64);
  const facts = {
    title,
    byline: 'A Reporter',
    outlet: 'The Bench',
    publishedAt: '2024-01-01',
    language: 'en',
  };
  return {
    id,
    ...facts,
    text,
    blocks,
    sha256,
    origin: { ...origin, bytesSha256: sha256 },
    order,
    addedAt: TIME,
  };
}

/** A sample's annotations as our model keeps them, in reading order. */
export function annotationsOf(articleId: string, { text, marks }: Sample): readonly Annotation[] {
  const annotations = marks.map(({ id, start, end, layer }, index): Annotation => {
    const attributes = { ...defaultAttributes(layerOf(DEFAULT_CODEBOOK, layer)!) };
    if (layer === 'sentiment') attributes.polarity = (index % 7) - 3;
    return {
      id: `${articleId}-${id}`,
      articleId,
      annotatorId: ANNOTATOR.id,
      layer,
      spans: [{ start, end }],
      ...contextOf(text, [{ start, end }]),
      attributes,
      roles: {},
      note: '',
      certainty: 'certain',
      status: 'draft',
      codebookVersion: DEFAULT_CODEBOOK.version,
      createdAt: TIME,
      updatedAt: TIME,
    };
  });
  return annotations.sort(compareAnnotations);
}

/** A project with these articles and annotations. */
export function projectOf(
  articles: readonly Article[],
  annotations: readonly (readonly Annotation[])[],
): Project {
  const info = { id: 'bench', name: 'Bench', note: '', createdAt: TIME };
  const lists = articles.map(({ id }, index) => [id, annotations[index] ?? []] as const);
  return {
    ...emptyProject(info, ANNOTATOR),
    articles: new Map(articles.map((article) => [article.id, article])),
    annotations: new Map(lists.filter(([, list]) => list.length > 0)),
  };
}
