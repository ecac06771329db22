import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import { blockAt } from '../../../src/core/text/motion';
import type { PlainMark, Sample } from '../../sample/sample';
import { appendBlocks, makeColumn, textAt } from './plain-text';
import type { Surface } from './surface';

/** @recogito/text-annotator, drawing with its spans renderer. */
export const recogito = (host: HTMLElement, sample: Sample) => mount(host, sample, false);

/** The same, handed DOM ranges that the caller has made already, which spares it finding them. */
export const recogitoRanges = (host: HTMLElement, sample: Sample) => mount(host, sample, true);

async function mount(host: HTMLElement, sample: Sample, ranges: boolean): Promise<Surface> {
  const { scroller, column } = makeColumn(host);
  appendBlocks(column, sample);
  const annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(column, { renderer: 'SPANS' });
  const made = new Date(0);
  const rangeOf = ranges ? rangeMaker(column, sample) : () => undefined;
  const describe = (mark: PlainMark): TextAnnotation => ({
    id: mark.id,
    bodies: [{ id: `${mark.id}-layer`, annotation: mark.id, purpose: 'tagging', value: mark.layer }],
    target: {
      annotation: mark.id,
      created: made,
      selector: [
        {
          quote: sample.text.slice(mark.start, mark.end),
          start: mark.start,
          end: mark.end,
          // Its types want a range; without one it looks for the text itself, as it does with saved annotations.
          range: rangeOf(mark) as Range,
        },
      ],
    },
  });
  const all = sample.marks.map(describe);
  const drawn = oncePerFrame(() =>
    [...column.querySelectorAll('.r6o-annotation')].map((element) => element.getBoundingClientRect()),
  );
  return {
    hand: () => annotator.setAnnotations(all, true),
    add: (mark) => {
      annotator.addAnnotation(describe(mark));
      return mark.id;
    },
    scroller,
    extentOf: (id) => column.querySelectorAll(`[data-annotation="${id}"]`).length,
    textAt,
    isMarked: ({ box }) => {
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      return drawn().some(
        ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
      );
    },
    unmount: () => {
      annotator.destroy();
      scroller.remove();
    },
  };
}

/** Makes the DOM range of a mark; marks never leave their block here. */
function rangeMaker(column: HTMLElement, { blocks }: Sample): (mark: PlainMark) => Range {
  const nodes = [...column.querySelectorAll('p')].map((element) => element.firstChild as Text);
  return ({ start, end }) => {
    const index = blockAt(blocks, start);
    const range = document.createRange();
    range.setStart(nodes[index]!, start - blocks[index]!.start);
    range.setEnd(nodes[index]!, end - blocks[index]!.start);
    return range;
  };
}

/** Looks again only when a new frame has begun. */
function oncePerFrame<Value>(look: () => Value): () => Value {
  let frame: CSSNumberish | null = -1;
  let value: Value;
  return () => {
    const now = document.timeline.currentTime;
    if (now !== frame) value = look();
    frame = now;
    return value;
  };
}
