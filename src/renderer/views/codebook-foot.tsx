import { Ellipsis } from 'lucide-react';
import { Popover } from 'radix-ui';
import { setUnivocal } from '../../core/commands/codebook';
import type { Codebook } from '../../core/project/codebook';
import { now, perform } from '../store';
import { ActionButton } from '../ui/action-button';
import { Check } from './codebook-field';

/** Codebooks as files, and what is true of the codebook as a whole. */
export function CodebookFoot({ codebook, disabled }: { codebook: Codebook; disabled: boolean }) {
  return (
    <footer className="codebook-foot">
      <ActionButton action="import-codebook" className="button outlined">
        Import…
      </ActionButton>
      <ActionButton action="export-codebook" className="button outlined">
        Export…
      </ActionButton>
      <span className="grow" />
      <Popover.Root>
        <Popover.Trigger asChild>
          <button type="button" className="icon-button" aria-label="More for the codebook" title="More">
            <Ellipsis aria-hidden="true" />
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="popover codebook-more"
            align="end"
            sideOffset={6}
            collisionPadding={12}
            aria-label="More for the codebook"
          >
            <Check
              checked={codebook.univocal ?? false}
              disabled={disabled}
              onChange={(univocal) =>
                perform(univocal ? 'hint at nested quotes' : 'allow nested quotes', (project) =>
                  setUnivocal(project, { univocal, at: now() }),
                )
              }
            >
              One quote per word
              <small>Hints at quotes that overlap, or lie in one another.</small>
            </Check>
            <ActionButton action="empty-codebook" />
            <ActionButton action="built-in-codebook" />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </footer>
  );
}
