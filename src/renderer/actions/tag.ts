import { addAnnotation } from '../../core/commands/add-annotation';
import { deleteAnnotations } from '../../core/commands/delete-annotations';
import { duplicateAnnotation } from '../../core/commands/duplicate-annotation';
import { changeLayer, setAttribute, setSpans, setStatus } from '../../core/commands/edit-annotation';
import type { Codebook, Layer } from '../../core/project/codebook';
import { layerOf, valueAtDigit, valueLabel } from '../../core/project/codebook';
import type { Annotation } from '../../core/project/model';
import { nudge } from '../../core/text/motion';
import { subtract } from '../../core/text/span';
import { focusSoon } from '../dialogs/import-focus';
import type { State } from '../store';
import { currentArticle, focusedAnnotation, isEditable, newId, now, perform, setState } from '../store';
import type { Action } from './action';
import { accept, focusedGhost, layerOf as proposedLayer, tagQuote } from './propose';
import { signed } from './sign';

/** Only what is on the screen can be tagged: the keys of other views must not touch the reader behind them. */
const editable = (state: State) => isEditable(state) && state.view === 'library';
const onFocused = (state: State) => editable(state) && focusedAnnotation(state) !== null;
const onPassage = (state: State) =>
  editable(state) && state.passage !== null && currentArticle(state) !== null;

/** Tags the selected passage with a layer; the new annotation takes the focus. */
export function tag(state: State, layer: Layer): void {
  const article = currentArticle(state);
  if (!article || (!state.passage && !layer.wholeArticle)) return;
  const id = newId('a');
  const { annotator } = state.settings;
  const done = perform(`tag ${layer.label.toLowerCase()}`, (project) =>
    signed(
      project,
      annotator,
      addAnnotation(project, {
        id,
        articleId: article.id,
        annotatorId: annotator.id,
        layer: layer.id,
        spans: state.passage ? [state.passage.span] : [],
        at: now(),
      }),
    ),
  );
  if (done) setState({ focusId: id, passage: null, inspecting: false });
}

function onAnnotation(run: (annotation: Annotation, state: State) => void): (state: State) => void {
  return (state) => {
    const annotation = focusedAnnotation(state);
    if (annotation) run(annotation, state);
  };
}

function resize(id: string, label: string, key: string, end: 'start' | 'end', direction: 1 | -1): Action {
  return {
    id,
    label,
    menu: 'Tag',
    group: 3,
    keys: [key],
    repeats: true,
    enabled: (state) => onFocused(state) && focusedAnnotation(state)!.spans.length > 0,
    run: onAnnotation((annotation, state) => {
      const article = currentArticle(state);
      const which = end === 'start' ? 0 : annotation.spans.length - 1;
      if (!article) return;
      const spans = annotation.spans.with(which, nudge(article, annotation.spans[which]!, end, direction));
      perform('resize', (project) => setSpans(project, { id: annotation.id, spans, at: now() }));
    }),
  };
}

function digit(n: number): Action {
  return {
    id: `digit-${n}`,
    label: (state) => {
      const attribute = firstAttribute(state);
      const value = attribute && valueAtDigit(attribute, n);
      return attribute && value !== undefined
        ? `${attribute.label}: ${valueLabel(attribute, value)}`
        : `Value ${n}`;
    },
    menu: 'Tag',
    group: 5,
    keys: [String(n)],
    keyOnly: true,
    enabled: (state) => {
      const attribute = onFocused(state) ? firstAttribute(state) : undefined;
      return attribute !== undefined && valueAtDigit(attribute, n) !== undefined;
    },
    run: onAnnotation((annotation, state) => {
      const attribute = firstAttribute(state);
      const value = attribute && valueAtDigit(attribute, n);
      if (!attribute || value === undefined) return;
      perform(`set ${attribute.label.toLowerCase()}`, (project) =>
        setAttribute(project, { id: annotation.id, attribute: attribute.id, value, at: now() }),
      );
    }),
  };
}

function firstAttribute(state: State) {
  const annotation = focusedAnnotation(state);
  return annotation && state.project
    ? layerOf(state.project.codebook, annotation.layer)?.attributes[0]
    : undefined;
}

/** The role that says who speaks: the first that may point at a speaker. */
export function speakerRole(layer: Layer | undefined): string | undefined {
  return layer?.roles.find((role) => role.targets.includes('speaker'))?.id;
}

