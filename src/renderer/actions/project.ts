import { deleteArticle } from '../../core/commands/edit-article';
import { askForAnnotations } from '../dialogs/annotations-read';
import { importPaths } from '../dialogs/import-flow';
import { leaveProject, openedOrSaid } from '../opening';
import type { State } from '../store';
import { currentArticle, isEditable, notify, now, perform, setState, travel } from '../store';
import { plural } from '../ui/words';
import type { Action } from './action';

/** Opens the sample project, or makes it where the person says. */
export async function openSample(): Promise<void> {
  await openedOrSaid(() => window.desktop.createProject({ name: 'The Linden ferry', sample: true }));
}

const withProject = (state: State) => state.project !== null;

/** Files, projects, import and export, undo. */
export const PROJECT_ACTIONS: readonly Action[] = [
  {
    id: 'new-project',
    label: 'New project…',
    menu: 'File',
    group: 0,
    keys: ['Mod+n'],
    run: () => setState({ dialog: { kind: 'new-project' } }),
  },
  {
    id: 'open-project',
    label: 'Open project…',
    menu: 'File',
    group: 0,
    keys: ['Mod+o'],
    run: () => void openedOrSaid(() => window.desktop.openProject({})),
  },
  {
    id: 'open-sample',
    label: 'Open the sample project',
    menu: 'File',
    group: 0,
    run: () => void openSample(),
  },
  {
    id: 'new-window',
    label: 'New window',
    menu: 'File',
    group: 0,
    keys: ['Mod+Shift+n'],
    run: () => void window.desktop.newWindow(),
  },
  {
    id: 'take-over',
    label: 'Take the project over…',
    menu: 'File',
    group: 0,
    enabled: ({ open }) => open?.held ?? false,
    run: () => void openedOrSaid(() => window.desktop.takeOverProject()),
  },
  {
    id: 'close-project',
    label: 'Close project',
    menu: 'File',
    group: 0,
    keys: ['Mod+w'],
    enabled: withProject,
    run: async () => {
      const result = await window.desktop.closeProject();
      if (!result.ok) return notify(result.message, 'error');
      await leaveProject();
    },
  },
  {
    id: 'import-files',
    label: 'Add articles…',
    menu: 'File',
    group: 1,
    keys: ['Mod+i'],
    enabled: isEditable,
    run: async () => importPaths(await window.desktop.chooseImport({ folder: false })),
  },
  {
    id: 'import-folder',
    label: 'Add a folder of articles…',
    menu: 'File',
    group: 1,
    keys: ['Mod+Shift+i'],
    enabled: isEditable,
    run: async () => importPaths(await window.desktop.chooseImport({ folder: true })),
  },
  {
    id: 'import-pasted',
    label: 'Add pasted text…',
    menu: 'File',
    group: 1,
    keys: ['Mod+Shift+v'],
    enabled: isEditable,
    run: () => setState({ dialog: { kind: 'paste' } }),
  },
  {
    id: 'import-annotations',
    label: 'Import annotations…',
    menu: 'File',
    group: 1,
    enabled: isEditable,
    run: () => void askForAnnotations(false),
  },
  {
    id: 'import-annotations-folder',
    label: 'Import a folder of annotations…',
    menu: 'File',
    group: 1,
    enabled: isEditable,
    run: () => void askForAnnotations(true),
  },
  {
    id: 'export',
    label: 'Export…',
    menu: 'File',
    group: 2,
    keys: ['Mod+e'],
    enabled: withProject,
    run: () => setState({ dialog: { kind: 'export' } }),
  },
  {
    id: 'restore',
    label: 'Restore from a backup…',
    menu: 'File',
    group: 3,
    run: () => setState({ dialog: { kind: 'restore' } }),
  },
  {
    id: 'doctor',
    label: ({ project }) => (project ? 'Check this project…' : 'Check a project…'),
    menu: 'File',
    group: 3,
    run: () => setState({ dialog: { kind: 'doctor' } }),
  },
  {
    id: 'show-folder',
    label: 'Show project folder',
    menu: 'File',
    group: 2,
    enabled: withProject,
    run: (state) => void window.desktop.showInFolder(state.open!.folder),
  },
  {
    id: 'undo',
    label: ({ history }) => (history.done.length > 0 ? `Undo ${history.done.at(-1)!.label}` : 'Undo'),
    menu: 'Edit',
    group: 0,
    keys: ['Mod+z'],
    repeats: true,
    enabled: (state) => isEditable(state) && state.history.done.length > 0,
    run: () => travel('undo'),
  },
  {
    id: 'redo',
    label: ({ history }) => (history.undone.length > 0 ? `Redo ${history.undone.at(-1)!.label}` : 'Redo'),
    menu: 'Edit',
    group: 0,
    keys: ['Mod+Shift+z', 'Mod+y'],
    repeats: true,
    enabled: (state) => isEditable(state) && state.history.undone.length > 0,
    run: () => travel('redo'),
  },
  {
    id: 'edit-article',
    label: 'Article details…',
    menu: 'Edit',
    group: 1,
    keys: ['Mod+Shift+d'],
    enabled: (state) => currentArticle(state) !== null,
    run: (state) => setState({ dialog: { kind: 'article', articleId: state.articleId! } }),
  },
  {
    id: 'delete-article',
    label: 'Remove article from project',
    menu: 'Edit',
    group: 1,
    enabled: (state) => isEditable(state) && currentArticle(state) !== null,
    run: (state) => {
      const { id } = currentArticle(state)!;
      const count = state.project!.annotations.get(id)?.length ?? 0;
      if (perform('remove article', (project) => deleteArticle(project, { id, at: now() }))) {
        notify(
          count === 0
            ? 'Removed the article. Undo brings it back.'
            : `Removed the article and its ${plural(count, 'annotation')}. Undo brings them back.`,
        );
      }
    },
  },
  {
    id: 'annotator',
    label: 'Annotator…',
    menu: 'Edit',
    group: 5,
    run: () => setState({ dialog: { kind: 'annotator' } }),
  },
];
