import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { joinBlocks, setBlockKind } from '../../core/import/edit-blocks';
import type { BlockKind } from '../../core/project/model';
import { kindOfKey } from './article-kinds';
import { Part } from './article-part';
import type { Edit, EditableText } from './import-fields';
import { focusSoon, moveTo, withActive } from './import-focus';

interface Props {
  readonly text: EditableText;
  readonly onEdit: (tag: string, edit: Edit) => void;
  readonly readOnly: boolean;
  /** The element that scrolls; the parts are only one of the things in it. */
  readonly scroller: HTMLElement;
}

/** The parts of the text under each other. Arrows move, a letter sets the kind, J joins with the next. */
export function ArticleParts({ text: article, onEdit, readOnly, scroller }: Props) {
  const { text, blocks, language } = article;
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [active, setActive] = useState(0);
  const [full, setFull] = useState<ReadonlySet<number>>(new Set());
  const latest = useRef(onEdit);
  latest.current = onEdit;

  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => setTop(list.current?.offsetTop ?? 0));
    for (const element of scroller.children) observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  const rows = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller,
    estimateSize: (index) =>
      40 + Math.min(5, Math.ceil((blocks[index]!.end - blocks[index]!.start) / 75)) * 24,
    getItemKey: (index) => blocks[index]!.start,
    rangeExtractor: withActive(active, blocks.length),
    scrollMargin: top,
    scrollPaddingStart: 24,
    scrollPaddingEnd: 24,
    overscan: 4,
  });

  // It becomes the active one on taking the focus, lest the one that has it goes before.
  const go = (index: number) => {
    rows.scrollToIndex(index);
    focusSoon(list.current, `[data-part="${index}"]`);
  };
  const onKind = useCallback((index: number, kind: BlockKind) => {
    latest.current(`kind ${index}`, (next) => setBlockKind(next, index, kind));
  }, []);
  const onJoin = useCallback((index: number) => {
    latest.current(`join ${index} ${Date.now()}`, (next) => joinBlocks(next, index));
    focusSoon(list.current, `[data-part="${index}"]`);
  }, []);
  const onFull = useCallback((start: number) => {
    setFull((before) => {
      const after = new Set(before);
      if (!after.delete(start)) after.add(start);
      return after;
    });
  }, []);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).dataset.part ?? Number.NaN);
    if (Number.isNaN(at) || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moveTo(event.key, at, blocks.length);
    const kind = kindOfKey(event);
    if (to !== null) go(to);
    else if (kind) onKind(at, kind);
    else if (event.key.toLowerCase() === 'j' && at < blocks.length - 1) onJoin(at);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="parts"
      role="list"
      aria-label="Parts of the text"
      ref={list}
      style={{ height: rows.getTotalSize() }}
      onKeyDown={readOnly ? undefined : onKeyDown}
    >
      {rows.getVirtualItems().map(({ key, index, start }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut to the button in it
        <div
          key={key}
          data-index={index}
          ref={rows.measureElement}
          className="row-place"
          role="listitem"
          aria-posinset={index + 1}
          aria-setsize={blocks.length}
          style={{ transform: `translateY(${start - top}px)` }}
          onFocus={() => setActive(index)}
          onClick={(event) => {
            const chosen = document.getSelection()?.isCollapsed === false;
            if (!readOnly && !chosen && !(event.target as Element).closest('button')) go(index);
          }}
        >
          <Part
            text={text}
            language={language}
            block={blocks[index]!}
            index={index}
            last={index === blocks.length - 1}
            active={index === active}
            full={full.has(blocks[index]!.start)}
            readOnly={readOnly}
            onKind={onKind}
            onJoin={onJoin}
            onFull={onFull}
          />
        </div>
      ))}
    </div>
  );
}
