import { Popover } from 'radix-ui';
import { useMemo } from 'react';
import { hintsOf, summaryOf } from '../../core/project/hints';
import type { Project } from '../../core/project/model';
import { annotationsOf } from '../../core/project/query';
import { ActionButton } from '../ui/action-button';
import { plural } from '../ui/words';
import { HintsList } from './hints-list';
import { useHintsList } from './hints-store';

/** What may be missing in the article, in one sentence; pressed, the list of all of it. */
export function Hints({ project, articleId }: { project: Project; articleId: string }) {
  const open = useHintsList((state) => state.open);
  const annotations = annotationsOf(project, articleId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only these matter here
  const hints = useMemo(
    () => hintsOf(project, articleId),
    [annotations, articleId, project.codebook, project.articles],
  );
  const close = () => useHintsList.setState({ open: false });
  return (
    <Popover.Root open={open} onOpenChange={(next) => useHintsList.setState({ open: next })}>
      <Popover.Anchor className="hints-anchor" />
      {hints.length > 0 && (
        <ActionButton action="hints" className="text-button hint">
          <span className="sentence">{summaryOf(hints)}</span>
          <span className="count">{plural(hints.length, 'hint')}</span>
        </ActionButton>
      )}
      <Popover.Portal>
        <Popover.Content
          className="popover hints"
          side="top"
          align="start"
          sideOffset={4}
          collisionPadding={4}
          aria-label="Hints for this article"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            document.querySelector<HTMLElement>('.content')?.focus({ preventScroll: true });
          }}
          onInteractOutside={(event) => {
            // The button itself closes it.
            if ((event.target as Element).closest('[data-action="hints"]')) event.preventDefault();
          }}
        >
          <HintsList hints={hints} onDone={close} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
