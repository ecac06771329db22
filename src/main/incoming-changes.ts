import type { Change } from '../core/change/change';
import { joinChecked, parseChange } from '../core/project/validate';
import type { HandedOver } from '../shared/api';

/** Large changes on their way from the page, in portions that are checked one by one as they come. */
export class IncomingChanges {
  readonly #parts = new Map<string, Change[]>();

  /** Takes the next portion of a change: the JSON of some of its rows. Throws when it is not valid. */
  take(name: string, portion: string): void {
    const parts = this.#parts.get(name) ?? [];
    // What was not understood in part is not kept in part.
    this.#parts.delete(name);
    parts.push(parseChange(JSON.parse(portion)));
    this.#parts.set(name, parts);
  }

  /** The change itself, or all of the one that came before in portions; throws when none did. */
  whole(change: Change | HandedOver): Change {
    if (!('handedOver' in change)) return change;
    const parts = this.#parts.get(change.handedOver);
    if (!parts) throw new Error('this change did not arrive');
    this.#parts.delete(change.handedOver);
    return joinChecked(parts);
  }

  /** Forgets all of them: their page has gone. */
  forget(): void {
    this.#parts.clear();
  }
}
