import type { Annotation, Article, Project } from '../project/model';
import type { Scope } from '../project/scope';
import { contextOf } from '../text/context';
import { offsetsOf } from '../text/offsets';
import { countUntyped } from './attribute-values';
import { codebookFile } from './codebook-file';
import { targetsOf } from './dangling';
import { fileNameOf } from './file-name';
import type { Format, LossReport, Progress, Serialized } from './format';
import { lossReport } from './loss';
import { someOutline } from './outline';
import type { Part } from './part';
import { partOf } from './part';
import { partLosses } from './part-losses';
import { webItems } from './web-annotation-items';
import { readWebAnnotations } from './web-annotation-read';
import { iriOf } from './web-iris';
import type { WebCollection } from './web-model';
import { wholeCharacters } from './whole-characters';

/**
 * W3C Web Annotation Data Model (2017) as JSON-LD: a collection with one page. Every passage is selected
 * twice, by position in Unicode code points and by quote; the model has no place for the texts themselves, so
 * each is written beside it as `texts/<article id>.txt`, exactly the string that the positions count.
 */
export const webAnnotation: Format = {
  id: 'web-annotation',
  label: 'W3C Web Annotation',
  hint: 'JSON-LD for other annotation tools, with the texts beside it',
  extensions: ['jsonld'],
  unit: 'codepoint',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  serialize,
  recognises: (files) =>
    someOutline(
      files,
      /\.jsonld$/i,
      ({ keys }) =>
        /anno|Annotation/.test(`${keys.get('@context')} ${keys.get('type')}`) ||
        // Whatever shape linked data has, its names are in it; a page comes before what is on it.
        [...keys].some((entry) => /\/ns\/(?:oa|activitystreams)#/.test(entry.join(' '))),
    ),
  parse: readWebAnnotations,
};

function losses(part: Part): LossReport {
  const { whole, articles, annotations } = part;
  const counts = { split: 0, stale: 0, untyped: 0, version: 0 };
  for (const article of articles) {
    for (const annotation of annotations.get(article.id) ?? []) {
      if (splitsCharacter(article, annotation)) counts.split++;
      if (isStale(article, annotation)) counts.stale++;
      if (annotation.codebookVersion !== whole.codebook.version) counts.version++;
      counts.untyped += countUntyped(whole, annotation);
    }
  }
  return lossReport('codepoint', {
    ...partLosses(part),
    'article-details': articles.length,
    'article-note': articles.filter(({ note }) => note !== undefined && note !== '').length,
    'split-character': counts.split,
    'stale-quote': counts.stale,
    'untyped-value': counts.untyped,
    'codebook-version': counts.version,
  });
}

/** Does any passage of the annotation or of its roles begin or end inside a grapheme cluster? */
function splitsCharacter({ text }: Article, annotation: Annotation): boolean {
  const all = [
    annotation.spans,
    ...[...targetsOf(annotation)].map((target) => ('spans' in target ? target.spans : [])),
  ];
  return all.some((spans) => wholeCharacters(text, spans) !== spans);
}

/** Are the stored words or their surroundings not those of the text? */
export function isStale({ text }: Article, { spans, quote, prefix, suffix }: Annotation): boolean {
  const now = contextOf(text, spans);
  return quote !== now.quote || prefix !== now.prefix || suffix !== now.suffix;
}

function serialize(project: Project, scope?: Scope, progress?: Progress): Serialized {
  const part = partOf(project, scope);
  const { info } = project;
  const items = part.articles.flatMap((article, done) => {
    progress?.(done, part.articles.length);
    const list = part.annotations.get(article.id) ?? [];
    if (list.length === 0) return [];
    const offsets = offsetsOf(article.text, 'codepoint');
    return list.flatMap((annotation) => webItems(part, article, annotation, offsets));
  });
  const collection: WebCollection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:marginalia:${info.id}`,
    type: 'AnnotationCollection',
    label: info.name,
    first: { id: iriOf(info.id, 'page', '1'), type: 'AnnotationPage', startIndex: 0, items },
    total: items.length,
  };
  const path = `${fileNameOf(info.name)}.jsonld`;
  const texts = part.articles.map(({ id, text }) => ({ path: `texts/${id}.txt`, data: text }));
  const files = [{ path, data: `${JSON.stringify(collection, null, 2)}\n` }, codebookFile(project), ...texts];
  return { files, loss: losses(part) };
}
