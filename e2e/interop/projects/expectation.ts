import type { Annotation, Project, Target } from '../../../src/core/project/model';
import type { Span } from '../../../src/core/text/span';

/**
 * What a project holds, as plain JSON for readers that share no code with us. Offsets are code points, counted
 * here by JavaScript's own iteration of strings and by nothing of the program.
 */
export function expectationOf(name: string, project: Project): object {
  const articles = [...project.articles.values()].sort((a, b) => a.order - b.order);
  const text = (id: string) => project.articles.get(id)!.text;
  return {
    name,
    articles: articles.map(({ id, title, language, text, sha256 }) => ({
      id,
      title,
      language,
      text,
      sha256,
    })),
    annotations: [...project.annotations.values()]
      .flat()
      .map((each) => annotationOf(each, text(each.articleId))),
    layers: project.codebook.layers.map(({ id, label }) => ({ id, label })),
    speakers: [...project.speakers.values()].map(({ id, name: called }) => ({ id, name: called })),
    claims: [...project.claims.values()].map(({ id, wording }) => ({ id, wording })),
  };
}

function annotationOf(annotation: Annotation, text: string): object {
  const { id, articleId: article, layer, certainty, status, note, attributes, spans, roles } = annotation;
  const target = (to: Target) => ('spans' in to ? { spans: to.spans.map((span) => place(span, text)) } : to);
  return {
    id,
    article,
    layer,
    certainty,
    status,
    note,
    attributes,
    spans: spans.map((span) => place(span, text)),
    roles: Object.fromEntries(Object.entries(roles).map(([role, list]) => [role, list.map(target)])),
  };
}

function place({ start, end }: Span, text: string): object {
  const points = (to: number) => Array.from(text.slice(0, to)).length;
  return { start: points(start), end: points(end), quote: text.slice(start, end) };
}
