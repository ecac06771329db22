import type { Layer } from './codebook';
import type { Hint } from './hints';
import type { Annotation } from './model';
import { isPossible } from './possible-value';

/** What an annotation carries that the codebook does not have, or no longer has. It is kept all the same. */
export function lostHints(
  { id, layer: layerId, attributes, roles }: Annotation,
  layer: Layer | undefined,
): readonly Hint[] {
  const hint = (rule: string, text: string, many: string): Hint => ({
    rule: `${layerId}/${rule}`,
    annotationId: id,
    text,
    many,
  });
  if (!layer) {
    return [
      hint(
        'lost',
        `The codebook has no layer “${layerId}”`,
        `annotations are of “${layerId}”, a layer the codebook does not have`,
      ),
    ];
  }
  const hints: Hint[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = layer.attributes.find((next) => next.id === name);
    if (!attribute) {
      const text = `${layer.label} has no attribute “${name}”`;
      hints.push(
        hint(`${name}/lost`, text, `annotations have “${name}”, which ${layer.label} does not have`),
      );
    } else if (!isPossible(attribute, value)) {
      const shown = Array.isArray(value) ? value.join(', ') : String(value);
      hints.push(
        hint(
          `${attribute.id}/value`,
          `“${shown}” is no value of ${attribute.label}`,
          `annotations have no proper value of ${attribute.label}`,
        ),
      );
    }
  }
  for (const [name, targets] of Object.entries(roles)) {
    if (targets.length === 0 || layer.roles.some((role) => role.id === name)) continue;
    const text = `${layer.label} has no role “${name}”`;
    hints.push(hint(`${name}/lost`, text, `annotations have “${name}”, which ${layer.label} does not have`));
  }
  return hints;
}
