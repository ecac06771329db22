import type { ReactNode } from 'react';
import type { Codebook } from '../../core/project/codebook';

/** One choice among a few, grouped where they are of several kinds. */
export interface PickGroup {
  readonly label?: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly groups: readonly PickGroup[];
  readonly onPick: (value: string) => void;
  /** The id of what says more about the choice. */
  readonly describedBy?: string | undefined;
}

/** Where something of the file goes. */
export function Pick({ label, value, groups, onPick, describedBy }: Props) {
  const options = (group: PickGroup): ReactNode =>
    group.options.map(([id, text]) => (
      <option key={id} value={id}>
        {text}
      </option>
    ));
  return (
    <select
      className="field"
      aria-label={label}
      aria-describedby={describedBy}
      value={value}
      onChange={(event) => onPick(event.target.value)}
    >
      {groups
        .filter((group) => group.options.length > 0)
        .map((group) =>
          group.label ? (
            <optgroup key={group.label} label={group.label}>
              {options(group)}
            </optgroup>
          ) : (
            options(group)
          ),
        )}
    </select>
  );
}

/** A choice as the value of an option, and back. */
export const written = (choice: unknown): string => JSON.stringify(choice);
export const read = <Choice,>(value: string): Choice => JSON.parse(value) as Choice;

/** Everything that a layer of a file can become. Roles are those that take words of the article. */
export function placesIn({ layers }: Codebook): readonly PickGroup[] {
  const roles = layers.flatMap((layer) =>
    layer.roles
      .filter(({ targets }) => targets.includes('spans'))
      .map((role) => [written({ role: role.id, of: layer.id }), `${layer.label}: ${role.label}`] as const),
  );
  return [
    {
      options: [
        [written('new'), 'New layer'],
        [written('out'), 'Leave out'],
      ],
    },
    { label: 'Layers', options: layers.map(({ id, label }) => [written({ layer: id }), label] as const) },
    { label: 'Passages of a role', options: roles },
  ];
}
