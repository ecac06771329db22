import { PanelLeft, PanelRight, Search } from 'lucide-react';
import { useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { plural } from '../ui/words';
import { ReadingMenu } from './reading-menu';

const VIEWS = [
  ['view-library', 'library', 'Library'],
  ['view-search', 'search', 'Search'],
  ['view-speakers', 'speakers', 'Speakers'],
  ['view-claims', 'claims', 'Claims'],
  ['view-table', 'table', 'Table'],
  ['view-codebook', 'codebook', 'Codebook'],
] as const;

/** The head of the window: views, the project's name, commands, export. */
export function TopBar() {
  const project = useStore((state) => state.project)!;
  const view = useStore((state) => state.view);
  return (
    <header className="top-bar">
      <ActionButton action="toggle-library" className="icon-button">
        <PanelLeft aria-hidden="true" />
      </ActionButton>
      <nav aria-label="Views">
        {VIEWS.map(([action, id, label]) => (
          <ActionButton key={id} action={action} className={view === id ? 'tab here' : 'tab'}>
            {label}
          </ActionButton>
        ))}
      </nav>
      <span className="grow" />
      <span className="project-name">
        {project.info.name} <small>{plural(project.articles.size, 'article')}</small>
      </span>
      <span className="grow" />
      <ActionButton action="import-files" className="button">
        Add articles
      </ActionButton>
      <ReadingMenu />
      <ActionButton action="commands" className="button wide" withKey>
        <Search aria-hidden="true" />
        <span className="word">Commands</span>
      </ActionButton>
      <ActionButton action="toggle-margin" className="icon-button">
        <PanelRight aria-hidden="true" />
      </ActionButton>
      <ActionButton action="export" className="button solid">
        Export
      </ActionButton>
    </header>
  );
}
