import type { Annotation, Article, Target } from '../project/model';
import { contextOf } from '../text/context';
import type { Offsets } from '../text/offsets';
import type { Span } from '../text/span';
import { textsOfValue } from './attribute-values';
import { orderedEntries } from './ordered-entries';
import type { Part } from './part';
import { tagText } from './tag-text';
import { iriOf } from './web-iris';
import type { WebAnnotation, WebBody, WebPassage } from './web-model';
import { wholeCharacters } from './whole-characters';

/**
 * One annotation and its links as W3C annotations. The layer is a body that classifies, attributes are tags
 * ("kind: factual"), certainty and status assess, the note comments. Every target of a role is an annotation
 * of its own that links: its target is our annotation, its bodies the role's name and what is pointed at.
 */
export function webItems(
  part: Part,
  article: Article,
  annotation: Annotation,
  offsets: Offsets,
): readonly WebAnnotation[] {
  const { info, annotators } = part.whole;
  const iri = iriOf(info.id, 'annotation', annotation.id);
  const passages = (spans: readonly Span[]) => webPassages(info.id, article, spans, offsets);
  const targets = passages(annotation.spans);
  const base = {
    type: 'Annotation',
    creator: {
      id: iriOf(info.id, 'annotator', annotation.annotatorId),
      type: 'Person',
      name: annotators.get(annotation.annotatorId)?.name ?? '',
    },
    created: annotation.createdAt,
    modified: annotation.updatedAt,
  } as const;
  const own: WebAnnotation = {
    id: iri,
    ...base,
    motivation: 'classifying',
    body: bodiesOf(annotation),
    target:
      targets.length === 0
        ? iriOf(info.id, 'article', article.id)
        : targets.length === 1
          ? targets[0]!
          : targets,
  };
  const links = orderedEntries(annotation.roles).flatMap(([role, list], at) =>
    list.map(
      (target, index): WebAnnotation => ({
        id: `${iriOf(info.id, 'link', annotation.id)}:${at}:${index}`,
        ...base,
        motivation: 'linking',
        body: [text('tagging', role), ...linked(part, article, target, passages)],
        target: iri,
      }),
    ),
  );
  return [own, ...links];
}

function text(purpose: 'classifying' | 'tagging' | 'assessing' | 'commenting', value: string): WebBody {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' };
}

function bodiesOf(annotation: Annotation): readonly WebBody[] {
  const tags = orderedEntries(annotation.attributes).flatMap(([id, value]) =>
    textsOfValue(value).map((next) => text('tagging', tagText(id, next))),
  );
  return [
    text('classifying', annotation.layer),
    ...tags,
    text('assessing', tagText('certainty', annotation.certainty)),
    text('assessing', tagText('status', annotation.status)),
    ...(annotation.note === '' ? [] : [text('commenting', annotation.note)]),
  ];
}

function linked(
  { whole }: Part,
  article: Article,
  target: Target,
  passages: (spans: readonly Span[]) => readonly WebPassage[],
): readonly WebBody[] {
  const project = whole.info.id;
  const to = (source: string | { id: string; name?: string; label?: string }): WebBody => ({
    type: 'SpecificResource',
    purpose: 'linking',
    source,
  });
  if ('spans' in target) {
    return passages(target.spans).map((passage) => ({
      type: 'SpecificResource',
      purpose: 'linking',
      ...passage,
    }));
  }
  if ('annotation' in target) return [to(iriOf(project, 'annotation', target.annotation))];
  if ('claim' in target) {
    const label = whole.claims.get(target.claim)?.wording ?? '';
    return [to({ id: iriOf(project, 'claim', target.claim), label })];
  }
  if ('author' in target) {
    return [
      to({ id: iriOf(project, 'author', article.id), ...(article.byline ? { name: article.byline } : {}) }),
    ];
  }
  const name = whole.speakers.get(target.speaker)?.name ?? '';
  return [to({ id: iriOf(project, 'speaker', target.speaker), name })];
}

/** A passage for each span, grown to whole characters; the source is the article's IRI. */
function webPassages(
  projectId: string,
  article: Article,
  spans: readonly Span[],
  offsets: Offsets,
): readonly WebPassage[] {
  return wholeCharacters(article.text, spans).map((span) => {
    const { quote, prefix, suffix } = contextOf(article.text, [span]);
    return {
      source: iriOf(projectId, 'article', article.id),
      selector: [
        { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
        {
          type: 'TextPositionSelector',
          start: offsets.fromUtf16(span.start),
          end: offsets.fromUtf16(span.end),
        },
      ],
    };
  });
}
