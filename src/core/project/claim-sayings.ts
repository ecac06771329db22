import type { ClaimRegister } from './claim-register';
import { tallyOf } from './claim-register';
import { edgesTo, madeBy } from './claim-relations';
import { layerOf } from './codebook';
import type { Annotation, Project, Target } from './model';
import { resolveRole, speakerIdOf, targetLabel } from './query';
import { speakingRoles } from './standing';

/** Who makes or denies a claim: someone of the register, the article's author, or words that name someone. */
export type Maker =
  | { readonly speaker: string }
  | { readonly author: string | null }
  | { readonly words: string };

/** One passage in which a claim is made or denied. */
export interface Saying {
  readonly annotation: Annotation;
  /** Empty when nobody is said to make it. */
  readonly makers: readonly Maker[];
  /** Were the makers taken over from the quote around it? */
  readonly inherited: boolean;
}

/** One wording found in the articles, and the annotations that use it, in article order. */
export interface Variant {
  readonly quote: string;
  readonly annotations: readonly Annotation[];
}

/** The distinct wordings in which an entry is made or denied, in the order they first occur. */
export function variantsOf(register: ClaimRegister, id: string): readonly Variant[] {
  const found = new Map<string, Annotation[]>();
  for (const annotation of tallyOf(register, id).linked) {
    const same = found.get(annotation.quote);
    if (same) same.push(annotation);
    else found.set(annotation.quote, [annotation]);
  }
  return [...found].map(([quote, annotations]) => ({ quote, annotations }));
}

/** The passages that make an entry, first published first; those without a date last, in article order. */
export function saidOf(project: Project, register: ClaimRegister, id: string): readonly Saying[] {
  const makes = tallyOf(register, id).linked.filter((annotation) => !register.denials.has(annotation.id));
  return byDate(project, makes).map((annotation) => sayingOf(project, annotation));
}

/** The annotations that deny an entry: denials linked to it, and claims that contradict it. */
export function deniersOf(project: Project, register: ClaimRegister, id: string): readonly Annotation[] {
  const linked = tallyOf(register, id).linked.filter((annotation) => register.denials.has(annotation.id));
  const against = edgesTo(register, id).filter(
    ({ from, kind }) => kind === 'contradicts' && madeBy(project, register, from) !== id,
  );
  return [...new Set([...linked, ...against.map(({ from }) => from)])];
}

/** The passages that deny an entry, in the order of those that make it. */
export function deniedOf(project: Project, register: ClaimRegister, id: string): readonly Saying[] {
  return byDate(project, deniersOf(project, register, id)).map((annotation) => sayingOf(project, annotation));
}

/** The makers of a claim as one reads them: its own, or those of the quote around it. */
export function sayingOf(project: Project, annotation: Annotation): Saying {
  const layer = layerOf(project.codebook, annotation.layer);
  const speaking = speakingRoles(project.codebook);
  const roles = (layer?.roles ?? []).filter(({ id }) => speaking.has(`${annotation.layer}/${id}`));
  const makers = new Map<string, Maker>();
  let inherited = false;
  for (const role of roles) {
    const { targets, inheritedFrom } = resolveRole(project, annotation, role);
    inherited ||= inheritedFrom !== undefined;
    for (const target of targets) {
      const maker = makerOf(project, target, annotation.articleId);
      makers.set(JSON.stringify(maker), maker);
    }
  }
  return { annotation, makers: [...makers.values()], inherited };
}

function makerOf(project: Project, target: Target, articleId: string): Maker {
  const speaker = speakerIdOf(project, target, articleId);
  if (speaker !== undefined) return { speaker };
  if ('author' in target) return { author: project.articles.get(articleId)?.byline ?? null };
  return { words: targetLabel(project, target, articleId) };
}

/** Sorted by day of publication; the order given decides between equals. */
function byDate(project: Project, annotations: readonly Annotation[]): readonly Annotation[] {
  const dated = (annotation: Annotation) => project.articles.get(annotation.articleId)?.publishedAt ?? '9999';
  const orderOf = (annotation: Annotation) => project.articles.get(annotation.articleId)?.order ?? 0;
  return [...annotations].sort((a, b) => {
    const [x, y] = [dated(a), dated(b)];
    return x < y ? -1 : x > y ? 1 : orderOf(a) - orderOf(b);
  });
}
