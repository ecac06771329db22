import { EditorState, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { PlainMark, Sample } from '../../sample/sample';
import { characterAt, isInside, lengthOf } from './plain-text';
import type { Surface } from './surface';

const setMarks = StateEffect.define<readonly PlainMark[]>();
const addMark = StateEffect.define<PlainMark>();

const decorate = ({ id, layer, start, end }: PlainMark): Range<Decoration> =>
  Decoration.mark({ class: `mark-${layer}`, attributes: { 'data-id': id } }).range(start, end);

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks;
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) next = Decoration.set(effect.value.map(decorate), true);
      if (effect.is(addMark)) next = next.update({ add: [decorate(effect.value)] });
    }
    return next;
  },
  provide: (own) => EditorView.decorations.from(own),
});

/** CodeMirror 6, read-only, wrapping lines; annotations are mark decorations. It draws near lines only. */
export async function codemirror(host: HTMLElement, sample: Sample): Promise<Surface> {
  const extensions = [field, EditorView.lineWrapping, EditorView.editable.of(false)];
  const view = new EditorView({ parent: host, state: EditorState.create({ doc: sample.text, extensions }) });
  return {
    hand: () => view.dispatch({ effects: setMarks.of(sample.marks) }),
    add: (mark) => {
      view.dispatch({ effects: addMark.of(mark) });
      return mark.id;
    },
    scroller: view.scrollDOM,
    extentOf: (id) => lengthOf(view.contentDOM, `[data-id="${id}"]`),
    textAt: (x, y) =>
      characterAt(x, y, (node) => (view.contentDOM.contains(node) ? view.posAtDOM(node, 0) : null)),
    isMarked: (place) => isInside('[data-id]', place),
    unmount: () => view.destroy(),
  };
}
