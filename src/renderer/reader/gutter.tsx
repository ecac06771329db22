import { memo } from 'react';
import type { Bracket } from './geometry';

/** Quote brackets beside the text; purely drawn, since the marks in the text carry the meaning. */
export const Gutter = memo(function Gutter(props: {
  brackets: readonly Bracket[];
  hovered: string | null;
  focused: string | null;
  /** Quotes that belong together with what has the focus. */
  frame: ReadonlySet<string>;
}) {
  return (
    <div className="gutter" aria-hidden="true">
      {props.brackets.map(({ id, top, bottom, lane, colour }) => (
        <i
          key={`${id}-${top}`}
          className={
            id === props.hovered || id === props.focused || props.frame.has(id) ? 'bracket lit' : 'bracket'
          }
          style={{
            top,
            height: bottom - top,
            left: `calc(var(--gutter) - 30px + ${Math.min(lane, 5) * 5}px)`,
            borderColor: `var(--${colour})`,
          }}
        />
      ))}
    </div>
  );
});
