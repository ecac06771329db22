import { setState, useStore } from '../store';
import { Modal } from '../ui/modal';
import { RestoreContents } from './restore-contents';
import { RestoreList } from './restore-list';
import { RestoreOutside } from './restore-outside';
import { RestorePlaces } from './restore-places';
import { canPutBack, useRestore } from './restore-run';

/** Choose a backup, see what it holds and what would change, and restore it beside or in place. */
export function RestoreDialog() {
  const restore = useRestore();
  const { list, place, chosen, looked, busy, problem } = restore;
  const open = useStore((state) => state.project !== null);
  const shown = list?.backups.filter((backup) => backup.place === place) ?? [];
  const backup = shown.find(({ id }) => id === chosen);
  const usable = backup !== undefined && looked.kind === 'read' && !busy;
  return (
    <Modal title="Restore from a backup" size="large" onClose={() => !busy}>
      <div className="restore">
        <div className="restore-side">
          {list && (
            <RestorePlaces
              list={list}
              place={place}
              onPlace={(next) => {
                restore.setPlace(next);
                restore.choose(list.backups.find((one) => one.place === next)?.id ?? null);
              }}
            />
          )}
          {shown.length > 0 && (
            <RestoreList
              backups={shown}
              chosen={chosen}
              onChoose={restore.choose}
              named={!open || place === 'elsewhere'}
            />
          )}
          <button type="button" className="text-button restore-look" onClick={() => void restore.look(true)}>
            Look in another folder…
          </button>
        </div>
        <div className="restore-main">
          {backup ? (
            <RestoreContents backup={backup} looked={looked} />
          ) : (
            <p className="restore-none" role="status">
              {list ? NONE[place] : 'Looking for backups…'}
            </p>
          )}
          {list && <RestoreOutside folder={list.outside} onChanged={() => void restore.reload()} />}
          <div className="export-foot">
            <p
              className={problem ? 'export-said failed' : 'export-said'}
              role={problem ? 'alert' : undefined}
            >
              {problem ?? (canPutBack(looked) && usable ? 'What is here now is backed up first.' : '')}
            </p>
            <button
              type="button"
              className="button outlined"
              disabled={busy}
              onClick={() => setState({ dialog: null })}
            >
              Cancel
            </button>
            {open && (
              <button
                type="button"
                className="button outlined"
                disabled={!usable || !canPutBack(looked)}
                onClick={() => void restore.restore(true)}
              >
                Put this project back
              </button>
            )}
            <button
              type="button"
              className="button solid"
              disabled={!usable}
              onClick={() => void restore.restore(false)}
            >
              Restore as a new project…
            </button>
          </div>
        </div>
      </div>
    </Modal>
  );
}

const NONE = {
  inside:
    'There is no backup yet. One is made after five minutes of change, and before anything is brought in, deleted or changed at once.',
  outside: 'No backup was found outside the project.',
  elsewhere: 'There is no backup in that folder.',
} as const;
