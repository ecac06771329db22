import type { Role } from './codebook';
import { smallestEnclosing } from './enclosing';
import type { Annotation, Article, Project, Target } from './model';

/** The annotations of an article in reading order; the same array as long as none of them changes. */
export function annotationsOf(project: Project, articleId: string): readonly Annotation[] {
  return project.annotations.get(articleId) ?? NONE;
}

const NONE: readonly Annotation[] = [];

/** Every annotation of the project, article by article in the order of the table. */
export function* allAnnotations(project: Project): Generator<Annotation> {
  for (const list of project.annotations.values()) yield* list;
}

/** The last answer for each list: after a change many ask for the same annotation. */
const lastFound = new WeakMap<readonly Annotation[], Annotation>();

/** The annotation with this id; give the article where it is likely to be, which makes the search short. */
export function findAnnotation(project: Project, id: string, articleId?: string): Annotation | undefined {
  const list = articleId === undefined ? NONE : annotationsOf(project, articleId);
  const asked = lastFound.get(list);
  const near = asked?.id === id ? asked : list.find((annotation) => annotation.id === id);
  if (near) {
    lastFound.set(list, near);
    return near;
  }
  for (const list of project.annotations.values()) {
    const found = list.find((annotation) => annotation.id === id);
    if (found) return found;
  }
  return undefined;
}

/** Articles in the order they were added. */
export function articlesInOrder(project: Project): readonly Article[] {
  return [...project.articles.values()].sort((a, b) => a.order - b.order);
}

/** The smallest annotation of `layer` in the same article that holds all passages of `annotation`, if any. */
export function enclosing(project: Project, annotation: Annotation, layer: string): Annotation | undefined {
  return smallestEnclosing(annotationsOf(project, annotation.articleId), annotation, layer);
}

/** What a role stands for when read: its own targets, or those it takes from elsewhere. */
export interface ResolvedRole {
  readonly targets: readonly Target[];
  /** The annotation the targets come from; absent when they are the annotation's own or the author's. */
  readonly inheritedFrom?: Annotation;
  /** True when nothing is set and the codebook says that then the author is meant. */
  readonly assumed?: boolean;
}

/** The targets of a role, following `inherits` of the codebook where the role is unset. */
export function resolveRole(project: Project, annotation: Annotation, role: Role): ResolvedRole {
  const own = annotation.roles[role.id];
  if (own && own.length > 0) return { targets: own };
  if (!role.inherits) return { targets: [] };
  const outer = enclosing(project, annotation, role.inherits.layer);
  const inherited = outer?.roles[role.inherits.role];
  if (outer && inherited && inherited.length > 0) return { targets: inherited, inheritedFrom: outer };
  return role.inherits.elseAuthor && !outer
    ? { targets: [{ author: true }], assumed: true }
    : { targets: [] };
}

/** The speaker a target stands for: itself, or the one that the mention it points at is linked to. */
export function speakerIdOf(project: Project, target: Target, articleId: string): string | undefined {
  if ('speaker' in target) return target.speaker;
  if (!('annotation' in target)) return undefined;
  for (const next of findAnnotation(project, target.annotation, articleId)?.roles.is ?? []) {
    if ('speaker' in next) return next.speaker;
  }
  return undefined;
}

/** A target in a few words, as a card or a table cell shows it. */
export function targetLabel(project: Project, target: Target, articleId: string): string {
  if ('author' in target) return project.articles.get(articleId)?.byline ?? 'the author';
  if ('claim' in target) return project.claims.get(target.claim)?.wording ?? 'a claim no longer there';
  const speakerId = speakerIdOf(project, target, articleId);
  if (speakerId !== undefined) return project.speakers.get(speakerId)?.name ?? 'a speaker no longer there';
  if ('annotation' in target) {
    return findAnnotation(project, target.annotation, articleId)?.quote ?? 'an annotation no longer there';
  }
  if (!('spans' in target)) return '';
  const text = project.articles.get(articleId)?.text ?? '';
  return target.spans.map((span) => text.slice(span.start, span.end)).join(' … ');
}
