import { addValue, moveValue } from '../../core/commands/codebook-values';
import type { Attribute, Layer } from '../../core/project/codebook';
import { now, perform } from '../store';
import { Adder } from './codebook-adder';
import { Choice, Named } from './codebook-field';
import { useSorting } from './codebook-sorting';
import { ValueRow } from './codebook-value';

interface Props {
  readonly layer: Layer;
  readonly attribute: Extract<Attribute, { readonly kind: 'choice' | 'multiple' }>;
  /** Value -> annotations that have it. */
  readonly counts: ReadonlyMap<string, number> | undefined;
  readonly disabled: boolean;
  readonly onDefault: (value: string | undefined) => void;
}

/** The values of a choice, each with its description, and the one that new annotations begin with. */
export function Values({ layer, attribute, counts, disabled, onDefault }: Props) {
  const { label, values } = attribute;
  const args = () => ({ layer: layer.id, attribute: attribute.id, at: now() });
  const sorting = useSorting(
    values.map(({ id }) => id),
    (value, to) => perform('move value', (project) => moveValue(project, { ...args(), value, to })),
    disabled,
  );
  return (
    <>
      <Named label="Values">
        <ol className="values" aria-label={`Values of ${label}`}>
          {values.map((value) => (
            <ValueRow
              key={value.id}
              args={args}
              value={value}
              others={values.filter((next) => next !== value)}
              used={counts?.get(value.id) ?? 0}
              disabled={disabled}
              sorting={sorting(value.id)}
            />
          ))}
        </ol>
        {!disabled && (
          <Adder
            label={`Add a value to ${label}`}
            placeholder="Add a value"
            onAdd={(text) => perform('add value', (project) => addValue(project, { ...args(), label: text }))}
          />
        )}
      </Named>
      {attribute.kind === 'choice' && values.length > 0 && (
        <Named label="New annotations begin with">
          <Choice
            label={`New annotations begin with this value of ${label}`}
            value={attribute.default ?? ''}
            disabled={disabled}
            options={[['', 'no value'], ...values.map((value) => [value.id, value.label] as const)]}
            onChange={(value) => onDefault(value || undefined)}
          />
        </Named>
      )}
    </>
  );
}
