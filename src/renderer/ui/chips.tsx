interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string | undefined;
}

interface Props<Value> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: readonly Value[];
  /** The value pressed; pressing a chosen one again passes it too, so the caller decides what that means. */
  readonly onPress: (value: Value) => void;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** A few choices as a row of small buttons that all can be seen at once. */
export function Chips<Value extends string | number>({
  label,
  options,
  chosen,
  onPress,
  disabled,
  className,
}: Props<Value>) {
  return (
    <fieldset className={`chips ${className ?? ''}`} disabled={disabled} aria-label={label}>
      {options.map(({ value, label: text, description }) => (
        <button
          key={value}
          type="button"
          className="chip"
          aria-pressed={chosen.includes(value)}
          title={description}
          onClick={() => onPress(value)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
