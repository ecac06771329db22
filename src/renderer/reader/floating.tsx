import type { ReactNode } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Span } from '../../core/text/span';
import { linesOf } from './selection';

interface Props {
  readonly content: HTMLElement;
  /** The passage it belongs to, UTF-16. */
  readonly span: Span;
  readonly className: string;
  readonly children: ReactNode;
  /** The keyboard focus went elsewhere, or Escape was pressed. */
  readonly onLeave?: () => void;
}

/** A small panel under the last line of a passage (above it when there is no room below), inside the page. */
export function Floating({ content, span, className, children, onLeave }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const stand = () => {
      const lines = linesOf(content, span);
      const last = lines.at(-1);
      if (!last) return;
      const origin = content.getBoundingClientRect();
      const view = content.parentElement!.getBoundingClientRect();
      const below = last.bottom + 8 + element.offsetHeight <= view.bottom;
      const top = below ? last.bottom + 8 : Math.max(view.top + 8, lines[0]!.top - element.offsetHeight - 8);
      const left = Math.max(origin.left + 8, Math.min(last.left, origin.right - element.offsetWidth - 16));
      setPlace({ left: left - origin.left, top: top - origin.top });
    };
    stand();
    // The lines move when the window or the panel changes its size.
    const observer = new ResizeObserver(stand);
    observer.observe(content);
    observer.observe(element);
    return () => observer.disconnect();
  }, [content, span]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its controls let through
    <div
      ref={box}
      className={`floating ${className}`}
      style={place ? { transform: `translate(${place.left}px, ${place.top}px)` } : { opacity: 0 }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onLeave) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
      onBlur={(event) => {
        if (onLeave && document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      {children}
    </div>
  );
}
