import { layerOf } from '../project/codebook';
import type { Annotation, Project, Target } from '../project/model';
import { allAnnotations } from '../project/query';
import { contextOf } from '../text/context';
import { anchor } from './anchor';
import type { Finding } from './finding';

/**
 * What in a project points at nothing, or does not stand where it says. Every annotation given is one that can be
 * used; those that cannot are kept beside the project and looked at by `checkRecords`.
 */
export function checkProject(project: Project): readonly Finding[] {
  const found: Finding[] = [];
  const ids = new Set([...allAnnotations(project)].map(({ id }) => id));
  const layers = new Map<string, number>();
  const annotators = new Map<string, number>();
  for (const annotation of allAnnotations(project)) {
    const { layer, annotatorId } = annotation;
    if (!layerOf(project.codebook, layer)) layers.set(layer, (layers.get(layer) ?? 0) + 1);
    if (!project.annotators.has(annotatorId))
      annotators.set(annotatorId, (annotators.get(annotatorId) ?? 0) + 1);
    found.push(...checkPlace(project, annotation), ...checkTargets(project, annotation, ids));
  }
  for (const claim of project.claims.values()) {
    for (const id of [...(claim.supports ?? []), ...(claim.contradicts ?? [])]) {
      if (!project.claims.has(id)) found.push(lost(`claim “${claim.wording}”`, 'a claim', id, true));
    }
  }
  return [
    ...found,
    ...[...layers].map(([layer, count]) => entryLost('layer-lost', 'layer', layer, count)),
    ...[...annotators].map(([id, count]) => entryLost('annotator-lost', 'annotator', id, count)),
  ];
}

/** An annotation as a person finds it again: its first words and its article. */
export function placeOf(project: Project, { id, quote, articleId }: Annotation): string {
  const words = quote.length > 40 ? `${quote.slice(0, 39).trimEnd()}…` : quote;
  const title = project.articles.get(articleId)?.title ?? articleId;
  return `“${words || id}” in “${title}”`;
}

function* checkPlace(project: Project, annotation: Annotation): Generator<Finding> {
  const text = project.articles.get(annotation.articleId)?.text;
  if (text === undefined || annotation.spans.length === 0) return;
  const there = contextOf(text, annotation.spans).quote;
  if (there === annotation.quote) return;
  const found = anchor(text, annotation) !== null;
  yield {
    kind: 'quote-elsewhere',
    grave: true,
    where: placeOf(project, annotation),
    what: `The annotation marks other words than those it quotes: “${shortened(there)}”.`,
    can: found
      ? 'Its words stand once elsewhere in the article: a repair moves it there.'
      : 'Its words do not stand in the article, or more than once: look at it and set its place.',
    repairable: found,
  };
}

function* checkTargets(
  project: Project,
  annotation: Annotation,
  ids: ReadonlySet<string>,
): Generator<Finding> {
  const where = placeOf(project, annotation);
  for (const target of Object.values(annotation.roles).flat()) {
    const [what, id] = lostTarget(project, target, ids) ?? [];
    if (what !== undefined) yield lost(where, what, id!, what !== 'an annotation');
  }
}

/** What a target points at that is not there, and its id; null when it is. */
export function lostTarget(
  project: Project,
  target: Target,
  ids: ReadonlySet<string>,
): readonly ['a speaker' | 'a claim' | 'an annotation', string] | null {
  if ('speaker' in target && !project.speakers.has(target.speaker)) return ['a speaker', target.speaker];
  if ('claim' in target && !project.claims.has(target.claim)) return ['a claim', target.claim];
  if ('annotation' in target && !ids.has(target.annotation)) return ['an annotation', target.annotation];
  return null;
}

function lost(where: string, what: string, id: string, entry: boolean): Finding {
  return {
    kind: 'target-lost',
    grave: true,
    where,
    what: `It points at ${what} that is not there (${id}).`,
    can: entry
      ? 'A repair adds an entry named “recovered” for it, which you can rename or merge.'
      : 'Open it and choose again, or restore a backup that has it.',
    repairable: entry,
  };
}

function entryLost(kind: 'layer-lost' | 'annotator-lost', what: string, id: string, count: number): Finding {
  const [annotations, carry] =
    count === 1 ? ['One annotation', 'carries'] : [`${count} annotations`, 'carry'];
  return {
    kind,
    grave: true,
    where: kind === 'layer-lost' ? 'codebook.json' : 'project.json',
    what: `${annotations} ${carry} the ${what} “${id}”, which is not there any more.`,
    can: `A repair adds the ${what} as “recovered”, so that they can be seen and sorted.`,
    repairable: true,
  };
}

function shortened(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
}
