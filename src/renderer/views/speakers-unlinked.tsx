import { Popover } from 'radix-ui';
import { useMemo, useState } from 'react';
import { layerOf } from '../../core/project/codebook';
import type { Annotation } from '../../core/project/model';
import { IS } from '../../core/project/standing';
import { TargetList } from '../reader/target-list';
import { isEditable, useStore } from '../store';
import { plural } from '../ui/words';
import { link } from './speakers-actions';
import { Entries } from './speakers-entries';

/** The mentions that belong to nobody yet: read on, or say at once who it is. */
export function UnlinkedPage({ mentions }: { mentions: readonly Annotation[] }) {
  const editable = useStore(isEditable);
  const standings = useMemo(
    () => mentions.map((annotation) => ({ annotation, ways: [], statement: false, named: false })),
    [mentions],
  );
  return (
    <section className="sheet" aria-label="Not linked yet">
      <header className="sheet-head">
        <div className="speaker-name">
          <h1>Not linked yet: {mentions.length.toLocaleString()}</h1>
          <p className="sheet-sub">
            {plural(mentions.length, 'mention is', 'mentions are')} tagged, but nobody has said who is meant.
          </p>
        </div>
      </header>
      <div className="sheet-body single">
        <div className="sheet-main">
          <Entries
            standings={standings}
            speakerId={null}
            label="Mentions not linked yet"
            beside={(mention, at) => editable && <LinkTo mention={mention} at={at} />}
          />
        </div>
      </div>
    </section>
  );
}

function LinkTo({ mention, at }: { mention: Annotation; at: number }) {
  const role = useStore((state) =>
    layerOf(state.project!.codebook, mention.layer)?.roles.find(({ id }) => id === IS),
  );
  const [open, setOpen] = useState(false);
  if (!role) return null;
  /** The mention leaves the list once it is linked, and the next one takes its place and the keyboard. */
  const done = () => {
    setOpen(false);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`.entries li[data-index="${at}"] > .button`)?.focus(),
    );
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="button outlined" aria-label={`Link to… “${mention.quote}”`}>
          Link to…
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Link to a speaker"
        >
          <TargetList
            annotation={mention}
            role={role}
            onDone={done}
            onPick={(target) => {
              done();
              link(mention, target);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
