import type { ClaimRegister, ClaimTally } from '../../core/project/claim-register';
import { tallyOf } from '../../core/project/claim-register';
import type { Claim } from '../../core/project/model';
import { plain } from './speakers-data';

export type Sorting = 'articles' | 'newest' | 'wording';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Folded wordings and quotes, kept as long as their rows: a register of thousands is filtered at each key. */
const wordings = new WeakMap<Claim, string>();
const quotes = new WeakMap<ClaimTally, string>();

function foldedWording(claim: Claim): string {
  let text = wordings.get(claim);
  if (text === undefined) {
    text = plain(claim.wording);
    wordings.set(claim, text);
  }
  return text;
}

function foldedQuotes(tally: ClaimTally): string {
  let text = quotes.get(tally);
  if (text === undefined) {
    text = plain([...new Set(tally.linked.map(({ quote }) => quote))].join('\n'));
    quotes.set(tally, text);
  }
  return text;
}

/** Does an entry hold every one of these folded words, in its wording or one of its passages? */
function holds(claim: Claim, tally: ClaimTally, words: readonly string[]): boolean {
  const wording = foldedWording(claim);
  return words.every((word) => wording.includes(word) || foldedQuotes(tally).includes(word));
}

/** The register as a list: the entries that hold every word of the query, sorted. */
export function claimsListed(
  claims: ReadonlyMap<string, Claim>,
  register: ClaimRegister,
  query: string,
  sorting: Sorting,
): readonly Claim[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const keyed: Keyed[] = [];
  for (const claim of claims.values()) {
    const tally = tallyOf(register, claim.id);
    if (words.length > 0 && !holds(claim, tally, words)) continue;
    const { articles, linked, last = '' } = tally;
    keyed.push({ claim, articles, passages: linked.length, last, wording: foldedWording(claim) });
  }
  const sort = { articles: byArticles, newest: byDay, wording: byWording }[sorting];
  return keyed.sort((a, b) => sort(a, b) || byLetters(a, b)).map(({ claim }) => claim);
}

/** What an entry is sorted by, read once. */
interface Keyed {
  readonly claim: Claim;
  readonly articles: number;
  readonly passages: number;
  readonly last: string;
  readonly wording: string;
}

const byArticles = (a: Keyed, b: Keyed) => b.articles - a.articles || b.passages - a.passages;
const byDay = (a: Keyed, b: Keyed) => (a.last > b.last ? -1 : a.last < b.last ? 1 : byArticles(a, b));
const byWording = (a: Keyed, b: Keyed) => collator.compare(a.wording, b.wording);
const byLetters = (a: Keyed, b: Keyed) =>
  a.wording < b.wording ? -1 : a.wording > b.wording ? 1 : a.claim.id < b.claim.id ? -1 : 1;
