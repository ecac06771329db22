import type { Layer, Role } from '../../core/project/codebook';
import { CommitField } from '../ui/commit-field';
import { Check, Choice, Named } from './codebook-field';

interface Props {
  readonly layers: readonly Layer[];
  readonly layer: Layer;
  readonly role: Role;
  readonly disabled: boolean;
  readonly onEdit: (fields: { readonly [K in keyof Omit<Role, 'id'>]?: Role[K] | undefined }) => void;
}

/** How many a role may point at, what is hinted at, and what an empty one stands for. */
export function RoleRules({ layers, layer, role, disabled, onEdit }: Props) {
  const { label, max, expected, contiguous, acyclic, inherits, targets, noun } = role;
  const places = layers
    .filter((next) => next.id !== layer.id)
    .flatMap((next) =>
      next.roles.map(
        ({ id, label: name }) =>
          [`${next.id}/${id}`, `the ${name} of the ${next.label.toLowerCase()} around it`] as const,
      ),
    );
  const inherit = (place: string) => {
    const [outer, taken] = place.split('/');
    onEdit({ inherits: outer && taken ? { layer: outer, role: taken } : undefined });
  };
  return (
    <>
      <div className="fold-row ends">
        <Named label="At most">
          <CommitField
            label={`At most so many for ${label}`}
            kind="number"
            placeholder="any number"
            value={max === undefined ? '' : String(max)}
            disabled={disabled}
            onCommit={(text) => {
              const value = Number(text);
              if (text.trim() === '') onEdit({ max: undefined });
              else if (Number.isInteger(value) && value > 0) onEdit({ max: value });
            }}
          />
        </Named>
        <Named label="Left empty, it is">
          <Choice
            label={`Left empty, ${label} is`}
            value={inherits ? `${inherits.layer}/${inherits.role}` : ''}
            disabled={disabled}
            options={[['', 'nobody and nothing'], ...places]}
            onChange={inherit}
          />
        </Named>
      </div>
      {inherits && (
        <Check
          checked={inherits.elseAuthor ?? false}
          disabled={disabled}
          onChange={(on) => {
            const { elseAuthor: _, ...rest } = inherits;
            onEdit({ inherits: on ? { ...rest, elseAuthor: true } : rest });
          }}
        >
          Outside of one, it is the author
        </Check>
      )}
      <Check
        checked={expected ?? false}
        disabled={disabled}
        onChange={(on) => onEdit({ expected: on || undefined })}
      >
        Hint when it is empty
      </Check>
      {expected && (
        <Named label="The hint says “has no …”">
          <CommitField
            label={`What is missing when ${label} is empty`}
            placeholder={label}
            value={noun ?? ''}
            disabled={disabled}
            onCommit={(text) => onEdit({ noun: text.trim() || undefined })}
          />
        </Named>
      )}
      {targets.includes('spans') && (
        <Check
          checked={contiguous ?? false}
          disabled={disabled}
          onChange={(on) => onEdit({ contiguous: on || undefined })}
        >
          One passage without a gap
        </Check>
      )}
      {targets.includes('annotation') && (
        <Check
          checked={acyclic ?? false}
          disabled={disabled}
          onChange={(on) => onEdit({ acyclic: on || undefined })}
        >
          Following it never leads back to the start
        </Check>
      )}
    </>
  );
}
