import type { Codebook, Layer, Role } from './codebook';
import { layerOf } from './codebook';
import { smallestEnclosing } from './enclosing';
import type { Hint } from './hints';
import { noun } from './hints-place';
import type { Annotation } from './model';

const NONE: readonly Hint[] = [];

function hint(
  layer: Layer,
  role: Role,
  rule: string,
  annotationId: string,
  says: string,
  many: string,
): Hint {
  const name = noun(layer);
  return {
    rule: `${layer.id}/${role.id}/${rule}`,
    annotationId,
    text: `This ${name.one} ${says}`,
    many: `${name.many} ${many}`,
  };
}

const isEmpty = ({ roles }: Annotation, { id }: Role) => (roles[id]?.length ?? 0) === 0;
const missingIn = ({ noun: name, label }: Role) => name ?? `“${label}”`;

/** Roles with a gap in their passage, and those that are expected and empty and can be filled from nowhere. */
export function ownRoleHints(annotation: Annotation, layer: Layer): readonly Hint[] {
  return layer.roles.flatMap((role) => {
    const own = annotation.roles[role.id] ?? [];
    if (role.contiguous && own.some((target) => 'spans' in target && target.spans.length > 1)) {
      const gap = `a ${role.label} with a gap in it`;
      return [hint(layer, role, 'gap', annotation.id, `has ${gap}`, `have ${gap}`)];
    }
    if (!role.expected || role.inherits || own.length > 0) return [];
    const missing = missingIn(role);
    const cue = cueOf(layer, role);
    const both = cue && isEmpty(annotation, cue) ? ` and no ${missingIn(cue)}` : '';
    return [hint(layer, role, 'missing', annotation.id, `has no ${missing}${both}`, `have no ${missing}`)];
  });
}

/** The role for the words that attribute: it takes one passage and nothing else. */
function cueOf(layer: Layer, beside: Role): Role | undefined {
  return layer.roles.find(
    (role) => role !== beside && role.contiguous && role.targets.every((kind) => kind === 'spans'),
  );
}

/**
 * Roles that are expected and empty, and would be filled from an annotation around this one, but there is
 * none: a claim that is neither ascribed nor quoted. In a quote without a source it is the quote that lacks
 * something.
 */
export function unquotedHints(
  codebook: Codebook,
  list: readonly Annotation[],
  annotation: Annotation,
  layer: Layer,
): readonly Hint[] {
  let hints = NONE;
  for (const role of layer.roles) {
    const { expected, inherits } = role;
    if (!expected || !inherits || inherits.elseAuthor || !isEmpty(annotation, role)) continue;
    if (smallestEnclosing(list, annotation, inherits.layer)) continue;
    const missing = missingIn(role);
    const outer = layerOf(codebook, inherits.layer);
    const one = outer ? ` and is in no ${noun(outer).one}` : '';
    const many = outer ? ` and are in no ${noun(outer).one}` : '';
    hints = [
      ...hints,
      hint(layer, role, 'missing', annotation.id, `has no ${missing}${one}`, `have no ${missing}${many}`),
    ];
  }
  return hints;
}
