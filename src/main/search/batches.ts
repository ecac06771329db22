import type { Scanned } from '../../core/search/scan';
import type { SearchBatch } from './search-task';

/** A screenful is sent as soon as it is there, then a batch every so often (hits; ms). */
const SCREENFUL = 40;
const INTERVAL = 25;

/** Gathers hits into batches: the first at once, since someone looks at the screen; the rest in larger ones. */
export class Batches {
  #articles: string[] = [];
  #counts: number[] = [];
  #spans: number[] = [];
  #done = 0;
  #sent = 0;
  #lastSent = performance.now();

  constructor(
    readonly total: number,
    readonly report: (batch: SearchBatch) => void,
  ) {}

  add({ id, spans, done }: Scanned): void {
    this.#done = done;
    if (spans.length === 0) return;
    this.#articles.push(id);
    this.#counts.push(spans.length);
    for (const { start, end } of spans) this.#spans.push(start, end);
    if (this.#sent === 0 && this.#spans.length >= 2 * SCREENFUL) this.send();
  }

  /** Sends what there is if nothing was sent yet or the last batch is long ago. */
  sendWhenDue(): void {
    const due = performance.now() - this.#lastSent > INTERVAL;
    if (due || (this.#sent === 0 && this.#spans.length > 0)) this.send();
  }

  send(): void {
    this.report({
      articles: this.#articles,
      counts: Uint32Array.from(this.#counts),
      spans: Uint32Array.from(this.#spans),
      done: this.#done,
      total: this.total,
    });
    this.#sent += this.#spans.length;
    this.#lastSent = performance.now();
    this.#articles = [];
    this.#counts = [];
    this.#spans = [];
  }
}
