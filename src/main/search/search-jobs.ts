import { compile, SearchText } from '../../core/search/matcher';
import type { Searchable } from '../../core/search/scan';
import { scan } from '../../core/search/scan';
import type { Span } from '../../core/text/span';
import type { JobTable } from '../import/jobs';
import { Batches } from './batches';

/** How long it searches before it listens for a word to stop (ms). */
const SLICE = 8;

interface Held extends Searchable {
  readonly order: number;
}

/** The jobs of the searching process; between them it keeps the texts. */
export function searchJobs(): Pick<JobTable, 'texts' | 'search'> {
  const held = new Map<string, Held>();
  let inOrder: readonly Held[] | null = null;
  return {
    async texts({ gone, texts }) {
      for (const id of gone) held.delete(id);
      for (const { id, order, text } of texts) {
        const before = held.get(id)?.text;
        const kept = before?.text === text ? before : new SearchText(text);
        // Folded now, while nobody waits, and not at the first search.
        kept.folded('lower');
        held.set(id, { id, order, text: kept });
      }
      inOrder = null;
      return null;
    },

    async search({ query, articles, within }, report, signal) {
      if (held.size !== articles) throw new Error('the texts are not all there yet');
      const compiled = compile(query);
      if (!compiled.ok) throw new Error(compiled.problem?.message ?? 'nothing was asked');
      inOrder ??= [...held.values()].sort((a, b) => a.order - b.order);
      const batches = new Batches(inOrder.length, report);
      let full = false;
      let slice = performance.now();
      for (const found of scan(inOrder, compiled.matcher, within && spansIn(within))) {
        batches.add(found);
        ({ full } = found);
        if (performance.now() - slice < SLICE) continue;
        batches.sendWhenDue();
        await new Promise((turn) => setImmediate(turn));
        if (signal.aborted) return { full };
        slice = performance.now();
      }
      batches.send();
      return { full };
    },
  };
}

function spansIn(within: ReadonlyMap<string, Uint32Array>): ReadonlyMap<string, readonly Span[]> {
  const spans = (ends: Uint32Array): Span[] =>
    Array.from({ length: ends.length / 2 }, (_, at) => ({ start: ends[2 * at]!, end: ends[2 * at + 1]! }));
  return new Map([...within].map(([id, ends]) => [id, spans(ends)]));
}
