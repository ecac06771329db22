import { type Offsets, offsetsOf } from '../../text/offsets';

/** A way to count the characters of a text. */
export interface Counting {
  /** For a warning, when it is not code points. */
  readonly name: string;
  /** To UTF-16; throws a RangeError for what is no offset of the text. */
  readonly toUtf16: (offset: number) => number;
}

/**
 * The ways in which .ann files count, the right one first: code points; UTF-16, as brat's own editor in the browser
 * and INCEpTION do; and either of them where "\r\n" was read as one character.
 */
export function countings(text: string): readonly Counting[] {
  const counted = (of: string, name: string, back: (offset: number) => number): readonly Counting[] => {
    const points: Offsets = offsetsOf(of, 'codepoint');
    const first = { name: `code points${name}`, toUtf16: (offset: number) => back(points.toUtf16(offset)) };
    if (points.length === of.length) return [first];
    const units = offsetsOf(of, 'utf16');
    return [first, { name: `UTF-16 code units${name}`, toUtf16: (offset) => back(units.toUtf16(offset)) }];
  };
  const plain = counted(text, '', (offset) => offset);
  if (!text.includes('\r\n')) return plain;
  const places = placesWithoutReturns(text);
  return [
    ...plain,
    ...counted(text.replaceAll('\r\n', '\n'), ', with CRLF as one', (offset) => places[offset]!),
  ];
}

/** For each offset of the text without the returns before newlines, the offset in the text itself. */
function placesWithoutReturns(text: string): Uint32Array {
  const places = new Uint32Array(text.length + 1);
  let used = 0;
  for (let at = 0; at < text.length; at++) {
    places[used++] = at;
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
  }
  places[used] = text.length;
  return places;
}
