import { listOf, numberIn, record } from './web-json';
import type { Selected } from './web-place';

/** What the selectors of one target say, also those that refine another. */
export function selectedBy(selectors: readonly unknown[]): Selected {
  const all = selectors.flatMap((selector) => withRefinements(selector, 0));
  const of = (type: string) => all.find((selector) => selector.type === type);
  const position = of('TextPositionSelector');
  const quote = of('TextQuoteSelector');
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    ...(position ? { position: { start: numberIn(position.start), end: numberIn(position.end) } } : {}),
    ...(quote
      ? { quote: { exact: text(quote.exact), prefix: text(quote.prefix), suffix: text(quote.suffix) } }
      : {}),
  };
}

function withRefinements(selector: unknown, depth: number): readonly ReturnType<typeof record>[] {
  const own = record(selector);
  const refined = depth > 8 ? [] : listOf(own.refinedBy).flatMap((next) => withRefinements(next, depth + 1));
  return [own, ...refined];
}
