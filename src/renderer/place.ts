import { findAnnotation } from '../core/project/query';
import type { Place, Startup } from '../shared/api';
import type { View } from './store';
import { setState, state, useStore } from './store';

/** Where one is reaches main this long after the last move (ms): a page that stops cannot be asked. */
const SOON = 250;
const FIELDS = 'textarea, input:not([type]), input[type="text"]';

let timer: ReturnType<typeof setTimeout> | undefined;
let typed: Place['typed'] = null;

/** Keeps main told of where one is and what is being typed, so that a page that stops can come back to it. */
export function rememberPlace(): void {
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (state().project) void window.desktop.rememberPlace(placeNow());
    }, SOON);
  };
  useStore.subscribe((now, before) => {
    if (FOLLOWED.some((key) => now[key] !== before[key])) soon();
  });
  document.addEventListener('scroll', soon, { capture: true, passive: true });
  document.addEventListener('input', ({ target }) => {
    // A memo keeps what is typed in it by itself.
    if (!(target instanceof HTMLElement) || !target.matches(FIELDS) || target.matches('.memo-field')) return;
    const { value } = target as HTMLInputElement;
    typed = { label: target.getAttribute('aria-label') ?? '', text: value.slice(0, 100_000) };
    soon();
  });
  document.addEventListener('focusout', () => {
    // Left fields have kept what was typed, or were told not to.
    if (typed) soon();
    typed = null;
  });
}

const FOLLOWED = ['view', 'articleId', 'focusId', 'passage', 'speakerId', 'claimId', 'project'] as const;

function placeNow(): Place {
  const { view, articleId, focusId, passage, speakerId, claimId } = state();
  const at = passage && { start: passage.span.start, end: passage.span.end, head: passage.head };
  return { view, articleId, focusId, passage: at, speakerId, claimId, top: topBlock(), typed };
}

/** The first block of the article that is in view, and how far above the pane's edge it begins (CSS px). */
function topBlock(): Place['top'] {
  const root = document.querySelector('.scroller');
  if (!root) return null;
  const { top } = root.getBoundingClientRect();
  for (const block of root.querySelectorAll<HTMLElement>('[data-start]')) {
    const box = block.getBoundingClientRect();
    if (box.bottom > top) return { start: Number(block.dataset.start), above: top - box.top };
  }
  return null;
}

/** After the page had stopped: everything that was saved is shown again, at the place where one was. */
export function comeBack({ stopped }: Startup): void {
  const { project } = state();
  if (!stopped || !project) return;
  const { place } = stopped;
  const notice = {
    text: 'The window stopped and was started anew. Nothing that was saved is lost.',
    kind: 'info',
  };
  setState({ notice: notice as { text: string; kind: 'info' } });
  if (!place) return;
  const { articleId, focusId, passage, top } = place;
  const article = articleId === null ? undefined : project.articles.get(articleId);
  const fits = passage !== null && article !== undefined && passage.end <= article.text.length;
  setState({
    view: place.view as View,
    ...(article ? { articleId } : {}),
    speakerId: place.speakerId,
    claimId: place.claimId,
    focusId: focusId !== null && findAnnotation(project, focusId) ? focusId : null,
    passage: fits ? { span: { start: passage.start, end: passage.end }, head: passage.head } : null,
    dialog: place.typed && place.typed.text.trim() !== '' ? typedReport(place.typed) : null,
  });
  if (top) requestAnimationFrame(() => scrollTo(top, 6));
}

function typedReport({ label, text }: NonNullable<Place['typed']>) {
  const title = `What you were typing${label ? ` in “${label}”` : ''}`;
  return {
    kind: 'report',
    title,
    lines: [text, 'It was not in the project yet: copy it from here.'],
  } as const;
}

/** Blocks far away have only estimated heights, so that the place is found in a few steps. */
function scrollTo(top: NonNullable<Place['top']>, tries: number): void {
  const root = document.querySelector('.scroller');
  const block = root?.querySelector(`[data-start="${top.start}"]`);
  if (root && block) {
    const off = block.getBoundingClientRect().top - (root.getBoundingClientRect().top - top.above);
    root.scrollTop += off;
  }
  if (tries > 0) requestAnimationFrame(() => scrollTo(top, tries - 1));
}
