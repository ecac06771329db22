import { useState } from 'react';
import type { Action, MenuName } from '../actions/action';
import { labelOf } from '../actions/action';
import { actionTable } from '../actions/table';
import { holderOf, withBuiltIn, withKey } from '../key-changes';
import { chordLabel, chordsOf, spokenFor } from '../keys';
import { setSettings, state, useStore } from '../store';
import { Modal } from '../ui/modal';
import type { Asking } from './keys-foot';
import { KeysFoot } from './keys-foot';
import { KeyRow } from './keys-row';

const ORDER: readonly MenuName[] = ['Tag', 'Go', 'Edit', 'View', 'File', 'Help'];

/** The map of keys, drawn from the action table; each key can be changed. */
export function KeysDialog() {
  const own = useStore(({ settings }) => settings.keys);
  // As it was before the dialog opened: that is what the labels speak of.
  const [before] = useState(state);
  const [query, setQuery] = useState('');
  const [asking, setAsking] = useState<Asking | null>(null);
  const actions = actionTable(before.project?.codebook);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = actions.filter((action) => {
    const keys = chordsOf(action, own).flatMap((chord) => [chord, chordLabel(chord)]);
    const text = `${labelOf(action, before)} ${keys.join(' ')}`.toLowerCase();
    return !action.keyOnly && words.every((word) => text.includes(word));
  });
  const nameOf = (action: Action) => labelOf(action, before);

  const give = (action: Action, chord: string) => {
    const keys = withKey(actions, own, action.id, chord);
    setSettings({ keys });
    const [now] = chordsOf(action, keys);
    const said = now === undefined ? 'has no key now' : `is ${chordLabel(now)} now`;
    setAsking({ kind: 'said', text: `“${nameOf(action)}” ${said}.` });
    backTo(action);
  };
  const pressed = (action: Action, chord: string) => {
    const refused = spokenFor(chord);
    const holder = holderOf(actions, own, action.id, chord);
    if (refused) setAsking({ kind: 'press', action, refused: `${chordLabel(chord)} ${refused}.` });
    else if (chordsOf(action, own).includes(chord) && chordsOf(action, own).length === 1) setAsking(null);
    else if (holder) setAsking({ kind: 'clash', action, chord, holder });
    else give(action, chord);
  };
  const reset = (action: Action) => {
    setSettings({ keys: withBuiltIn(actions, own, action.id) });
    setAsking({ kind: 'said', text: `“${nameOf(action)}” has its built-in key again.` });
    backTo(action);
  };
  const leave = () => {
    if (asking && asking.kind !== 'said') backTo(asking.action);
    setAsking(null);
  };
  const waiting = asking?.kind === 'press' || asking?.kind === 'clash';
  return (
    <Modal
      title="Map of keys"
      description="Choose a key to change it. Digits set the first attribute of the focused annotation."
      size="large"
      onClose={() => {
        if (waiting) leave();
        return !waiting;
      }}
    >
      <input
        type="search"
        className="field key-find"
        autoFocus
        aria-label="Find an action or a key"
        placeholder="Find an action or a key"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          document.querySelector<HTMLElement>('.key-map .key-change:enabled')?.focus();
          event.preventDefault();
        }}
      />
      <div className="key-map" role="group" aria-label="Keys" onKeyDown={step}>
        {ORDER.map((menu) => {
          const rows = shown.filter((action) => action.menu === menu);
          return rows.length === 0 ? null : (
            <section key={menu}>
              <h3>{menu}</h3>
              <ul>
                {rows.map((action) => (
                  <KeyRow
                    key={action.id}
                    id={action.id}
                    label={nameOf(action)}
                    chords={chordsOf(action, own)}
                    changed={own[action.id] !== undefined}
                    asked={waiting && asking.action.id === action.id}
                    waiting={asking?.kind === 'press' && asking.action.id === action.id}
                    onAsk={() => setAsking({ kind: 'press', action })}
                    onChord={(chord) => pressed(action, chord)}
                    onLeave={() => setAsking(null)}
                    onReset={() => reset(action)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {shown.length === 0 && <p>No action and no key is called that.</p>}
      </div>
      <KeysFoot
        asking={asking}
        own={own}
        nameOf={nameOf}
        onGive={give}
        onLeave={leave}
        onResetAll={() => {
          setSettings({ keys: {} });
          setAsking({ kind: 'said', text: 'All keys are the built-in ones again.' });
        }}
      />
    </Modal>
  );
}

/** The answers in the foot are gone with the question: the keyboard goes back to the key it was about. */
function backTo({ id }: Action): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-key-of="${id}"]`)?.focus());
}

/** The arrows go from key to key. */
function step(event: React.KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || event.defaultPrevented) return;
  const keys = [...event.currentTarget.querySelectorAll<HTMLElement>('.key-change:enabled')];
  const at = keys.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  keys[at + by]?.focus();
  event.preventDefault();
}
