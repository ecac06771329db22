import { useEffect, useRef } from 'react';
import type { BackupItem } from '../../shared/api';
import { goal } from '../views/speakers-list-keys';
import { amountInWords, reasonInWords, whenInWords } from './restore-words';

interface Props {
  readonly backups: readonly BackupItem[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Say of which project each is: there are those of several. */
  readonly named: boolean;
}

/** The backups of one place, newest first: arrows move, and what is chosen is read. */
export function RestoreList({ backups, chosen, onChoose, named }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const at = backups.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    if (at >= 0 && document.activeElement?.closest('.restore') === null) box.current?.focus();
  }, [at]);
  return (
    <div
      ref={box}
      className="restore-list"
      role="listbox"
      aria-label="Backups"
      tabIndex={0}
      aria-activedescendant={at < 0 ? undefined : `backup-${chosen}`}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        const to = goal(event.key, at, backups.length);
        if (to === undefined) return;
        onChoose(backups[to]!.id);
        event.preventDefault();
      }}
    >
      {backups.map((backup) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
        <div
          key={backup.id}
          id={`backup-${backup.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={backup.id === chosen}
          className="restore-item"
          onClick={() => onChoose(backup.id)}
        >
          <b>{whenInWords(backup.at)}</b>
          {named && backup.name && <span>{backup.name}</span>}
          <span>{reasonInWords(backup)}</span>
          <small>{amountInWords(backup)}</small>
        </div>
      ))}
    </div>
  );
}
