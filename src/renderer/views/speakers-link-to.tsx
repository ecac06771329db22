import { Popover } from 'radix-ui';
import { useMemo, useState } from 'react';
import type { Annotation } from '../../core/project/model';
import { likelySpeakers } from '../reader/likely-speakers';
import { useStore } from '../store';
import { Chips } from '../ui/chips';
import { plural } from '../ui/words';
import { link } from './speakers-actions';
import { bareWords } from './speakers-same-words';
import { WhoList } from './speakers-who';

interface Props {
  readonly mention: Annotation;
  /** All mentions with the same words, this one among them. */
  readonly alike: readonly Annotation[];
  readonly at: number;
}

/** Says who a mention is, and if wanted all mentions with the same words. */
export function LinkTo({ mention, alike, at }: Props) {
  const project = useStore((state) => state.project)!;
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const likely = useMemo(() => (open ? likelySpeakers(project, mention) : []), [open, project, mention]);
  const articles = new Set(alike.map(({ articleId }) => articleId)).size;
  const words = bareWords(mention);
  const change = (wanted: boolean) => {
    setAll(false);
    setOpen(wanted);
  };
  return (
    <Popover.Root open={open} onOpenChange={change}>
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
          {alike.length > 1 && (
            <Chips
              label="Which mentions"
              className="link-scope"
              options={[
                { value: 0, label: 'Only this one' },
                {
                  value: 1,
                  label: `All ${alike.length.toLocaleString()} “${words}” in ${plural(articles, 'article')}`,
                },
              ]}
              chosen={[all ? 1 : 0]}
              onPress={(value) => setAll(value === 1)}
            />
          )}
          <WhoList
            label="Link to a speaker"
            placeholder="Find or create a speaker"
            likely={likely}
            suggested={words}
            onPick={(who) => {
              change(false);
              // The mention leaves the list once it is linked, and the next one takes its place and the keyboard.
              requestAnimationFrame(() =>
                document.querySelector<HTMLElement>(`.entries li[data-index="${at}"] > .button`)?.focus(),
              );
              link(all ? alike : [mention], who);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
