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
  const all = [...claims.values()];
  const found =
    words.length === 0 ? all : all.filter((claim) => holds(claim, tallyOf(register, claim.id), words));
  const byWording = (a: Claim, b: Claim) => {
    const [x, y] = [foldedWording(a), foldedWording(b)];
    return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
  };
  if (sorting === 'wording') {
    return found.sort((a, b) => collator.compare(a.wording, b.wording) || byWording(a, b));
  }
  const tally = ({ id }: Claim) => tallyOf(register, id);
  const newest = (a: Claim, b: Claim) => (tally(b).last ?? '').localeCompare(tally(a).last ?? '');
  const most = (a: Claim, b: Claim) =>
    tally(b).articles - tally(a).articles || tally(b).linked.length - tally(a).linked.length;
  return found.sort(
    (a, b) => (sorting === 'newest' ? newest(a, b) || most(a, b) : most(a, b)) || byWording(a, b),
  );
}
