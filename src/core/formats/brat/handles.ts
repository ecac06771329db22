import type { Codebook } from '../../project/codebook';
import { layerOf } from '../../project/codebook';
import type { Annotation, Article } from '../../project/model';
import { withoutBreaks } from './line-breaks';
import { isEventLayer } from './names';
import { freeNumbers, idsIn, idsOf, lineIdOf } from './numbers';

/** How lines refer to an annotation: by its event, or else by its text-bound annotation, which may be a trigger. */
export interface Handle {
  readonly t: string;
  readonly e?: string;
}

/** Ids for the annotations that have lines: those that their own ids tell, or the next that are free. */
export function handlesOf(
  article: Article,
  annotations: readonly Annotation[],
  codebook: Codebook,
  odd: readonly string[],
): { readonly handles: ReadonlyMap<string, Handle>; readonly newT: () => string } {
  const taken = new Set(idsOf(odd));
  const told = new Map<string, string>();
  for (const { id } of annotations) {
    const line = lineIdOf(id, article.id);
    if (line !== undefined && !taken.has(line)) told.set(id, line);
  }
  // New ids are neither those nor any that odd lines mention.
  for (const line of [...told.values(), ...idsIn(odd)]) taken.add(line);
  const next = (prefix: string) => {
    const free = freeNumbers(prefix, taken);
    return () => `${prefix}${free.next().value}`;
  };
  const [newT, newE] = [next('T'), next('E')] as [() => string, () => string];
  const handles = new Map<string, Handle>();
  for (const { id, layer, spans, roles } of annotations) {
    if (withoutBreaks(article.text, spans).length === 0) continue;
    const line = told.get(id);
    const own = (prefix: string) => (line?.startsWith(prefix) ? line : undefined);
    const pointed = Object.values(roles).some((targets) => targets.some((target) => 'spans' in target));
    const event = own('E') !== undefined || pointed || isEventLayer(layerOf(codebook, layer));
    handles.set(id, { t: own('T') ?? newT(), ...(event ? { e: own('E') ?? newE() } : {}) });
  }
  return { handles, newT };
}
