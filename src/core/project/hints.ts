import type { Codebook, Layer } from './codebook';
import { lostHints } from './hints-lost';
import { placeHints } from './hints-place';
import { ownRoleHints, unquotedHints } from './hints-roles';
import { nestingHints } from './hints-univocal';
import type { Annotation, Project } from './model';
import { annotationsOf } from './query';

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

const NONE: readonly Hint[] = [];

/** What a codebook says, made ready; and the hints of each annotation that depend on nothing but itself. */
interface Ready {
  readonly layers: ReadonlyMap<string, Layer>;
  /** Layers that others take their speaker from. */
  readonly quotes: ReadonlySet<string>;
  readonly known: WeakMap<Annotation, readonly Hint[]>;
}

const ready = new WeakMap<Codebook, Ready>();

function readyFor(codebook: Codebook): Ready {
  let found = ready.get(codebook);
  if (!found) {
    const roles = codebook.layers.flatMap((layer) => layer.roles);
    found = {
      layers: new Map(codebook.layers.map((layer) => [layer.id, layer])),
      quotes: new Set(roles.flatMap(({ inherits }) => inherits?.layer ?? [])),
      known: new WeakMap(),
    };
    ready.set(codebook, found);
  }
  return found;
}

/**
 * The hints of one article, in reading order. After PolNeAR's annotation guidelines (Newell, Margolin and
 * Ruths 2018): content without source or cue, a cue with a gap, ends inside a word or just inside quotation
 * marks; what the codebook expects and is not there; for the univocal profile quotes that share words; and
 * what the codebook no longer has. Layers that are switched off are passed over. Which layers are quotes is
 * told by their roles: others inherit from them. Annotations that did not change are not looked at again.
 */
export function hintsOf(project: Project, articleId: string): readonly Hint[] {
  const text = project.articles.get(articleId)?.text;
  if (text === undefined) return NONE;
  const { codebook } = project;
  const { layers, quotes, known } = readyFor(codebook);
  const list = annotationsOf(project, articleId);
  const nesting = codebook.univocal ? nestingHints(codebook, list, quotes) : undefined;
  const hints: Hint[] = [];
  for (const annotation of list) {
    const layer = layers.get(annotation.layer);
    if (layer && !layer.on) continue;
    let own = known.get(annotation);
    if (!own) {
      own = layer
        ? [
            ...ownRoleHints(annotation, layer),
            ...placeHints(text, annotation, layer, quotes),
            ...lostHints(annotation, layer),
          ]
        : lostHints(annotation, layer);
      known.set(annotation, own.length === 0 ? NONE : own);
    }
    for (const hint of own) hints.push(hint);
    if (layer) for (const hint of unquotedHints(codebook, list, annotation, layer)) hints.push(hint);
    const nested = nesting?.get(annotation.id);
    if (nested) hints.push(nested);
  }
  return hints;
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
