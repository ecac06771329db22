import { roughNote } from '../formats/marks/found-roughly';
import type { Annotation, Target } from '../project/model';
import { CONTEXT_LENGTH, contextOf, PASSAGE_JOINT } from '../text/context';
import { RoughSearch } from '../text/find-roughly';
import type { Span } from '../text/span';
import { normalise, splitsSurrogatePair } from '../text/span';
import { type EvenText, evenText, fromEven, intoEven } from './even-text';
import { type FoundAgain, findAgain } from './find-again';

/** Finds a span of one text in another; null when it is not there. */
export type CarrySpan = (span: Span) => FoundAgain | null;

/** An annotation in another text. */
export interface Carried {
  readonly annotation: Annotation;
  /** Links to passages that are not there. */
  readonly lostTargets: number;
  /** Are the words of a passage a little different there? */
  readonly roughly: boolean;
}

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
  const search = new RoughSearch(after.even);
  const how = before.even === after.even ? 'even' : 'quote';
  const place = how === 'even' ? (span: Span) => span : (span: Span) => sought(before, search, span);
  return {
    how,
    carry: (span) => {
      const even = intoEven(before, span);
      const found = even && place(even);
      return found && { ...found, ...whole(to, fromEven(after, found)) };
    },
  };
}

function sought({ even }: EvenText, search: RoughSearch, { start, end }: Span): FoundAgain | null {
  return findAgain(search, {
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
): Carried | null {
  const found = carryAll(annotation.spans, carry);
  if (!found) return null;
  const { spans } = found;
  let lostTargets = 0;
  const roles: Record<string, readonly Target[]> = {};
  for (const [role, targets] of Object.entries(annotation.roles)) {
    const kept = targets.flatMap((target): Target[] => {
      if (!('spans' in target)) return [target];
      const places = carryAll(target.spans, carry);
      if (places) return [{ spans: places.spans }];
      lostTargets++;
      return [];
    });
    if (kept.length > 0) roles[role] = kept;
  }
  const { text, id } = article;
  const own = found.roughly ? toBeChecked(annotation) : annotation;
  return {
    annotation: { ...own, articleId: id, spans, ...contextOf(text, spans), roles },
    lostTargets,
    roughly: found.roughly,
  };
}

function carryAll(
  spans: readonly Span[],
  carry: CarrySpan,
): { readonly spans: readonly Span[]; readonly roughly: boolean } | null {
  const found = spans.map(carry);
  if (!found.every((span) => span !== null)) return null;
  return { spans: normalise(found), roughly: found.some(({ roughly }) => roughly) };
}

/** Whoever marked other words has not approved these: it is a draft, and says what was marked. */
function toBeChecked(annotation: Annotation): Annotation {
  const note = annotation.note === '' ? '' : `${annotation.note}\n`;
  return { ...annotation, status: 'draft', note: note + roughNote(annotation.quote) };
}

/** Moves annotations that were set down in this text unseen to where their quotes say that they belong. */
export function righter(text: string): (annotation: Annotation) => Carried | null {
  let even: EvenText | undefined;
  let search: RoughSearch | undefined;
  return (annotation) => {
    const { spans, quote, prefix, suffix } = annotation;
    const here = contextOf(text, spans);
    if (spans.length === 0 || quote === '' || here.quote === quote)
      return { annotation: { ...annotation, ...here }, lostTargets: 0, roughly: false };
    even ??= evenText(text);
    search ??= new RoughSearch(even.even);
    const words = quote.split(PASSAGE_JOINT).map((part) => evenText(part).even);
    const found = words.map((part, at) =>
      findAgain(search!, {
        quote: part,
        prefix: at === 0 ? evenText(`|${prefix}|`).even.slice(1, -1) : '',
        suffix: at === words.length - 1 ? evenText(`|${suffix}|`).even.slice(1, -1) : '',
        share: (spans[at] ?? spans[0]!).start / Math.max(1, text.length),
      }),
    );
    if (!found.every((span) => span !== null)) return null;
    const roughly = found.some((span) => span.roughly);
    const places = normalise(found.map((span) => whole(text, fromEven(even!, span))));
    const own = roughly ? toBeChecked(annotation) : annotation;
    return { annotation: { ...own, spans: places, ...contextOf(text, places) }, lostTargets: 0, roughly };
  };
}
