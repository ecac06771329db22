import { Popover } from 'radix-ui';
import { renameCodebook } from '../../core/commands/codebook';
import type { Codebook } from '../../core/project/codebook';
import { perform } from '../store';
import { CommitField } from '../ui/commit-field';
import { byDay } from './codebook-history';

/** What the codebook is called and which version of it this is, with the versions before it. */
export function CodebookHead({ codebook, disabled }: { codebook: Codebook; disabled: boolean }) {
  const days = byDay(codebook.history ?? []);
  return (
    <header className="codebook-head">
      <CommitField
        label="Name of the codebook"
        required
        value={codebook.name}
        disabled={disabled}
        onCommit={(name) => perform('rename codebook', (project) => renameCodebook(project, { name }))}
      />
      <Popover.Root>
        <Popover.Trigger asChild>
          <button type="button" className="text-button">
            Version {codebook.version}
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="popover codebook-versions"
            align="start"
            sideOffset={6}
            collisionPadding={12}
            aria-label="Versions"
          >
            <p>
              The version changes whenever a tag may come to mean something else. Every annotation remembers
              the one it was made with.
            </p>
            {days.length === 0 && <p className="aside">Nothing was changed in this project yet.</p>}
            {days.map(({ title, what }) => (
              <section key={title}>
                <h3>{title}</h3>
                <ul>
                  {what.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </section>
            ))}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </header>
  );
}
