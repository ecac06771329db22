import type { Change } from '../../core/change/change';
import { isEmpty } from '../../core/change/change';
import { taggingMatches } from '../../core/commands/tag-matches';
import type { Layer } from '../../core/project/codebook';
import { signed } from '../actions/sign';
import { performShown } from '../dialogs/working-store';
import { newId, notify, now, openArticle, setState, state } from '../store';
import { plural } from '../ui/words';
import type { Found } from './search-data';
import { linesNow } from './search-lines-shown';
import { remember, searchState, setSearch } from './search-store';

/** Opens the article at a line, with its passage selected or its annotation in focus. */
export function openLine({ key, articleId, span, annotationId }: Found): void {
  if (searchState().tab === 'text') remember();
  setSearch({ here: key });
  openArticle(articleId, annotationId);
  if (annotationId === undefined) setState({ passage: { span, head: span.end } });
}

/** Chooses a line, or lets go of it. */
export function toggle(key: string): void {
  const chosen = new Set(searchState().chosen);
  if (!chosen.delete(key)) chosen.add(key);
  setSearch({ chosen });
}

/** Are all of these lines chosen? */
export const allChosen = (lines: readonly Found[], chosen: ReadonlySet<string>): boolean =>
  lines.length > 0 && chosen.size >= lines.length && lines.every(({ key }) => chosen.has(key));

/** Chooses all lines that are shown, or lets go of them when they all are chosen. */
export function toggleAll(): void {
  const { chosen } = searchState();
  const { shown } = linesNow();
  const keys = new Set(shown.map(({ key }) => key));
  const others = [...chosen].filter((key) => !keys.has(key));
  setSearch({ chosen: new Set(allChosen(shown, chosen) ? others : [...others, ...keys]) });
}

/** Begins to look at the lines one by one, at the one that has the keyboard. */
export function beginReview(): void {
  const { here, tab } = searchState();
  const { shown } = linesNow();
  if (shown.length === 0 || tab !== 'text') return;
  const from = shown.some(({ key }) => key === here) ? here : (shown[0]?.key ?? null);
  setSearch({ reviewing: true, skipped: new Set(), here: from });
  focusLines();
}

/** Takes the line that has the keyboard, or passes over it, and goes on to the next that is undecided. */
export function decide(take: boolean): void {
  const { here, chosen: before, skipped: passed } = searchState();
  if (here === null) return;
  const [chosen, skipped] = [new Set(before), new Set(passed)];
  (take ? chosen : skipped).add(here);
  (take ? skipped : chosen).delete(here);
  const { shown } = linesNow();
  const at = shown.findIndex(({ key }) => key === here);
  const next = [...shown.slice(at + 1), ...shown.slice(0, at)].find(
    ({ key }) => !chosen.has(key) && !skipped.has(key),
  );
  setSearch({ chosen, skipped, ...(next ? { here: next.key } : { reviewing: false }) });
  if (!next) {
    notify(
      `All ${plural(shown.length, 'match', 'matches')} reviewed: ${chosen.size.toLocaleString()} taken.`,
    );
  }
}

/** Tags all chosen lines with a layer, as one step. */
export async function tagChosen(layer: Layer): Promise<void> {
  const { chosen } = searchState();
  const { annotator } = state().settings;
  const matches = linesNow().all.filter(({ key }) => chosen.has(key));
  const as = `as ${layer.label.toLowerCase()}`;
  const count = (change: Change) => Object.keys(change.annotations ?? {}).length;
  const inWords = (number: number) => plural(number, 'match', 'matches');
  const change = await performShown(
    { title: `Tagging ${inWords(matches.length)} ${as}`, total: matches.length },
    (made) => `tag ${inWords(count(made))} ${as}`,
    function* (current) {
      const args = { matches: named(matches), layer: layer.id, annotatorId: annotator.id, at: now() };
      const made = yield* taggingMatches(current, args);
      return isEmpty(made) ? made : signed(current, annotator, made);
    },
  );
  if (!change) return;
  const tagged = count(change);
  const skipped = matches.length - tagged;
  const rest = `${skipped.toLocaleString()} ${skipped === 1 ? 'was' : 'were'} tagged so already.`;
  if (isEmpty(change)) {
    notify(`Nothing to tag: all ${rest}`);
    return;
  }
  notify(`Tagged ${inWords(tagged)} ${as}.${skipped > 0 ? ` ${rest}` : ''}`);
  setSearch({ chosen: new Set(), skipped: new Set(), reviewing: false });
  focusLines();
}

/** The matches with ids for their annotations, each when it is its turn. */
function* named(matches: readonly Found[]) {
  for (const { articleId, span } of matches) yield { id: newId('a'), articleId, span };
}

/** Gives the keyboard to the lines once they are there. */
export function focusLines(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.lines [role="listbox"]')?.focus());
}

/** Gives the keyboard to the field, its text selected. */
export function focusField(): void {
  const field = () => document.querySelector<HTMLInputElement>('#search-everywhere');
  // At once where it can be, so that the next key goes to it; a dialog that closes gives the focus back first.
  if (field() && !document.activeElement?.closest('[role=dialog]')) field()!.select();
  else requestAnimationFrame(() => field()?.select());
}
