import type { ForeignAttribute } from '../../core/import-annotations/foreign-layers';
import type { Attribute } from '../../core/project/codebook';
import { signed } from '../../core/project/codebook';
import type { AttributeMapping, ValueTo } from '../../core/project/mapping';
import { plural } from '../ui/words';
import { Pick, type PickGroup, read, written } from './annotations-pick';
import { chooseValue } from './annotations-store';

/** More than so many values are not chosen one by one. */
const MOST = 60;

interface Props {
  readonly layer: string;
  readonly id: string;
  readonly label: string;
  readonly values: ForeignAttribute['values'];
  readonly mapping: AttributeMapping;
  readonly target: Attribute;
}

/** The values of an attribute of the file, and what each becomes. */
export function AttributeValues({ layer, id, label, values, mapping, target }: Props) {
  const groups = choices(target);
  return (
    <ul className="annotations-values">
      {[...values].slice(0, MOST).map(([value, count]) => (
        <li key={value} className="annotations-part">
          <span>
            {value === '' ? '(empty)' : value} <small>{count.toLocaleString()}</small>
          </span>
          <Pick
            label={`${value} of ${label} becomes`}
            value={written(mapping.values[value] ?? 'out')}
            groups={groups}
            onPick={(chosen) => chooseValue(layer, id, value, read<ValueTo>(chosen))}
          />
        </li>
      ))}
      {values.size > MOST && (
        <li className="aside">and {plural(values.size - MOST, 'more value')}, each by its name</li>
      )}
    </ul>
  );
}

function choices(target: Attribute): readonly PickGroup[] {
  const out = [written('out'), 'Leave out'] as const;
  if ('values' in target) {
    return [
      { options: [[written('new'), 'New value'], out] },
      {
        label: 'Values',
        options: target.values.map(({ id, label }) => [written({ value: id }), label] as const),
      },
    ];
  }
  if (target.kind !== 'scale') return [{ options: [out] }];
  const steps = Array.from(
    { length: Math.min(101, target.max - target.min + 1) },
    (_, at) => target.min + at,
  );
  const named = (step: number) => (target.diverging ? signed(step) : String(step));
  return [
    { options: [out] },
    {
      label: 'Steps',
      options: steps.map((step) => [written({ value: String(step) }), named(step)] as const),
    },
  ];
}
