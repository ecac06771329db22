import type { Codebook } from '../../core/project/codebook';
import { DEFAULT_CODEBOOK } from '../../core/project/default-codebook';
import { useHintsList } from '../panels/hints-store';
import type { State } from '../store';
import { currentArticle, isEditable, notify, setState } from '../store';
import type { Action } from './action';

const EMPTY: Codebook = { id: 'own', name: 'Our codebook', version: '1.0', layers: [] };

/** Shows what another codebook would change; nothing is taken before it was seen. */
function offer(title: string, label: string, codebook: Codebook, warnings: readonly string[] = []): void {
  setState({ dialog: { kind: 'codebook', title, label, codebook, warnings } });
}

/** Codebooks as files, the built-in one, none at all; and the list of hints. */
export const CODEBOOK_ACTIONS: readonly Action[] = [
  {
    id: 'import-codebook',
    label: 'Import codebook…',
    menu: 'File',
    group: 3,
    enabled: isEditable,
    run: async () => {
      const result = await window.desktop.chooseCodebook();
      if (!result.ok) return notify(result.message, 'error');
      if (!result.value) return;
      const { fileName, codebook, warnings } = result.value;
      offer(`Import “${fileName}”`, 'import codebook', codebook, warnings);
    },
  },
  {
    id: 'export-codebook',
    label: 'Export codebook…',
    menu: 'File',
    group: 3,
    enabled: ({ project }) => project !== null,
    run: async () => {
      const result = await window.desktop.saveCodebook();
      if (!result.ok) notify(result.message, 'error');
      else if (result.value !== null) notify(`Exported ${result.value.split(/[\\/]/).at(-1)}`);
    },
  },
  {
    id: 'empty-codebook',
    label: 'Start from an empty codebook…',
    menu: 'File',
    group: 3,
    enabled: isEditable,
    run: () => offer('Start from an empty codebook', 'start from an empty codebook', EMPTY),
  },
  {
    id: 'built-in-codebook',
    label: 'Back to the built-in codebook…',
    menu: 'File',
    group: 3,
    enabled: isEditable,
    run: () => offer('Back to the built-in codebook', 'go back to the built-in codebook', DEFAULT_CODEBOOK),
  },
  {
    id: 'hints',
    label: 'Hints for this article',
    menu: 'Go',
    group: 3,
    keys: ['h'],
    enabled: (state: State) => state.view === 'library' && currentArticle(state) !== null,
    run: () => useHintsList.setState(({ open }) => ({ open: !open })),
  },
];
