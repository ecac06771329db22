import type { PlainMark, Sample } from '../../sample/sample';
import { nextFrame, quiet } from '../frames';
import type { Surface } from '../peers/surface';

export interface Edit {
  /** From the call until the frame that shows it has been laid out and painted by the main thread, ms. */
  readonly shown: number;
  /** The longest frame of the ten from there on: what follows the edit must not stutter either, ms. */
  readonly longest: number;
}

export type Edits = Partial<Record<'add' | 'resize' | 'remove', readonly Edit[]>>;

const FOLLOWING = 10;
const LIMIT = 5_000;

/** Adds annotations one at a time on words in view in the middle of the text; resizes and removes them too. */
export async function measureEdits(surface: Surface, sample: Sample, times: number): Promise<Edits> {
  surface.scroller.scrollTop = surface.scroller.scrollHeight * 0.4;
  await quiet(30);
  const edits: { add: Edit[]; resize: Edit[]; remove: Edit[] } = { add: [], resize: [], remove: [] };
  for (let time = -1; time < times; time++) {
    const mark = { ...passageInView(surface, sample, time + 1), id: `new-${time + 1}` };
    surface.select?.(mark);
    await quiet(6, 500);
    let id = '';
    const add = await edit(
      () => {
        id = surface.add(mark);
      },
      () => surface.extentOf(id) > 0,
    );
    const extent = surface.extentOf(id);
    const resize = surface.resize && (await edit(surface.resize, () => surface.extentOf(id) !== extent));
    const remove = surface.remove && (await edit(surface.remove, () => surface.extentOf(id) === 0));
    if (time < 0) continue; // the first is the warm-up
    edits.add.push(add);
    if (resize) edits.resize.push(resize);
    if (remove) edits.remove.push(remove);
  }
  return edits;
}

/** Does one thing in an animation frame and waits until it has been painted. */
async function edit(act: () => void, isShown: () => boolean): Promise<Edit> {
  await quiet(4, 500);
  let begin = 0;
  let shown = await afterFrame(() => {
    begin = performance.now();
    act();
  });
  while (!isShown()) {
    if (shown - begin > LIMIT) throw new Error('the edit never came to the screen');
    shown = await afterFrame(() => {});
  }
  let longest = 0;
  let before = await nextFrame();
  for (let frame = 0; frame < FOLLOWING; frame++) {
    const now = await nextFrame();
    longest = Math.max(longest, now - before);
    before = now;
  }
  return { shown: shown - begin, longest };
}

/** Does something in an animation frame; the time just after that frame's style, layout and paint. */
function afterFrame(body: () => void): Promise<number> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(null);
      body();
    });
  });
}

const KINDS: readonly PlainMark['layer'][] = ['claim', 'speaker', 'quote', 'sentiment'];

/** Two words that can be seen, another pair each time. */
function passageInView({ scroller, textAt }: Surface, { text, blocks }: Sample, time: number): PlainMark {
  const box = scroller.getBoundingClientRect();
  const column = document
    .querySelector('.block.paragraph, .peer-column p, .cm-line')!
    .getBoundingClientRect();
  for (let step = 0; step < 60; step++) {
    const y = box.top + 150 + ((time * 37 + step * 11) % (box.height - 300));
    const at = textAt((column.left + column.right) / 2, y)?.offset;
    if (at === undefined) continue;
    const block = blocks.find(({ start, end }) => start <= at && at < end - 60);
    if (!block) continue;
    const start = text.lastIndexOf(' ', at) + 1;
    const end = text.indexOf(' ', text.indexOf(' ', at) + 1);
    if (start >= block.start && end > at && end < block.end)
      return { id: '', start, end, layer: KINDS[time % KINDS.length]! };
  }
  throw new Error('no text in view');
}
