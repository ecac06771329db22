import { layerOf, valueLabel } from '../project/codebook';
import type { Annotation, Article, Project } from '../project/model';
import { annotationsOf, articlesInOrder } from '../project/query';
import { contextOf } from '../text/context';
import type { Offsets } from '../text/offsets';
import { offsetsOf } from '../text/offsets';
import type { Span } from '../text/span';
import { fileNameOf } from './file-name';
import type { Format, FormatFile } from './format';
import type { LossCounter } from './loss';
import { addDangling, addSurroundings, countLosses } from './loss';
import { ownTargets } from './targets';

/**
 * W3C Web Annotation Data Model (Recommendation of 23 February 2017) as JSON-LD: one AnnotationPage, and the
 * text of every article beside it, which is what the annotations are about. Each passage has both a
 * TextQuoteSelector and a TextPositionSelector; positions are Unicode code points, as the model says (some
 * tools write UTF-16). Several passages are several targets; links are annotations of their own.
 */
export const WEB_ANNOTATION: Format = {
  id: 'web-annotation',
  label: 'W3C Web Annotation',
  hint: 'JSON-LD with the texts',
  extensions: ['jsonld'],
  unit: 'codepoint',
  fidelity: 'lossy',
  serialize(project, progress) {
    const losses = countLosses();
    const articles = articlesInOrder(project);
    const items = articles.flatMap((article, index) => {
      progress?.(index, articles.length);
      const list = annotationsOf(project, article.id);
      if (list.length === 0) return [];
      const offsets = offsetsOf(article.text, 'codepoint');
      countSplitClusters(losses, article, list);
      return list.flatMap((annotation) => [
        item(project, article, annotation, offsets),
        ...links(article, annotation, offsets),
      ]);
    });
    progress?.(articles.length, articles.length);
    const page = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${iri(project.info.id)}:page`,
      type: 'AnnotationPage',
      items,
    };
    addLosses(losses, project, articles);
    const texts = articles.map((article): FormatFile => ({ path: textPath(article.id), data: article.text }));
    const path = `${fileNameOf(project.info.name)}.jsonld`;
    return {
      files: [{ path, data: `${JSON.stringify(page, null, 1)}\n` }, ...texts],
      loss: losses.report('codepoint'),
    };
  },
};

const iri = (id: string) => `urn:marginalia:${id}`;
const textPath = (articleId: string) => `texts/${articleId}.txt`;

function item(project: Project, article: Article, annotation: Annotation, offsets: Offsets) {
  const layer = layerOf(project.codebook, annotation.layer);
  const text = (purpose: string, value: string) => ({
    type: 'TextualBody',
    format: 'text/plain',
    purpose,
    value,
  });
  const body = [
    text('tagging', layer?.label ?? annotation.layer),
    ...Object.entries(annotation.attributes).map(([id, value]) => {
      const attribute = layer?.attributes.find((next) => next.id === id);
      return text(
        'classifying',
        `${attribute?.label ?? id}: ${attribute ? valueLabel(attribute, value) : String(value)}`,
      );
    }),
    ...ownTargets(project, annotation, offsets)
      .filter(({ kind }) => kind === 'speaker' || kind === 'claim' || kind === 'author')
      .map(({ role, label }) => text('identifying', `${role}: ${label}`)),
    ...(annotation.note === '' ? [] : [text('commenting', annotation.note)]),
  ];
  return {
    id: iri(annotation.id),
    type: 'Annotation',
    motivation: 'tagging',
    creator: {
      type: 'Person',
      name: project.annotators.get(annotation.annotatorId)?.name ?? annotation.annotatorId,
    },
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    body,
    target: one<object>(
      annotation.spans.length === 0
        ? [source(article)]
        : annotation.spans.map((span) => specific(article, span, offsets)),
    ),
  };
}

/** Roles that point at passages or annotations: `body` is what is pointed at, `target` what points. */
function links(article: Article, annotation: Annotation, offsets: Offsets) {
  return Object.entries(annotation.roles).flatMap(([role, targets]) =>
    targets.flatMap((target, index) => {
      if (!('spans' in target) && !('annotation' in target)) return [];
      const pointed =
        'annotation' in target
          ? [{ id: iri(target.annotation), type: 'Annotation' }]
          : target.spans.map((span) => specific(article, span, offsets));
      return [
        {
          id: `${iri(annotation.id)}:${encodeURIComponent(role)}:${index}`,
          type: 'Annotation',
          motivation: 'linking',
          body: [{ type: 'TextualBody', purpose: 'tagging', value: role }, ...pointed],
          target: iri(annotation.id),
        },
      ];
    }),
  );
}

function source(article: Article) {
  return { id: textPath(article.id), type: 'Text', format: 'text/plain', language: article.language };
}

function specific(article: Article, span: Span, offsets: Offsets) {
  const { quote, prefix, suffix } = contextOf(article.text, [span]);
  return {
    type: 'SpecificResource',
    source: source(article),
    // Where the article was published; the offsets count the text file, not that page.
    ...(article.url ? { scope: article.url } : {}),
    selector: [
      { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
      {
        type: 'TextPositionSelector',
        start: offsets.fromUtf16(span.start),
        end: offsets.fromUtf16(span.end),
      },
    ],
  };
}

const one = <Value>(list: readonly Value[]) => (list.length === 1 ? list[0] : list);

function addLosses(losses: LossCounter, project: Project, articles: readonly Article[]): void {
  losses.add('blocks', 'article’s division into blocks', 'articles’ division into blocks', articles.length);
  losses.add(
    'metadata',
    'article’s title, outlet, author and date',
    'articles’ titles, outlets, authors and dates',
    articles.length,
  );
  for (const { id } of articles) {
    for (const annotation of annotationsOf(project, id)) {
      if (annotation.certainty !== 'certain') losses.add('certainty', 'mark of doubt', 'marks of doubt');
      if (annotation.status !== 'draft') losses.add('status', 'mark as final', 'marks as final');
    }
  }
  addSurroundings(losses, project);
  addDangling(losses, project);
}

/** The model forbids selections that cut a grapheme cluster; ours are written as they are, and counted. */
function countSplitClusters(losses: LossCounter, article: Article, list: readonly Annotation[]): void {
  const clusters = offsetsOf(article.text, 'grapheme');
  for (const { start, end } of list.flatMap(({ spans }) => spans)) {
    try {
      clusters.fromUtf16(start);
      clusters.fromUtf16(end);
    } catch {
      losses.add(
        'split-cluster',
        'passage that cuts a character cluster (kept as it is)',
        'passages that cut a character cluster (kept as they are)',
      );
    }
  }
}
