import { entryOf, isClaim, SAME_CLAIM } from '../../core/project/claim-links';
import type { State } from '../store';
import { focusedAnnotation, isEditable, setState } from '../store';
import { makeSame, NOT_REGISTERED, suggestionsFor } from '../views/claims-actions';
import { useCame } from '../views/claims-came';
import type { Action } from './action';

/** The claim that has the focus in the reader. */
function focusedClaim(state: State) {
  const annotation = state.view === 'library' ? focusedAnnotation(state) : null;
  return annotation && state.project && isClaim(state.project.codebook, annotation) ? annotation : null;
}

/** The suggestion on a claim's page that the n-th digit takes. */
function suggestion(state: State, n: number) {
  if (state.view !== 'claims' || !state.project || !isEditable(state) || state.claimId === null)
    return undefined;
  return suggestionsFor(state.project, state.claimId)[n - 1];
}

/** Claims across articles: from a passage to its claim, and what is the same. */
export const CLAIM_ACTIONS: readonly Action[] = [
  {
    id: 'same-claim',
    label: 'Same claim as…',
    menu: 'Tag',
    group: 2,
    keys: ['g'],
    enabled: (state) => isEditable(state) && focusedClaim(state) !== null,
    run: (state) => {
      const annotation = focusedClaim(state);
      if (annotation) setState({ asking: { annotationId: annotation.id, role: SAME_CLAIM } });
    },
  },
  {
    id: 'go-to-claim',
    label: 'Show this claim everywhere',
    menu: 'Tag',
    group: 2,
    keys: ['Shift+g'],
    enabled: (state) => focusedClaim(state) !== null,
    run: (state) => {
      const annotation = focusedClaim(state);
      if (!annotation || !state.project) return;
      setState({ view: 'claims', claimId: entryOf(state.project, annotation) ?? NOT_REGISTERED });
      useCame.setState({ came: true });
    },
  },
  {
    id: 'back-to-passage',
    label: 'Back to the passage',
    menu: 'Go',
    group: 5,
    keys: ['Escape'],
    enabled: ({ view }) => view === 'claims' && useCame.getState().came,
    run: () => setState({ view: 'library' }),
  },
  ...[1, 2, 3, 4, 5].map(
    (n): Action => ({
      id: `likely-${n}`,
      label: `Same claim as suggestion ${n}`,
      menu: 'Tag',
      group: 5,
      keys: [String(n)],
      keyOnly: true,
      enabled: (state) => suggestion(state, n) !== undefined,
      run: (state) => {
        const taken = suggestion(state, n);
        if (taken && state.claimId !== null) makeSame(state.claimId, taken.of);
      },
    }),
  ),
];
