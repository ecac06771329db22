import { lazy, Suspense, useEffect, useState } from 'react';
import { menuBar } from './actions/table';
import { CommandsDialog } from './dialogs/commands-dialog';
import { DoctorDialog } from './dialogs/doctor-dialog';
import { ImportDialogs, importDrop } from './dialogs/import-flow';
import { KeysDialog } from './dialogs/keys-dialog';
import { NotesDialog } from './dialogs/memo-notes';
import { MemoSheet } from './dialogs/memo-sheet';
import { OpeningDialog } from './dialogs/opening-dialog';
import { RestoreDialog } from './dialogs/restore-dialog';
import { AnnotatorDialog, NewProjectDialog, ReportDialog } from './dialogs/small-dialogs';
import { WorkingDialog } from './dialogs/working-dialog';
import { Banner } from './panels/banner';
import { StatusBar } from './panels/status-bar';
import { TopBar } from './panels/top-bar';
import type { View } from './store';
import { useStore } from './store';
import { ClaimsView } from './views/claims-view';
import { CodebookImport } from './views/codebook-import';
import { CodebookView } from './views/codebook-view';
import { LibraryView } from './views/library-view';
import { SearchView } from './views/search-view';
import { SpeakersView } from './views/speakers-view';
import { StartView } from './views/start-view';
import { TableView } from './views/table-view';

/** With all formats, which are large and wanted seldom. */
const ExportDialog = lazy(async () => {
  const { ExportDialog } = await import('./dialogs/export-dialog');
  return { default: ExportDialog };
});

const VIEWS: Readonly<Record<View, React.ComponentType>> = {
  library: LibraryView,
  search: SearchView,
  speakers: SpeakersView,
  claims: ClaimsView,
  table: TableView,
  codebook: CodebookView,
};

/** The window: what is open decides what it shows. */
export function App() {
  const ready = useStore((state) => state.startup !== null);
  const open = useStore((state) => state.project !== null);
  const view = useStore((state) => state.view);
  useTheme();
  useNativeMenu();
  const beginning = useStore((state) => state.beginning);
  if (!ready) return null;
  const Current = VIEWS[view];
  return (
    <DropZone>
      {open ? (
        <div className="window">
          <TopBar />
          <Banner />
          <Current />
          <MemoSheet />
          <StatusBar />
        </div>
      ) : (
        !beginning && <StartView />
      )}
      <Dialogs />
    </DropZone>
  );
}

function Dialogs() {
  const dialog = useStore((state) => state.dialog);
  if (!dialog) return null;
  switch (dialog.kind) {
    case 'commands':
      return <CommandsDialog />;
    case 'keys':
      return <KeysDialog />;
    case 'new-project':
      return <NewProjectDialog />;
    case 'codebook':
      return <CodebookImport {...dialog} />;
    case 'annotator':
      return <AnnotatorDialog />;
    case 'notes':
      return <NotesDialog />;
    case 'doctor':
      return <DoctorDialog />;
    case 'opening':
      return <OpeningDialog />;
    case 'restore':
      return <RestoreDialog />;
    case 'working':
      return <WorkingDialog />;
    case 'report':
      return <ReportDialog title={dialog.title} lines={dialog.lines} />;
    case 'export':
      return (
        <Suspense>
          <ExportDialog annotations={dialog.annotations} />
        </Suspense>
      );
    default:
      return <ImportDialogs dialog={dialog} />;
  }
}

/** Files may be dropped anywhere. */
function DropZone({ children }: { children: React.ReactNode }) {
  const [over, setOver] = useState(false);
  const hasFiles = (event: React.DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the menu and its keys beside it
    <div
      className="drop-zone"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void importDrop(event.dataTransfer.files);
      }}
    >
      {children}
      {over && (
        <div className="drop-hint">
          Drop to read these articles. Nothing is added before you have seen them.
        </div>
      )}
    </div>
  );
}

/** The theme chosen, or the system's; high contrast when the system asks for it. */
function useTheme(): void {
  const theme = useStore((state) => state.settings.theme);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const contrast = matchMedia('(prefers-contrast: more)');
    const set = () => {
      const system = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
      document.documentElement.dataset.theme = theme === 'system' ? system : theme;
    };
    set();
    dark.addEventListener('change', set);
    contrast.addEventListener('change', set);
    return () => {
      dark.removeEventListener('change', set);
      contrast.removeEventListener('change', set);
    };
  }, [theme]);
}

/** The native menu bar follows the action table; it is sent only when something in it has changed. */
function useNativeMenu(): void {
  useEffect(() => {
    let sent = '';
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const send = () => {
      const menu = menuBar(useStore.getState());
      const text = JSON.stringify(menu);
      if (text === sent) return;
      sent = text;
      void window.desktop.setMenu(menu);
    };
    send();
    const stop = useStore.subscribe(() => {
      clearTimeout(waiting);
      waiting = setTimeout(send, 120);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, []);
}
