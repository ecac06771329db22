import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useEffect } from 'react';
import { NO_TALLY } from '../../core/project/register';
import { plain } from './speakers-data';
import type { ListProps } from './speakers-list';
import { goal } from './speakers-list-keys';
import { SpeakerRow } from './speakers-row';
import { useTyped } from './speakers-typed';

/** The list box itself: arrows move, Shift and Ctrl choose several, letters jump to a name. */
export function SpeakersListBox(props: ListProps & { readonly box: RefObject<HTMLDivElement | null> }) {
  const { speakers, register, current, marked, choose, query, unlinked, box } = props;
  const at = unlinked ? -1 : speakers.findIndex(({ id }) => id === current?.id);
  const rows = useVirtualizer({
    count: speakers.length,
    getScrollElement: () => box.current,
    estimateSize: () => 57,
    getItemKey: (index) => speakers[index]!.id,
    overscan: 8,
    // The row that has the keyboard must be there, wherever the list was scrolled to.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(at < 0 ? [] : [at])])],
  });
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at);
    else if (query !== '') rows.scrollToOffset(0);
  }, [at, query, rows]);

  const together = () => new Set(marked.size > 0 ? marked : current ? [current.id] : []);
  /** One more, or one fewer, of those to be merged. */
  const toggle = (id: string) => {
    const next = together();
    if (!next.delete(id)) next.add(id);
    const only = next.size === 1 ? [...next][0]! : id;
    choose(next.size > 1 ? id : only, next.size > 1 ? next : undefined);
  };
  const reach = (to: number) => {
    const [from, until] = [Math.min(Math.max(at, 0), to), Math.max(at, to)];
    choose(
      speakers[to]!.id,
      new Set([...together(), ...speakers.slice(from, until + 1).map(({ id }) => id)]),
    );
  };
  const typed = useTyped((start) => {
    const after = [...speakers.slice(at + 1), ...speakers.slice(0, at + 1)];
    const from = start.length > 1 && current ? [current, ...after] : after;
    const found = from.find(({ name }) => plain(name).startsWith(start));
    if (found) choose(found.id);
  });
  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const several = ctrlKey || metaKey;
    const to = goal(key, at, speakers.length);
    if (altKey || (several && !['ArrowDown', 'ArrowUp', ' '].includes(key))) return;
    if (to !== undefined && shiftKey) reach(to);
    else if (to !== undefined && several) choose(speakers[to]!.id, together());
    else if (to !== undefined) choose(speakers[to]!.id);
    else if (key === ' ' && current) toggle(current.id);
    else if (key === 'Escape' && marked.size > 0 && current) choose(current.id);
    else if (key === 'Enter' || key === 'F2')
      focusIn(
        key === 'F2' ? '.speaker-name input' : '.entry[tabindex="0"], .found-line[tabindex="0"], :checked',
      );
    else if (!typed(key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const active = rows.getVirtualItems().some(({ index }) => index === at) ? current : undefined;
  return (
    <div
      className="articles"
      ref={box}
      role="listbox"
      aria-label="Speakers"
      aria-multiselectable="true"
      tabIndex={speakers.length > 0 ? 0 : -1}
      aria-activedescendant={active && `speaker-${active.id}`}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const speaker = speakers[index]!;
          return (
            <div
              key={key}
              data-index={index}
              ref={rows.measureElement}
              className="row-place"
              role="presentation"
              style={{ transform: `translateY(${start}px)` }}
            >
              <SpeakerRow
                speaker={speaker}
                tally={register.tallies.get(speaker.id) ?? NO_TALLY}
                selected={marked.size > 0 ? marked.has(speaker.id) : index === at}
                active={index === at}
                marking={marked.size > 0}
                place={[index + 1, speakers.length]}
                onMark={() => toggle(speaker.id)}
                onPress={(event) => {
                  if (event.shiftKey) reach(index);
                  else if (event.ctrlKey || event.metaKey) toggle(speaker.id);
                  else choose(speaker.id);
                }}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function focusIn(selector: string): void {
  const found = document.querySelector<HTMLElement>(`.speakers-view .sheet :is(${selector})`);
  found?.focus();
  if (found instanceof HTMLInputElement && found.type === 'text') found.select();
}
