import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { useStore } from '../store';

export type MemoKind = 'article' | 'project';

/** Which memo lies open beside the text, and what had the keyboard before. */
export const useMemoSheet = create<{ readonly kind: MemoKind | null; readonly from: HTMLElement | null }>(
  () => ({ kind: null, from: null }),
);

// Another project has other memos.
useStore.subscribe((now, before) => {
  if (now.open !== before.open) useMemoSheet.setState({ kind: null, from: null });
});

/** Lays a memo open beside the text and gives it the keyboard. */
export function openMemo(kind: MemoKind): void {
  const { from } = useMemoSheet.getState();
  const here = document.activeElement;
  const outside = here instanceof HTMLElement && here !== document.body && !here.closest('.memo-sheet');
  // The next key is meant for the memo, however soon it comes.
  flushSync(() => useMemoSheet.setState({ kind, from: outside ? here : from }));
  enterField();
  // A dialog that was left for it gives the keyboard back to where it was a moment later.
  requestAnimationFrame(enterField);
}

function enterField(): void {
  const field = document.querySelector<HTMLTextAreaElement>('.memo-sheet textarea');
  if (!field || field === document.activeElement) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/** Puts it away; the keyboard goes back to where it was, or to the text. */
export function closeMemo(): void {
  const { from } = useMemoSheet.getState();
  useMemoSheet.setState({ kind: null, from: null });
  requestAnimationFrame(() => {
    const goal = from?.isConnected ? from : document.querySelector<HTMLElement>('.content');
    goal?.focus({ preventScroll: true });
  });
}
