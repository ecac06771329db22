import type { Role } from './codebook';
import { layerOf } from './codebook';
import { lostHints } from './hints-lost';
import { noun, placeHints } from './hints-place';
import { nestingHints } from './hints-univocal';
import type { Annotation, Project } from './model';
import { annotationsOf, enclosing, resolveRole } from './query';

/** Something about an annotation that its maker may want to look at again. Never an error, never in the way. */
export interface Hint {
  /** The same for all hints of one kind. */
  readonly rule: string;
  readonly annotationId: string;
  /** In plain words: "This quote has no source". */
  readonly text: string;
  /** The same of so many, to follow their number: "quotes have no source". */
  readonly many: string;
}

/**
 * The hints of one article, in reading order. After PolNeAR's annotation guidelines (Newell, Margolin and
 * Ruths 2018): content without source or cue, a cue with a gap, ends inside a word or just inside quotation
 * marks; what the codebook expects and is not there; for the univocal profile quotes that share words; and
 * what the codebook no longer has. Which layers are quotes is told by their roles: others inherit from them.
 */
export function hintsOf(project: Project, articleId: string): readonly Hint[] {
  const article = project.articles.get(articleId);
  const list = annotationsOf(project, articleId);
  if (!article) return [];
  const { codebook } = project;
  const quotes = new Set(
    codebook.layers.flatMap(({ roles }) => roles.flatMap(({ inherits }) => inherits?.layer ?? [])),
  );
  const nesting = codebook.univocal ? nestingHints(codebook, list, quotes) : new Map<string, Hint>();
  return list.flatMap((annotation) => {
    const layer = layerOf(codebook, annotation.layer);
    if (layer && !layer.on) return [];
    const nested = nesting.get(annotation.id);
    return [
      ...(layer ? layer.roles.flatMap((role) => roleHints(project, annotation, role)) : []),
      ...placeHints(article.text, annotation, layer, quotes),
      ...(nested ? [nested] : []),
      ...lostHints(annotation, layer),
    ];
  });
}

/** A role that is empty but expected, and one whose passage has a gap. */
function roleHints(project: Project, annotation: Annotation, role: Role): readonly Hint[] {
  const layer = layerOf(project.codebook, annotation.layer)!;
  const name = noun(layer);
  const hint = (rule: string, says: string, many: string): Hint => ({
    rule: `${layer.id}/${role.id}/${rule}`,
    annotationId: annotation.id,
    text: `This ${name.one} ${says}`,
    many: `${name.many} ${many}`,
  });
  const own = annotation.roles[role.id] ?? [];
  if (role.contiguous && own.some((target) => 'spans' in target && target.spans.length > 1)) {
    return [hint('gap', `has a ${role.label} with a gap in it`, `have a ${role.label} with a gap in it`)];
  }
  if (!role.expected || resolveRole(project, annotation, role).targets.length > 0) return [];
  const missing = role.noun ?? `“${role.label}”`;
  if (role.inherits) {
    // In a quote without a source it is the quote that lacks something.
    if (enclosing(project, annotation, role.inherits.layer)) return [];
    const outer = layerOf(project.codebook, role.inherits.layer);
    const place = outer ? ` and is in no ${noun(outer).one}` : '';
    const places = outer ? ` and are in no ${noun(outer).one}` : '';
    return [hint('missing', `has no ${missing}${place}`, `have no ${missing}${places}`)];
  }
  const cue = layer.roles.find(
    ({ id, contiguous, targets }) =>
      id !== role.id && contiguous && targets.every((kind) => kind === 'spans'),
  );
  if (cue && (annotation.roles[cue.id] ?? []).length === 0) {
    const both = `${missing} and no ${cue.noun ?? cue.label}`;
    return [hint('missing', `has no ${both}`, `have no ${missing}`)];
  }
  return [hint('missing', `has no ${missing}`, `have no ${missing}`)];
}

/** The most common of them in a sentence: "2 sentiments have no target"; empty when there are none. */
export function summaryOf(hints: readonly Hint[]): string {
  const counts = new Map<string, { count: number; hint: Hint }>();
  for (const hint of hints) {
    const known = counts.get(hint.rule);
    if (known) known.count++;
    else counts.set(hint.rule, { count: 1, hint });
  }
  const [worst] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!worst) return '';
  return worst.count === 1 ? worst.hint.text : `${worst.count.toLocaleString()} ${worst.hint.many}`;
}
