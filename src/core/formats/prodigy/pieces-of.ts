import type { Annotation, Article } from '../../project/model';
import type { Offsets } from '../../text/offsets';
import type { Piece, Pieces, Shown } from '../marks/piece';
import { converted } from '../marks/plausible';
import type { TokenRow } from './prodigy-rows';
import { showOnTokens } from './show';

/** What a row marks; nothing, when it was not accepted. `odd`: how many spans are nowhere in the text. */
export function piecesOf(row: TokenRow, offsets: Offsets): Pieces & { readonly odd: number } {
  if (row.rejected) return { pieces: [], links: [], odd: 0 };
  const base = { values: [], note: '', ...(row.by === undefined ? {} : { by: row.by }) };
  const keyOf = (at: number) => `span ${at + 1}`;
  const pieces = row.spans.flatMap(({ label, place }, at): Piece[] => {
    const span = converted(offsets, place);
    return span ? [{ ...base, key: keyOf(at), label, spans: [span] }] : [];
  });
  const whole = [...new Set(row.categories)].map((label): Piece => {
    return { ...base, key: `text ${label}`, label, spans: [] };
  });
  return {
    pieces: [...pieces, ...whole],
    links: row.links.map(({ from, to, role }) => ({ from: keyOf(from), role, to: { piece: keyOf(to) } })),
    odd: row.odd + row.spans.length - pieces.length,
  };
}

/**
 * What the row that we write of annotations says when it is read. Relations name spans by their places only, so that
 * of twins the first is meant, here as in any file.
 */
export function showAgain(article: Article, annotations: readonly Annotation[], links: boolean): Shown {
  const shown = showOnTokens(article.text, annotations, links);
  const signOf = ({ label, spans }: Piece) => JSON.stringify([label, spans]);
  const signs = new Map(shown.pieces.map((piece) => [piece.key, signOf(piece)]));
  const first = new Map([...shown.pieces].reverse().map((piece) => [signOf(piece), piece.key]));
  const meant = (key: string) => first.get(signs.get(key)!)!;
  const found = shown.links.map(({ from, role, to }) => {
    return { from: meant(from), role, to: 'piece' in to ? { piece: meant(to.piece) } : to };
  });
  return { ...shown, links: found };
}
