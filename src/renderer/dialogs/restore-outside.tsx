import { setSettings } from '../store';

interface Props {
  /** The folder that backups outside go to, or null. */
  readonly folder: string | null;
  readonly onChanged: () => void;
}

/** Where backups go besides the project's own folder: said, changed, switched off. */
export function RestoreOutside({ folder, onChanged }: Props) {
  const change = async () => {
    const chosen = await window.desktop.chooseBackupFolder();
    if (chosen === null) return;
    setSettings({ backups: chosen });
    onChanged();
  };
  const turn = (on: boolean) => {
    setSettings({ backups: on ? undefined : null });
    onChanged();
  };
  return (
    <div className="restore-outside">
      <span title={folder ?? undefined}>
        {folder === null
          ? 'Backups are kept in the project’s folder only.'
          : `Kept in the project, and in ${folder}`}
      </span>
      <button type="button" className="text-button" onClick={() => void change()}>
        {folder === null ? 'Keep them elsewhere too…' : 'Change…'}
      </button>
      {folder === null ? (
        <button type="button" className="text-button" onClick={() => turn(true)}>
          Use the app’s folder
        </button>
      ) : (
        <button type="button" className="text-button" onClick={() => turn(false)}>
          Only in the project
        </button>
      )}
    </div>
  );
}
