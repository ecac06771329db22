import type { MouseEvent, PointerEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { setRole } from '../../core/commands/edit-annotation';
import { layerOf } from '../../core/project/codebook';
import type { Annotation, Article, Target } from '../../core/project/model';
import { findAnnotation } from '../../core/project/query';
import { snapToWords, trim } from '../../core/text/sentences';
import { ghostsOf } from '../actions/propose';
import { actionTable, menuEntries } from '../actions/table';
import { now, perform, setState, state, useStore } from '../store';
import { bySize } from './layout';
import { offsetAtPoint, readSelection } from './selection';
import { withTarget } from './target-list';

/** The annotations under an element of the reader, smallest first. */
function annotationsAt(target: EventTarget | null): readonly Annotation[] {
  const ids =
    (target as HTMLElement | null)?.closest?.<HTMLElement>('[data-marks]')?.dataset.marks?.split(' ') ?? [];
  const { project, articleId, hiddenLayers } = state();
  if (!project || articleId === null) return [];
  const found = ids
    .map((id) => findAnnotation(project, id, articleId))
    .filter((annotation) => annotation !== undefined);
  return bySize(found.filter(({ layer }) => !hiddenLayers.has(layer)));
}

/** Gives a waiting role what was picked; the annotation it belongs to keeps the focus. */
function givePicked(target: Target): void {
  const { picking, project } = state();
  const annotation = picking && project ? findAnnotation(project, picking.annotationId) : undefined;
  const role =
    annotation && layerOf(project!.codebook, annotation.layer)?.roles.find(({ id }) => id === picking!.role);
  setState({ picking: null, passage: null, ...(annotation ? { focusId: annotation.id } : {}) });
  if (!annotation || !role) return;
  const targets = withTarget(annotation, role, target);
  perform(`set ${role.label}`, (current) =>
    setRole(current, { id: annotation.id, role: role.id, targets, at: now() }),
  );
}

/** What the pointer does in the reader: select, focus, hover, pick for a role, open the context menu. */
export function usePointer(article: Article, scroller: RefObject<HTMLElement | null>) {
  /** Shown only for passages drawn with the pointer. */
  const [palette, setPalette] = useState(false);
  /** A gesture that began in the text ends wherever it is let go. */
  const drawing = useRef(false);
  const passage = useStore((current) => current.passage);
  useEffect(() => {
    if (!passage) setPalette(false);
  }, [passage]);

  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const root = scroller.current;
    if (event.button !== 0 || !root || !drawing.current) return;
    drawing.current = false;
    const exact = event.altKey;
    const { target } = event;
    // The selection is final only after the event.
    requestAnimationFrame(() => {
      const selected = readSelection(root);
      const span =
        selected &&
        (exact
          ? trim(article.text, selected.span)
          : snapToWords(article.text, selected.span, article.blocks, article.language));
      if (selected && span) {
        if (state().picking?.kind === 'spans') return givePicked({ spans: [span] });
        const head = selected.head === selected.span.start ? span.start : span.end;
        setPalette(true);
        setState({ passage: { span, head } });
        return;
      }
      click(target, offsetAtPoint(event.clientX, event.clientY));
    });
  };

  return {
    palette,
    onPointerUp,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || isChrome(event.target)) return;
      setPalette(false);
      drawing.current = true;
      // Pressing on selected text would begin to drag it away instead of selecting anew.
      if (!event.shiftKey) document.getSelection()?.removeAllRanges();
    },
    onPointerOver: (event: PointerEvent<HTMLElement>) => {
      if (event.buttons !== 0 || isChrome(event.target)) return;
      const id = annotationsAt(event.target)[0]?.id ?? null;
      if (id !== state().hoverId) setState({ hoverId: id });
    },
    onPointerLeave: () => setState({ hoverId: null }),
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      if (isChrome(event.target)) return;
      event.preventDefault();
      const under = annotationsAt(event.target);
      const { focusId } = state();
      if (under.length > 0 && !under.some(({ id }) => id === focusId))
        setState({ focusId: under[0]!.id, inspecting: false });
      popup(under);
    },
  };
}

/** Cards, handles and panels inside the reader mind their own pointer. */
function isChrome(target: EventTarget | null): boolean {
  return (target as HTMLElement | null)?.closest?.('.margin, .floating, .handle, .masthead button') != null;
}

/** A click takes the smallest mark there; clicking again goes outwards through the marks stacked on it. */
function click(target: EventTarget, offset: number | null): void {
  const under = annotationsAt(target);
  const { focusId, picking, passage } = state();
  if (picking?.kind === 'annotation' && under.length > 0) {
    const wanted = pickable(under);
    if (wanted) givePicked({ annotation: wanted.id });
    return;
  }
  if (under.length === 0) {
    if (picking) return;
    const ghost = ghostAt(offset);
    // The caret is where “q” looks for a quote.
    setState({
      caret: offset,
      ghostKey: ghost,
      ...(passage ? { passage: null } : {}),
      ...(passage && ghost === null ? {} : { focusId: null, inspecting: false, asking: null }),
    });
    return;
  }
  const at = under.findIndex(({ id }) => id === focusId);
  setState({ focusId: under[(at + 1) % under.length]!.id, passage: null, inspecting: false, asking: null });
}

/** The proposal that is drawn at an offset (UTF-16), the smallest first. */
function ghostAt(offset: number | null): string | null {
  if (offset === null) return null;
  const under = ghostsOf(state()).filter(({ spans }) =>
    spans.some(({ start, end }) => start <= offset && offset < end),
  );
  const size = ({ spans }: (typeof under)[number]) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return under.sort((a, b) => size(a) - size(b))[0]?.key ?? null;
}

/** The smallest annotation there of a layer that the waiting role may point at. */
function pickable(under: readonly Annotation[]): Annotation | undefined {
  const { picking, project } = state();
  const owner = picking && project ? findAnnotation(project, picking.annotationId) : undefined;
  const role = owner && layerOf(project!.codebook, owner.layer)?.roles.find(({ id }) => id === picking!.role);
  return under.find(({ id, layer }) => id !== owner?.id && (role?.layers?.includes(layer) ?? true));
}

/** The native context menu: the marks here, then everything that the Tag menu has and can be done. */
function popup(under: readonly Annotation[]): void {
  const now = state();
  const layers = now.project?.codebook.layers ?? [];
  const choices = under.slice(0, 8).map((annotation) => ({
    kind: 'action' as const,
    id: `focus:${annotation.id}`,
    label: `${layers.find(({ id }) => id === annotation.layer)?.label ?? annotation.layer}: ${short(annotation.quote)}`,
    enabled: true,
    checked: annotation.id === now.focusId,
  }));
  const actions = actionTable(now.project?.codebook).filter(
    (action) => action.menu === 'Tag' && !action.keyOnly && (action.enabled?.(now) ?? true),
  );
  const separator = choices.length > 1 && actions.length > 0 ? [{ kind: 'separator' as const }] : [];
  void window.desktop.popupMenu([
    ...(choices.length > 1 ? choices : []),
    ...separator,
    ...menuEntries(actions, now),
    { kind: 'separator' },
    { kind: 'role', role: 'copy' },
  ]);
}

const short = (text: string) => (text.length > 44 ? `${text.slice(0, 43)}…` : text);
