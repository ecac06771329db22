import { FORMATS } from '../../core/formats/registry';

interface Props {
  readonly chosen: string;
  readonly onPick: (id: string) => void;
  readonly disabled: boolean;
}

/** Every format of the registry, one to be chosen. */
export function FormatList({ chosen, onPick, disabled }: Props) {
  return (
    <fieldset className="export-formats" aria-label="Format" disabled={disabled}>
      {FORMATS.map(({ id, label, hint }) => (
        <label key={id}>
          <input
            type="radio"
            name="format"
            className="visually-hidden"
            autoFocus={id === chosen}
            checked={id === chosen}
            onChange={() => onPick(id)}
          />
          <b>{label}</b>
          <small>{hint}</small>
        </label>
      ))}
    </fieldset>
  );
}
