import type { Change } from '../change/change';
import { changeOf } from '../change/change';
import { defaultAttributes, layerOf } from '../project/codebook';
import type { Annotation, AttributeValue, Project, Target } from '../project/model';
import { contextOf } from '../text/context';
import type { Span } from '../text/span';
import { assertSpan, normalise } from '../text/span';

interface Args {
  readonly id: string;
  readonly articleId: string;
  readonly annotatorId: string;
  readonly layer: string;
  readonly spans: readonly Span[];
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly roles?: Readonly<Record<string, readonly Target[]>>;
  readonly at: string;
}

/**
 * Tags a passage. Spans are UTF-16 and need not be in canonical form; attributes begin with the layer's
 * defaults. Throws for an unknown article or layer, for spans outside the text, and for no span at all
 * where the layer does not speak of whole articles.
 */
export function addAnnotation(project: Project, args: Args): Change {
  return changeOf('annotations', [[null, newAnnotation(project, args)]]);
}

/** The row that addAnnotation adds, for commands that add many. Throws as it does. */
export function newAnnotation(project: Project, args: Args): Annotation {
  const article = project.articles.get(args.articleId);
  if (!article) throw new Error(`no article ${args.articleId}`);
  const layer = layerOf(project.codebook, args.layer);
  if (!layer) throw new Error(`no layer ${args.layer} in the codebook`);
  for (const span of args.spans) assertSpan(article.text, span);
  const spans = normalise(args.spans);
  if (spans.length === 0 && !layer.wholeArticle) throw new Error(`a ${layer.label} needs a passage`);
  return {
    id: args.id,
    articleId: args.articleId,
    annotatorId: args.annotatorId,
    layer: layer.id,
    spans,
    ...contextOf(article.text, spans),
    attributes: { ...defaultAttributes(layer), ...args.attributes },
    roles: args.roles ?? {},
    note: '',
    certainty: 'certain',
    status: 'draft',
    codebookVersion: project.codebook.version,
    createdAt: args.at,
    updatedAt: args.at,
  };
}
