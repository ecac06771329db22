import type { Annotation, Article } from '../../project/model';
import { contextOf } from '../../text/context';
import { UNKNOWN_TIME } from './foreign-article';
import type { Piece } from './piece';

/** An annotation of what another tool marked; its roles are still to come. */
export function newAnnotation(
  id: string,
  article: Article,
  { label, spans, values, note, at = UNKNOWN_TIME }: Piece,
  annotatorId: string,
  codebookVersion: string,
): Annotation {
  return {
    id,
    articleId: article.id,
    annotatorId,
    layer: label,
    spans,
    ...contextOf(article.text, spans),
    attributes: Object.fromEntries(values.map(({ name, value }) => [name, value])),
    roles: {},
    note,
    certainty: 'certain',
    status: 'draft',
    codebookVersion,
    createdAt: at,
    updatedAt: at,
  };
}
