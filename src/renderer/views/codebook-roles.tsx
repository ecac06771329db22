import { addRole, moveRole } from '../../core/commands/codebook-roles';
import type { Layer } from '../../core/project/codebook';
import { layerOf } from '../../core/project/codebook';
import type { LayerUse } from '../../core/project/codebook-use';
import { now, perform, state } from '../store';
import { Adder } from './codebook-adder';
import { Fold } from './codebook-fold';
import { RolePart } from './codebook-role';
import { useSorting } from './codebook-sorting';
import { openNew } from './codebook-store';
import { TARGET_NAMES } from './codebook-words';

interface Props {
  readonly layer: Layer;
  readonly use: LayerUse;
  readonly disabled: boolean;
}

/** What a tag of a layer may point at, and as what. */
export function Roles({ layer, use, disabled }: Props) {
  const sorting = useSorting(
    layer.roles.map(({ id }) => id),
    (role, to) =>
      perform('move role', (project) => moveRole(project, { layer: layer.id, role, to, at: now() })),
    disabled,
  );
  const add = (label: string) => {
    const done = perform('add role', (project) => addRole(project, { layer: layer.id, label, at: now() }));
    const added = done && layerOf(state().project!.codebook, layer.id)?.roles.at(-1);
    if (added) openNew(`${layer.id}//${added.id}`);
    return done;
  };
  return (
    <section className="codebook-part" aria-label="Roles">
      <h2>
        Roles <small>Who or what each tag points at: a source, a target.</small>
      </h2>
      <ul>
        {layer.roles.map((role) => (
          <Fold
            key={role.id}
            part={`${layer.id}//${role.id}`}
            label={role.label}
            summary={role.targets.map((kind) => TARGET_NAMES[kind][0]).join(', ')}
            used={use.roles.get(role.id) ?? 0}
            sorting={sorting(role.id)}
          >
            <RolePart layer={layer} role={role} used={use.roles.get(role.id) ?? 0} disabled={disabled} />
          </Fold>
        ))}
      </ul>
      {!disabled && <Adder label="Add a role" onAdd={add} />}
    </section>
  );
}
