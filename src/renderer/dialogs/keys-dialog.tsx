import type { MenuName } from '../actions/action';
import { labelOf } from '../actions/action';
import { actionTable } from '../actions/table';
import { chordLabel, chordsOf } from '../keys';
import { state } from '../store';
import { Modal } from '../ui/modal';

const ORDER: readonly MenuName[] = ['Tag', 'Go', 'Edit', 'View', 'File', 'Help'];

/** The map of keys, drawn from the action table. */
export function KeysDialog() {
  const now = state();
  const actions = actionTable(now.project?.codebook).filter(
    (action) =>
      !action.id.endsWith('-extend') && !action.keyOnly && chordsOf(action, now.settings.keys).length > 0,
  );
  return (
    <Modal
      title="Map of keys"
      description="Add Shift to a motion to extend the selection. Digits set the first attribute of the focused annotation."
      size="large"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys */}
      <div className="key-map" role="group" aria-label="Keys" tabIndex={0}>
        {ORDER.map((menu) => (
          <section key={menu}>
            <h3>{menu}</h3>
            <dl>
              {actions
                .filter((action) => action.menu === menu)
                .map((action) => (
                  <div key={action.id}>
                    <dt>{labelOf(action, now)}</dt>
                    <dd>
                      {chordsOf(action, now.settings.keys).map((chord) => (
                        <kbd key={chord}>{chordLabel(chord)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
