import { FolderOpen, Plus, Sparkles } from 'lucide-react';
import { openedOrSaid } from '../opening';
import { Notice } from '../panels/status-bar';
import { useStore } from '../store';
import { ActionButton } from '../ui/action-button';

/** What a person sees before any project is open: one clear thing to do first, and what they did last. */
export function StartView() {
  const recent = useStore((state) => state.recent);
  const problem = useStore((state) => state.problem);
  const open = (folder: string) => void openedOrSaid(() => window.desktop.openProject({ folder }));
  return (
    <main className="start-view">
      <div className="start-column">
        <h1>Marginalia</h1>
        <p className="start-lead">
          Read closely, tag what is claimed, who says it and how it is felt, and take away a dataset that
          others can check.
        </p>
        {problem && (
          <p className="banner" role="alert">
            {problem} <ActionButton action="restore" className="text-button" />
          </p>
        )}
        <div className="start-choices">
          <ActionButton action="open-sample" className="choice">
            <Sparkles aria-hidden="true" />
            <b>Open the sample project</b>
            <small>Five short articles, some already tagged. The best way to look around.</small>
          </ActionButton>
          <ActionButton action="new-project" className="choice">
            <Plus aria-hidden="true" />
            <b>New project</b>
            <small>An empty folder of your own. Add articles by dropping them into the window.</small>
          </ActionButton>
          <ActionButton action="open-project" className="choice">
            <FolderOpen aria-hidden="true" />
            <b>Open a project</b>
            <small>A folder that Marginalia made, on this machine or from a colleague.</small>
          </ActionButton>
        </div>
        {recent.length > 0 && (
          <section aria-label="Recent projects" className="recent">
            <h2>Recent</h2>
            <ul>
              {recent.map(({ folder, name }) => (
                <li key={folder}>
                  <button type="button" onClick={() => open(folder)}>
                    <b>{name}</b>
                    <small>{folder}</small>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Notice />
        <p className="start-foot">Everything stays on this machine. Marginalia never uses the network.</p>
      </div>
    </main>
  );
}
