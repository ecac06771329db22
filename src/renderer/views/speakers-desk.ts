import { create } from 'zustand';
import { useStore } from '../store';
import type { Sorting } from './speakers-data';

/** What of a speaker's page is shown, and what is being done on it. */
export interface PageState {
  /** Which kind of row; see speakers-rows.ts. "" = the first that there is. */
  readonly kind: string;
  /** Id of a speaker: only statements about that one. */
  readonly about: string | null;
  /** Id of an article: only what stands in it. */
  readonly article: string | null;
  /** Ids of annotations ticked to be given to another speaker; null = nothing is being split. */
  readonly ticked: ReadonlySet<string> | null;
  /** Mentions are being looked for. */
  readonly finding: Finding | null;
}

export interface Finding {
  /** The keys of places ticked otherwise than proposed. */
  readonly turned: ReadonlySet<string>;
  /** Names left out. */
  readonly off: ReadonlySet<string>;
  /** The line of the list that has the keyboard. */
  readonly at: number;
}

/** Nothing ticked otherwise than proposed. */
export const FOUND: Finding = { turned: new Set(), off: new Set(), at: 0 };

interface Desk {
  readonly query: string;
  readonly sorting: Sorting;
  /** Ids of speakers chosen together, to be merged. */
  readonly marks: ReadonlySet<string>;
  /** Are the facts about the speaker open for editing? */
  readonly details: boolean;
  readonly newest: boolean;
  /** Whose page `page` is the state of ("" = nobody's); every other page is as new. */
  readonly of: string;
  readonly page: PageState;
}

const FRESH: PageState = { kind: '', about: null, article: null, ticked: null, finding: null };
const FIRST: Desk = {
  query: '',
  sorting: 'most',
  marks: new Set(),
  details: false,
  newest: false,
  of: '',
  page: FRESH,
};

/** How the Speakers view was left, so that coming back from a passage finds it so. */
export const useDesk = create<Desk>(() => FIRST);
export const setDesk = useDesk.setState;

useStore.subscribe((now, before) => {
  if (now.open !== before.open) setDesk(FIRST);
});

/** The state of one speaker's page. */
export function usePage(speakerId: string): PageState {
  return useDesk((desk) => (desk.of === speakerId ? desk.page : FRESH));
}

/** Changes the state of one speaker's page, which becomes the one remembered. */
export function setPage(speakerId: string, changes: Partial<PageState>): void {
  setDesk(({ of, page }) => ({
    of: speakerId,
    page: { ...(of === speakerId ? page : FRESH), ...changes },
  }));
}
