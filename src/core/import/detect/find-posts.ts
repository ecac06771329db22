import type { Piece } from './pieces';
import { isPostSignature } from './post-signature';
import type { Reading } from './reading';
import { endsSentence, isWhollyQuoted } from './shapes';

/** Longer than any embedded post is printed; in UTF-16 units. */
const LONGEST = 600;

/**
 * Makes one piece of each embedded post: its text and the line "— Name (@handle) date" under it. Where every
 * line is a paragraph the post is the line directly above, with fragments of lines before that; where blank
 * lines part the paragraphs it is everything since the last one.
 */
export function joinPosts(text: string, pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some((piece) => isPostSignature(piece.text))) return pieces;
  const chunks = (pieces.at(-1)?.chunk ?? 0) + 1;
  const spaced = pieces.length / chunks <= 2.5;
  const joined: Piece[] = [];
  for (const piece of pieces) {
    if (piece.hint === 'post' || !isPostSignature(piece.text)) {
      joined.push(piece);
      continue;
    }
    const from = firstOfPost(joined, piece, spaced);
    const own = joined.splice(from);
    const start = own[0]?.start ?? piece.start;
    joined.push({ ...piece, start, text: text.slice(start, piece.end), hint: 'post' });
  }
  return joined;
}

/** The index of the first piece that belongs to the post signed by `signature`. */
function firstOfPost(before: readonly Piece[], signature: Piece, spaced: boolean): number {
  const last = before.length - 1;
  const above = before[last];
  if (!above || above.hint === 'post' || above.text.length > LONGEST || above.text.endsWith(':'))
    return last + 1;
  let first = last;
  while (first > 0) {
    const next = before[first - 1]!;
    const length = signature.start - next.start;
    if (next.chunk !== above.chunk || next.hint === 'post' || length > LONGEST) break;
    if (spaced ? next.text.endsWith(':') : !isFragment(next.text)) break;
    first--;
  }
  return first;
}

/** A line that people write in posts and newspapers do not: short, and no sentence of prose. */
function isFragment(line: string): boolean {
  return (
    line.length <= 80 &&
    !line.endsWith(':') &&
    (!endsSentence(line) ||
      /^\p{Ll}/u.test(line) ||
      /\p{Extended_Pictographic}$|^@|https?:\/\/\S+$/u.test(line))
  );
}

/** A paragraph that announces posts; "the Harbour Post said" is not meant, hence the small letters. */
const ANNOUNCES =
  /\b(?:tweets?|tweeted|tweeting|[Rr]etweeted|[Tt]witter|posts|posted|posting|thread|toots?|Facebook|Instagram|Threads|Bluesky|Mastodon|Telegram|TikTok|social media|wrote online)\b|\b(?:an?|one|another|his|her|their|this|the) (?:\p{Ll}+ )?post\b/u;

/** Marks quoted paragraphs as posts where the paragraph before them announces posts and ends in a colon. */
export function findAnnouncedPosts({ pieces, kinds }: Reading): void {
  for (let index = 0; index < pieces.length; index++) {
    const { text } = pieces[index]!;
    if (kinds[index] !== null || !text.endsWith(':') || !ANNOUNCES.test(text.slice(-400))) continue;
    while (kinds[index + 1] === null && isWhollyQuoted(pieces[index + 1]!.text)) kinds[++index] = 'post';
  }
}
