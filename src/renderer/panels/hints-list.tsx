import { useEffect, useRef, useState } from 'react';
import { layerOf } from '../../core/project/codebook';
import type { Hint } from '../../core/project/hints';
import { findAnnotation } from '../../core/project/query';
import { setState, state, useStore } from '../store';
import { plural } from '../ui/words';

/** More are not listed at once: whoever mends the first of them sees the next. */
const MOST = 200;

interface Props {
  readonly hints: readonly Hint[];
  /** The keyboard goes back to the reader. */
  readonly onDone: () => void;
}

/** The hints of the open article: arrows go through their annotations, Enter stays at one. */
export function HintsList({ hints, onDone }: Props) {
  const focusId = useStore((now) => now.focusId);
  const list = hints.slice(0, MOST);
  const [at, setAt] = useState(() => Math.max(0, nextFrom(list, focusId)));
  const box = useRef<HTMLDivElement>(null);
  const active = list[Math.min(at, list.length - 1)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active row comes into view when it changes
  useEffect(() => box.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }), [active]);
  const go = (to: number) => {
    const hint = list[Math.min(Math.max(to, 0), list.length - 1)];
    if (!hint) return;
    setAt(list.indexOf(hint));
    jump(hint.annotationId);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = active ? list.indexOf(active) : 0;
    // The first arrow goes to the row that is lit already, if the reader is elsewhere.
    const step = active && active.annotationId !== focusId ? 0 : 1;
    const to = { ArrowDown: here + step, ArrowUp: here - step, Home: 0, End: list.length - 1 }[event.key];
    if (to !== undefined) go(to);
    else if (event.key === 'Enter' && active) {
      jump(active.annotationId);
      onDone();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (list.length === 0) return <p className="hints-none">Nothing to look at again in this article.</p>;
  return (
    <>
      <h2>{plural(hints.length, 'hint')}</h2>
      <div
        role="listbox"
        aria-label="Hints"
        className="hints-list"
        tabIndex={0}
        ref={box}
        aria-activedescendant={active && rowId(active)}
        onKeyDown={onKeyDown}
      >
        {list.map((hint, index) => (
          <HintRow
            key={rowId(hint)}
            hint={hint}
            active={hint === active}
            selected={hint.annotationId === focusId}
            onPress={() => go(index)}
          />
        ))}
      </div>
      {hints.length > MOST && <p className="hints-none">and {plural(hints.length - MOST, 'more', 'more')}</p>}
    </>
  );
}

const rowId = ({ rule, annotationId }: Hint) => `hint-${annotationId}-${rule.replace(/\W/g, '-')}`;

/** The first hint of the focused annotation, else the first of all. */
function nextFrom(hints: readonly Hint[], focusId: string | null): number {
  return hints.findIndex(({ annotationId }) => annotationId === focusId);
}

/** Focuses an annotation in the reader; a layer that was hidden for now is shown again. */
function jump(annotationId: string): void {
  const { project, articleId, hiddenLayers } = state();
  const annotation = project && findAnnotation(project, annotationId, articleId ?? undefined);
  if (!annotation) return;
  const hidden = new Set(hiddenLayers);
  setState({
    focusId: annotationId,
    passage: null,
    inspecting: false,
    ...(hidden.delete(annotation.layer) ? { hiddenLayers: hidden } : {}),
  });
}

interface RowProps {
  readonly hint: Hint;
  readonly active: boolean;
  readonly selected: boolean;
  readonly onPress: () => void;
}

function HintRow({ hint, active, selected, onPress }: RowProps) {
  const project = useStore((now) => now.project)!;
  const articleId = useStore((now) => now.articleId);
  const annotation = findAnnotation(project, hint.annotationId, articleId ?? undefined);
  const layer = annotation && layerOf(project.codebook, annotation.layer);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it handles the keys
    <div
      id={rowId(hint)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={active ? 'hint-row active' : 'hint-row'}
      onClick={onPress}
    >
      <i className={`swatch ${layer?.colour ?? 'neutral'}`} aria-hidden="true" />
      <span>{hint.text}</span>
      <q>{annotation?.quote || 'the whole article'}</q>
    </div>
  );
}
