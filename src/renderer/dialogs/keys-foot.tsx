import type { Action } from '../actions/action';
import type { OwnKeys } from '../key-changes';
import { leftTo } from '../key-changes';
import { chordLabel, chordsOf } from '../keys';

/** What the dialog waits for: a key, or a word about one that another action has; or what it has just done. */
export type Asking =
  | { readonly kind: 'press'; readonly action: Action; readonly refused?: string }
  | { readonly kind: 'clash'; readonly action: Action; readonly chord: string; readonly holder: Action }
  | { readonly kind: 'said'; readonly text: string };

interface Props {
  readonly asking: Asking | null;
  readonly own: OwnKeys;
  readonly nameOf: (action: Action) => string;
  readonly onGive: (action: Action, chord: string) => void;
  readonly onLeave: () => void;
  readonly onResetAll: () => void;
}

/** The foot of the map of keys: what is being asked, in words, and the answers. */
export function KeysFoot({ asking, own, nameOf, onGive, onLeave, onResetAll }: Props) {
  const changed = Object.keys(own).length;
  return (
    <div className="modal-foot key-foot">
      <p role="status">{asking ? question(asking, own, nameOf) : ''}</p>
      {asking?.kind === 'press' && (
        <>
          {chordsOf(asking.action, own).length > 0 && (
            <button
              type="button"
              className="button outlined"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onGive(asking.action, '')}
            >
              No key
            </button>
          )}
          <button type="button" className="button outlined" onClick={onLeave}>
            Leave it
          </button>
        </>
      )}
      {asking?.kind === 'clash' && (
        <>
          <button type="button" className="button outlined" onClick={onLeave}>
            Leave it
          </button>
          <button
            type="button"
            className="button solid"
            autoFocus
            onClick={() => onGive(asking.action, asking.chord)}
          >
            Use it here
          </button>
        </>
      )}
      {(asking === null || asking.kind === 'said') && (
        <button type="button" className="button outlined" disabled={changed === 0} onClick={onResetAll}>
          Built-in keys for all
        </button>
      )}
    </div>
  );
}

function question(asking: Asking, own: OwnKeys, nameOf: Props['nameOf']): string {
  if (asking.kind === 'said') return asking.text;
  const { action } = asking;
  if (asking.kind === 'press') {
    return `${asking.refused ?? ''} Press the new key for “${nameOf(action)}”. Esc leaves it as it is.`.trim();
  }
  const left = leftTo(asking.holder, action, own, asking.chord);
  const keeps = chordsOf(asking.holder, own).includes(left);
  const then = left === '' ? 'has none' : `${keeps ? 'keeps' : 'gets'} ${chordLabel(left)}`;
  return `${chordLabel(asking.chord)} is the key of “${nameOf(asking.holder)}”, which then ${then}.`;
}
