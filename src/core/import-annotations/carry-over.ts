import type { Annotation, Target } from '../project/model';
import { CONTEXT_LENGTH, contextOf, PASSAGE_JOINT } from '../text/context';
import type { Span } from '../text/span';
import { normalise, splitsSurrogatePair } from '../text/span';
import { type EvenText, evenText, fromEven, intoEven } from './even-text';
import { findAgain } from './find-again';

/** Finds a span of one text in another; null when it is not there. */
export type CarrySpan = (span: Span) => Span | null;

/**
 * How spans get from one text to another. Texts that read the same give each span exactly; in others the words are
 * looked for with their surroundings. `how` tells which.
 */
export function carrier(
  from: string,
  to: string,
): { readonly how: 'same' | 'even' | 'quote'; readonly carry: CarrySpan } {
  if (from === to) return { how: 'same', carry: (span) => span };
  const [before, after] = [evenText(from), evenText(to)];
  const how = before.even === after.even ? 'even' : 'quote';
  const place = how === 'even' ? (span: Span) => span : (span: Span) => sought(before, after, span);
  return {
    how,
    carry: (span) => {
      const even = intoEven(before, span);
      const found = even && place(even);
      return found && whole(to, fromEven(after, found));
    },
  };
}

function sought({ even }: EvenText, { even: text }: EvenText, { start, end }: Span): Span | null {
  return findAgain(text, {
    quote: even.slice(start, end),
    prefix: even.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: even.slice(end, end + CONTEXT_LENGTH),
    share: start / Math.max(1, even.length),
  });
}

function whole(text: string, { start, end }: Span): Span {
  return {
    start: splitsSurrogatePair(text, start) ? start - 1 : start,
    end: splitsSurrogatePair(text, end) ? end + 1 : end,
  };
}

/** An annotation in another text; null when a passage of it is not there. Links to passages that are not go. */
export function carried(
  annotation: Annotation,
  article: { readonly id: string; readonly text: string },
  carry: CarrySpan,
): { readonly annotation: Annotation; readonly lostTargets: number } | null {
  const spans = carryAll(annotation.spans, carry);
  if (!spans) return null;
  let lostTargets = 0;
  const roles: Record<string, readonly Target[]> = {};
  for (const [role, targets] of Object.entries(annotation.roles)) {
    const kept = targets.flatMap((target): Target[] => {
      if (!('spans' in target)) return [target];
      const places = carryAll(target.spans, carry);
      if (places) return [{ spans: places }];
      lostTargets++;
      return [];
    });
    if (kept.length > 0) roles[role] = kept;
  }
  const { text, id } = article;
  return {
    annotation: { ...annotation, articleId: id, spans, ...contextOf(text, spans), roles },
    lostTargets,
  };
}

function carryAll(spans: readonly Span[], carry: CarrySpan): readonly Span[] | null {
  const found = spans.map(carry);
  return found.every((span) => span !== null) ? normalise(found) : null;
}

/** An annotation that was set down in this text unseen, where its quote says that it belongs. */
export function setRight(annotation: Annotation, text: string): Annotation | null {
  const { spans, quote, prefix, suffix } = annotation;
  const here = contextOf(text, spans);
  if (spans.length === 0 || quote === '' || here.quote === quote) return { ...annotation, ...here };
  const even = evenText(text);
  const words = quote.split(PASSAGE_JOINT).map((part) => evenText(part).even);
  const found = words.map((part, at) =>
    findAgain(even.even, {
      quote: part,
      prefix: at === 0 ? evenText(`|${prefix}|`).even.slice(1, -1) : '',
      suffix: at === words.length - 1 ? evenText(`|${suffix}|`).even.slice(1, -1) : '',
      share: (spans[at] ?? spans[0]!).start / Math.max(1, text.length),
    }),
  );
  if (!found.every((span) => span !== null)) return null;
  const places = normalise(found.map((span) => whole(text, fromEven(even, span))));
  return { ...annotation, spans: places, ...contextOf(text, places) };
}
