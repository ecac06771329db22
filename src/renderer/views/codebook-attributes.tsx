import { addAttribute, moveAttribute } from '../../core/commands/codebook-attributes';
import { type Layer, layerOf } from '../../core/project/codebook';
import type { LayerUse } from '../../core/project/codebook-use';
import { now, perform, state } from '../store';
import { Adder } from './codebook-adder';
import { AttributePart } from './codebook-attribute';
import { Fold } from './codebook-fold';
import { useSorting } from './codebook-sorting';
import { openNew } from './codebook-store';
import { rangeOf } from './codebook-words';

interface Props {
  readonly layer: Layer;
  readonly use: LayerUse;
  readonly disabled: boolean;
}

/** What is said about each tag of a layer. The first attribute is the one that digits set. */
export function Attributes({ layer, use, disabled }: Props) {
  const ids = layer.attributes.map(({ id }) => id);
  const sorting = useSorting(
    ids,
    (attribute, to) =>
      perform('move attribute', (project) =>
        moveAttribute(project, { layer: layer.id, attribute, to, at: now() }),
      ),
    disabled,
  );
  const add = (label: string) => {
    const done = perform('add attribute', (project) =>
      addAttribute(project, { layer: layer.id, label, kind: 'choice', at: now() }),
    );
    const added = done && layerOf(state().project!.codebook, layer.id)?.attributes.at(-1);
    if (added) openNew(`${layer.id}/${added.id}`);
    return done;
  };
  return (
    <section className="codebook-part" aria-label="Attributes">
      <h2>
        Attributes <small>What is said about each tag. Digits set the first.</small>
      </h2>
      <ul>
        {layer.attributes.map((attribute) => (
          <Fold
            key={attribute.id}
            part={`${layer.id}/${attribute.id}`}
            label={attribute.label}
            summary={rangeOf(attribute)}
            used={use.attributes.get(attribute.id) ?? 0}
            sorting={sorting(attribute.id)}
          >
            <AttributePart layer={layer} attribute={attribute} use={use} disabled={disabled} />
          </Fold>
        ))}
      </ul>
      {!disabled && <Adder label="Add an attribute" onAdd={add} />}
    </section>
  );
}
