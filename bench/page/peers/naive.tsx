import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { segments } from '../../../src/core/text/segments';
import { overlaps } from '../../../src/core/text/span';
import type { PlainMark, Sample } from '../../sample/sample';
import { isInside, lengthOf, makeColumn, textAt } from './plain-text';
import type { Surface } from './surface';

let setMarks: (marks: readonly PlainMark[]) => void;

/** The first thing that comes to mind in React: all text cut at all annotations, one span for each piece. */
function Text({ text, blocks }: Sample) {
  const [marks, set] = useState<readonly PlainMark[]>([]);
  setMarks = set;
  const pieces = segments(text.length, marks);
  let at = 0;
  return blocks.map((block) => {
    const own = [];
    while (at < pieces.length && pieces[at]!.end <= block.start) at += 1;
    for (let index = at; index < pieces.length && overlaps(pieces[index]!, block); index++) {
      const piece = pieces[index]!;
      const start = Math.max(piece.start, block.start);
      const content = text.slice(start, Math.min(piece.end, block.end));
      const here = piece.marks.map((mark) => marks[mark]!);
      own.push(
        here.length === 0 ? (
          content
        ) : (
          <span
            key={start}
            className={here.map(({ layer }) => `mark-${layer}`).join(' ')}
            data-marks={here.map(({ id }) => id).join(' ')}
          >
            {content}
          </span>
        ),
      );
    }
    return (
      <p key={block.start} data-start={block.start}>
        {own}
      </p>
    );
  });
}

/** Naive React spans. */
export async function naive(host: HTMLElement, sample: Sample): Promise<Surface> {
  const { scroller, column } = makeColumn(host);
  const root = createRoot(column);
  root.render(<Text {...sample} />);
  let marks: readonly PlainMark[] = [];
  const give = (next: readonly PlainMark[]) => {
    marks = next;
    setMarks(next);
  };
  return {
    hand: () => give(sample.marks),
    add: (mark) => {
      give([...marks, mark].sort((a, b) => a.start - b.start || b.end - a.end));
      return mark.id;
    },
    scroller,
    extentOf: (id) => lengthOf(column, `[data-marks~="${id}"]`),
    textAt,
    isMarked: (place) => isInside('[data-marks]', place),
    unmount: () => {
      root.unmount();
      scroller.remove();
    },
  };
}