const FIXED: readonly Action[] = [
  {
    id: 'ask-speaker',
    label: 'Said by…',
    menu: 'Tag',
    group: 2,
    keys: ['b'],
    enabled: (state) =>
      onFocused(state) &&
      speakerRole(layerOf(state.project!.codebook, focusedAnnotation(state)!.layer)) !== undefined,
    run: onAnnotation((annotation, state) => {
      const role = speakerRole(layerOf(state.project!.codebook, annotation.layer));
      if (role) setState({ asking: { annotationId: annotation.id, role } });
    }),
  },
  {
    id: 'inspect',
    label: 'Open in the inspector',
    menu: 'Tag',
    group: 2,
    keys: ['Enter'],
    enabled: (state) => state.view === 'library' && focusedAnnotation(state) !== null,
    run: () => setState({ inspecting: true }),
  },
  {
    id: 'note',
    label: 'Write a note',
    menu: 'Tag',
    group: 2,
    keys: ['n'],
    enabled: onFocused,
    run: () => {
      setState({ inspecting: true });
      // The card of what was only just tagged takes a moment to find its place.
      focusSoon(document.body, '[data-field="note"]', undefined, 60);
    },
  },
  {
    id: 'finish',
    label: (state) => (focusedAnnotation(state)?.status === 'final' ? 'Mark as draft' : 'Mark as final'),
    menu: 'Tag',
    group: 2,
    keys: ['Shift+f'],
    enabled: onFocused,
    run: onAnnotation((annotation) => {
      const status = annotation.status === 'final' ? 'draft' : 'final';
      perform(`mark ${status}`, (project) => setStatus(project, { id: annotation.id, status, at: now() }));
    }),
  },
  resize('start-left', 'Move start a word back', '[', 'start', -1),
  resize('start-right', 'Move start a word on', ']', 'start', 1),
  resize('end-left', 'Move end a word back', '{', 'end', -1),
  resize('end-right', 'Move end a word on', '}', 'end', 1),
  {
    id: 'add-passage',
    label: 'Add passage to annotation',
    menu: 'Tag',
    group: 4,
    keys: ['+', '='],
    enabled: (state) => onPassage(state) && onFocused(state),
    run: onAnnotation((annotation, state) => {
      const spans = [...annotation.spans, state.passage!.span];
      if (perform('add passage', (project) => setSpans(project, { id: annotation.id, spans, at: now() }))) {
        setState({ passage: null });
      }
    }),
  },
  {
    id: 'remove-passage',
    label: 'Take passage out of annotation',
    menu: 'Tag',
    group: 4,
    keys: ['-'],
    enabled: (state) => onPassage(state) && onFocused(state),
    run: onAnnotation((annotation, state) => {
      const spans = subtract(annotation.spans, state.passage!.span);
      if (
        perform('take out passage', (project) => setSpans(project, { id: annotation.id, spans, at: now() }))
      ) {
        setState({ passage: null });
      }
    }),
  },
  {
    id: 'duplicate',
    label: 'Duplicate annotation',
    menu: 'Tag',
    group: 4,
    keys: ['Mod+d'],
    enabled: onFocused,
    run: onAnnotation((annotation, state) => {
      const newAnnotation = newId('a');
      const { annotator } = state.settings;
      const copied = perform('duplicate', (project) => {
        const args = { id: annotation.id, newId: newAnnotation, annotatorId: annotator.id, at: now() };
        return signed(project, annotator, duplicateAnnotation(project, args));
      });
      if (copied) setState({ focusId: newAnnotation });
    }),
  },
  {
    id: 'delete',
    label: 'Remove annotation',
    menu: 'Tag',
    group: 4,
    keys: ['Delete', 'Backspace'],
    enabled: onFocused,
    run: onAnnotation((annotation, state) => {
      const layer = layerOf(state.project!.codebook, annotation.layer);
      const label = `remove ${(layer?.label ?? annotation.layer).toLowerCase()}`;
      perform(label, (project) => deleteAnnotations(project, { ids: [annotation.id], at: now() }));
    }),
  },
];

/** The layer of attributions, by its id in the built-in codebook: the rules for proposals know what it means. */
const QUOTE = 'quote';

/** Does the focused proposal propose this very layer? Its key then takes it. */
function isProposed(state: State, layer: Layer): boolean {
  const ghost = editable(state) ? focusedGhost(state) : null;
  return ghost !== null && proposedLayer(ghost.kind) === layer.id;
}

/** Tagging and re-layering, one action per layer of the codebook that is switched on. */
function layerActions(codebook: Codebook): readonly Action[] {
  return codebook.layers
    .filter((layer) => layer.on)
    .flatMap((layer): Action[] => [
      {
        id: `tag-${layer.id}`,
        label: `Tag ${layer.label.toLowerCase()}`,
        menu: 'Tag',
        group: 0,
        keys: [layer.key],
        enabled: (state) => {
          if (isProposed(state, layer)) return true;
          if (layer.wholeArticle) return editable(state) && currentArticle(state) !== null;
          return onPassage(state) || (layer.id === QUOTE && editable(state) && state.caret !== null);
        },
        run: (state) => {
          if (isProposed(state, layer)) accept(state, true);
          else if (layer.id === QUOTE) tagQuote(state);
          else tag(state, layer);
        },
      },
      {
        id: `relayer-${layer.id}`,
        label: `Change to ${layer.label.toLowerCase()}`,
        menu: 'Tag',
        group: 1,
        keys: [`Shift+${layer.key}`],
        enabled: (state) => onFocused(state) && focusedAnnotation(state)!.layer !== layer.id,
        run: onAnnotation((annotation) => {
          perform(`change to ${layer.label.toLowerCase()}`, (project) =>
            changeLayer(project, { id: annotation.id, layer: layer.id, at: now() }),
          );
        }),
      },
    ]);
}

/** Everything that makes or changes annotations. */
export function tagActions(codebook: Codebook | undefined): readonly Action[] {
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit);
  return [...(codebook ? layerActions(codebook) : []), ...FIXED, ...digits];
}
