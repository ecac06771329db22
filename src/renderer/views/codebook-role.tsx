import { deleteRole, editRole } from '../../core/commands/codebook-roles';
import type { Layer, Role, TargetKind } from '../../core/project/codebook';
import { TARGET_KINDS } from '../../core/project/codebook';
import { now, perform, useStore } from '../store';
import { Chips } from '../ui/chips';
import { CommitField } from '../ui/commit-field';
import { plural } from '../ui/words';
import { DeletePart } from './codebook-delete';
import { Named } from './codebook-field';
import { RoleRules } from './codebook-role-rules';
import { TARGET_NAMES } from './codebook-words';

interface Props {
  readonly layer: Layer;
  readonly role: Role;
  readonly used: number;
  readonly disabled: boolean;
}

const TARGETS = TARGET_KINDS.map((value) => {
  const [label, description] = TARGET_NAMES[value];
  return { value, label, description };
});

/** Everything about one role. */
export function RolePart({ layer, role, used, disabled }: Props) {
  const layers = useStore((state) => state.project!.codebook.layers);
  const { id, label, description, targets } = role;
  const args = () => ({ layer: layer.id, role: id, at: now() });
  const edit = (fields: Parameters<typeof editRole>[1]['fields'], what = 'edit role') =>
    perform(what, (project) => editRole(project, { ...args(), fields }));
  const toggle = (kind: TargetKind) =>
    edit({ targets: TARGET_KINDS.filter((next) => targets.includes(next) !== (next === kind)) });
  const toggleLayer = (next: string) => {
    const before = role.layers ?? [];
    const after = before.includes(next) ? before.filter((other) => other !== next) : [...before, next];
    edit({ layers: after.length === 0 ? undefined : after });
  };
  return (
    <>
      <div className="fold-row">
        <Named label="Name">
          <CommitField
            label={`Name of the role ${label}`}
            required
            value={label}
            disabled={disabled}
            onCommit={(name) => edit({ label: name }, 'rename role')}
          />
        </Named>
        <DeletePart
          title={`Delete ${label}`}
          touches={
            used === 0
              ? ''
              : `${plural(used, 'annotation points', 'annotations point')} at something with it.`
          }
          ways={[
            { id: 'keep', label: 'Keep what they point at, among the hints' },
            { id: 'remove', label: 'Remove it, too' },
          ]}
          onDelete={(way) =>
            perform('delete role', (project) => deleteRole(project, { ...args(), keep: way === 'keep' }))
          }
        >
          <button
            type="button"
            className="button outlined"
            disabled={disabled}
            aria-label={`Delete the role ${label}`}
          >
            {used > 0 ? 'Delete…' : 'Delete'}
          </button>
        </DeletePart>
      </div>
      <Named label="Description">
        <CommitField
          label={`Description of ${label}`}
          kind="area"
          placeholder="Who or what stands here"
          value={description ?? ''}
          disabled={disabled}
          onCommit={(words) => edit({ description: words.trim() || undefined })}
        />
      </Named>
      <Named label="Points at">
        <Chips
          label={`What ${label} points at`}
          disabled={disabled}
          options={TARGETS}
          chosen={targets}
          onPress={toggle}
        />
      </Named>
      {targets.includes('annotation') && (
        <Named label="Annotations of" aside={role.layers ? undefined : 'any layer'}>
          <Chips
            label={`Layers ${label} may point at`}
            disabled={disabled}
            options={layers.map((next) => ({ value: next.id, label: next.label }))}
            chosen={role.layers ?? []}
            onPress={toggleLayer}
          />
        </Named>
      )}
      <RoleRules layers={layers} layer={layer} role={role} disabled={disabled} onEdit={edit} />
    </>
  );
}
