import type { BackupItem, BackupList } from '../../shared/api';

const PLACES = [
  ['inside', 'In the project'],
  ['outside', 'Outside'],
  ['elsewhere', 'Elsewhere'],
] as const;

interface Props {
  readonly list: BackupList;
  readonly place: BackupItem['place'];
  readonly onPlace: (place: BackupItem['place']) => void;
}

/** Where backups were found, and how many; one place is shown. */
export function RestorePlaces({ list, place, onPlace }: Props) {
  const count = (of: BackupItem['place']) => list.backups.filter((backup) => backup.place === of).length;
  const shown = PLACES.filter(([id]) => id === place || count(id) > 0);
  if (shown.length < 2) return null;
  return (
    <fieldset className="restore-places" aria-label="Where the backups are">
      {shown.map(([id, label]) => (
        <button
          key={id}
          type="button"
          className="chip"
          aria-pressed={id === place}
          onClick={() => onPlace(id)}
        >
          {label} {count(id).toLocaleString()}
        </button>
      ))}
    </fieldset>
  );
}
