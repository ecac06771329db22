import type { Change } from '../../core/change/change';
import type { Annotation } from '../../core/project/model';
import { plural } from '../ui/words';
import type { Plan } from './table-bulk-plans';

/** How many of the chosen annotations a plan changes. */
export function changedBy(change: Change, rows: readonly Annotation[]): number {
  const changed = change.annotations ?? {};
  return rows.reduce((count, { id }) => (Object.hasOwn(changed, id) ? count + 1 : count), 0);
}

/** What a plan does, in sentences: "9 of 12 annotations will change. 2 are so already, 1 has no such kind." */
export function planWords(
  { cannot, lost, removes }: Plan,
  chosen: number,
  changed: number,
): readonly string[] {
  const verb = removes ? 'be deleted' : 'change';
  const first =
    changed === chosen
      ? `${plural(chosen, 'annotation')} will ${verb}.`
      : changed === 0
        ? `Nothing will ${verb}.`
        : `${changed.toLocaleString()} of ${plural(chosen, 'annotation')} will ${verb}.`;
  const same = chosen - changed - cannot.count;
  const rest = [
    same > 0 && `${same.toLocaleString()} ${same === 1 ? 'is' : 'are'} so already`,
    cannot.count > 0 &&
      `${cannot.count.toLocaleString()} ${cannot.count === 1 ? 'has' : 'have'} ${cannot.why}`,
  ].filter((part) => part !== false);
  return [first, ...(rest.length > 0 ? [`${rest.join(', ')}.`] : []), ...(changed > 0 ? lost : [])];
}
