import type { Attribute } from '../../core/project/codebook';
import { CommitField } from '../ui/commit-field';
import { Check, Choice, Named } from './codebook-field';
import { rangeOf } from './codebook-words';

interface Props {
  readonly attribute: Extract<Attribute, { readonly kind: 'scale' }>;
  readonly disabled: boolean;
  readonly onEdit: (fields: {
    min?: number;
    max?: number;
    default?: number | undefined;
    diverging?: boolean | undefined;
  }) => void;
}

/** The steps of a scale, from which to which, where it begins, and whether they are drawn with a sign. */
export function Scale({ attribute, disabled, onEdit }: Props) {
  const { label, min, max, diverging } = attribute;
  const whole = (text: string, set: (value: number) => void) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value)) set(value);
  };
  const steps = Array.from({ length: max - min + 1 }, (_, at) => String(min + at));
  return (
    <>
      <div className="fold-row ends">
        <Named label="From">
          <CommitField
            label={`Least step of ${label}`}
            kind="number"
            value={String(min)}
            disabled={disabled}
            onCommit={(text) => whole(text, (value) => onEdit({ min: value }))}
          />
        </Named>
        <Named label="to">
          <CommitField
            label={`Greatest step of ${label}`}
            kind="number"
            value={String(max)}
            disabled={disabled}
            onCommit={(text) => whole(text, (value) => onEdit({ max: value }))}
          />
        </Named>
        <Named label="New annotations begin with">
          <Choice
            label={`New annotations begin with this step of ${label}`}
            value={attribute.default === undefined ? '' : String(attribute.default)}
            disabled={disabled}
            options={[['', 'no value'], ...steps.map((step) => [step, step.replace('-', '−')] as const)]}
            onChange={(step) => onEdit({ default: step === '' ? undefined : Number(step) })}
          />
        </Named>
      </div>
      <Check
        checked={diverging ?? false}
        disabled={disabled}
        onChange={(on) => onEdit({ diverging: on || undefined })}
      >
        Two ways from a middle
        <small>Drawn with a sign, and in two colours: {rangeOf({ ...attribute, diverging: true })}.</small>
      </Check>
    </>
  );
}
