import type { ReactNode } from 'react';

/** A control under its name. The control has the name itself, too, so that it is said only once. */
export function Named({
  label,
  aside,
  children,
}: {
  readonly label: string;
  /** A few quiet words behind the name. */
  readonly aside?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="detail">
      <span className="label" aria-hidden="true">
        {label}
        {aside && <small> {aside}</small>}
      </span>
      {children}
    </div>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** A box to tick, with what it means behind it. */
export function Check({ checked, disabled, onChange, children }: CheckProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

/** One of many, folded away. */
export function Choice({ label, value, options, disabled, onChange }: ChoiceProps) {
  return (
    <select
      className="field"
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}
