import { Fragment } from 'react';
import type { Span } from '../../core/text/span';

/** A text with parts of it set apart; spans are UTF-16, in order and disjoint. */
export function Emphasis({ text, spans }: { text: string; spans: readonly Span[] }) {
  return (
    <>
      {spans.map(({ start, end }, at) => (
        <Fragment key={start}>
          {text.slice(spans[at - 1]?.end ?? 0, start)}
          <b className="same">{text.slice(start, end)}</b>
        </Fragment>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  );
}
