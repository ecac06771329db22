import { Command } from 'cmdk';
import { isEnabled, labelOf } from '../actions/action';
import { actionTable, run } from '../actions/table';
import { chordLabel, chordsOf } from '../keys';
import { setState, state, useStore } from '../store';
import { matchWords } from '../ui/match';
import { Modal } from '../ui/modal';

/** Every action that can be done now, its key beside it. */
export function CommandsDialog() {
  const keys = useStore((current) => current.settings.keys);
  // As it was before the dialog opened: that is what the commands will act on.
  const before = { ...state(), dialog: null };
  const actions = actionTable(before.project?.codebook).filter(
    (action) => !action.keyOnly && isEnabled(action, before),
  );
  return (
    <Modal title="Commands" size="small" bare>
      <Command className="command" label="Commands" loop filter={matchWords}>
        <Command.Input autoFocus placeholder="What do you want to do?" />
        <Command.List>
          <Command.Empty>No command is called that.</Command.Empty>
          {actions.map((action) => {
            const chord = chordsOf(action, keys)[0];
            return (
              <Command.Item
                key={action.id}
                value={`${labelOf(action, before)} ${action.id}`}
                onSelect={() => {
                  setState({ dialog: null });
                  run(action.id);
                }}
              >
                {labelOf(action, before)} <small>{action.menu}</small>
                <span className="grow" />
                {chord && <kbd>{chordLabel(chord)}</kbd>}
              </Command.Item>
            );
          })}
        </Command.List>
      </Command>
    </Modal>
  );
}
