import { useCallback, useId } from 'react';
import type { Format } from '../../core/formats/format';
import type { FormatOption, OptionValues, TextOption } from '../../core/formats/options';
import { optionProblem, standardValue } from '../../core/formats/options';
import type { Project } from '../../core/project/model';
import type { Scope } from '../../core/project/scope';
import { Chips } from '../ui/chips';
import { ExportRow } from './export-row';
import { useSoon } from './export-soon';

interface Props {
  readonly format: Format;
  readonly project: Project;
  readonly scope: Scope;
  readonly values: OptionValues;
  readonly onValues: (values: OptionValues) => void;
  readonly disabled: boolean;
}

/** What the format leaves to whoever exports, and what it comes to. */
export function OptionFields({ format, project, scope, values, onValues, disabled }: Props) {
  const { options, outcome, label } = format;
  const told = useSoon(useCallback(() => outcome?.(project, scope) ?? {}, [outcome, project, scope]));
  if (!options) return null;
  return (
    <fieldset className="export-rows export-options" inert={disabled} aria-label={`Options of ${label}`}>
      {Object.entries(options).map(([name, option]) => (
        <ExportRow key={name} label={option.label}>
          <Field
            option={option}
            value={values[name] ?? standardValue(option)}
            outcome={told.value?.[name]}
            onValue={(value) => onValues({ ...values, [name]: value })}
          />
        </ExportRow>
      ))}
    </fieldset>
  );
}

interface FieldProps<Option> {
  readonly option: Option;
  readonly value: string;
  /** What the value comes to for the part that is exported. */
  readonly outcome: string | undefined;
  readonly onValue: (value: string) => void;
}

function Field({ option, value, outcome, onValue }: FieldProps<FormatOption>) {
  if (option.kind === 'text') {
    return <TextField option={option} value={value} outcome={outcome} onValue={onValue} />;
  }
  if (option.kind === 'flag') {
    return (
      <label className="export-flag">
        <input
          type="checkbox"
          aria-label={option.label}
          checked={value === 'yes'}
          onChange={(event) => onValue(event.target.checked ? 'yes' : 'no')}
        />
        <span>{option.hint}</span>
      </label>
    );
  }
  const chips = option.values.map((each) => ({ ...each, description: each.hint }));
  const hint = option.values.find((each) => each.value === value)?.hint;
  return (
    <div className="export-choice">
      <Chips label={option.label} options={chips} chosen={[value]} onPress={onValue} />
      {hint && <small>{hint}</small>}
    </div>
  );
}

function TextField({ option, value, outcome, onValue }: FieldProps<TextOption>) {
  const problem = optionProblem(option, value);
  const id = useId();
  const { label, hint, empty, suggestions } = option;
  return (
    <div className="export-text">
      <input
        type="text"
        className="field"
        aria-label={label}
        title={hint}
        placeholder={empty}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : id}
        onChange={(event) => onValue(event.target.value)}
      />
      {suggestions && (
        <Chips
          label={`Often used for ${label}`}
          options={suggestions.map((each) => ({ value: each, label: each }))}
          chosen={[value]}
          onPress={onValue}
        />
      )}
      {problem !== null ? (
        <p className="problem" id={id} role="alert">
          {problem}
        </p>
      ) : (
        outcome && <span role="status">{outcome}</span>
      )}
    </div>
  );
}
