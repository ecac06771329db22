import { meaningOf } from '../docx/styles';
import type { FromMarkup } from '../html/document';
import { damaged } from '../problem';
import { readRich } from '../rich/rich-text';
import { codePageOf, documentCodePage } from './code-pages';
import { RtfParagraphs } from './paragraphs';
import type { GroupState } from './state';
import { destinationOf } from './state';
import type { RtfToken } from './tokens';
import { rtfTokens } from './tokens';

/** Turns bytes (one per unit) in a Windows code page into text. */
export type DecodeBytes = (bytes: string, codePage: number) => string;

const CHARACTERS: Readonly<Record<string, string>> = {
  line: '\n',
  tab: '\t',
  cell: ' ',
  nestcell: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  enspace: ' ',
  emspace: ' ',
};
const SYMBOLS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '\\': '\\',
  '{': '{',
  '}': '}',
};
/** Writers nest a dozen deep; more would only fill the memory. */
const DEEPEST = 1000;
const ENDS = new Set(['par', 'sect', 'page', 'row', 'nestrow', 'column']);

/**
 * Reads Rich Text (RTF 1.9): its paragraphs, headings and bold lines; no pictures, notes, headers or fields'
 * codes. `source` holds one byte per unit. Throws a Refusal for what is no RTF or breaks off.
 */
export function readRtf(source: string, decode: DecodeBytes): FromMarkup {
  if (!source.startsWith('{\\rtf')) throw damaged('it does not begin as Rich Text does');
  const out = new RtfParagraphs(decode);
  const outer: GroupState[] = [];
  let state: GroupState = { destination: 'text', bold: false, hidden: false, font: -1, fallback: 1 };
  let skip = 0;
  let starred = false;
  let atStart = false;

  const put = (token: Extract<RtfToken, { kind: 'text' | 'byte' }>) => {
    const left = token.text.slice(Math.min(skip, token.text.length));
    skip -= token.text.length - left.length;
    if (left !== '') out.bytes(left, state);
  };
  const obey = (word: string, value: number) => {
    const destination = atStart ? destinationOf(word, state.destination) : undefined;
    if (destination) state.destination = destination;
    else if (starred) state.destination = 'nowhere';
    starred = false;
    const on = value !== 0;
    if (word === 'u') {
      out.text(String.fromCharCode(value & 0xffff), state);
      skip = state.fallback;
    } else if (word === 'uc') state.fallback = Math.max(0, value || 0);
    else if (word === 'f') {
      state.font = value;
      if (state.destination === 'fonts') out.font = value;
    } else if (word === 'fcharset') out.fonts.set(out.font, codePageOf(value));
    else if (word === 's') out.style = value;
    else if (word === 'outlinelevel') out.outline = value < 9 ? value + 1 : 0;
    else if (word === 'b') state.bold = on;
    else if (word === 'v' || word === 'deleted') state.hidden = on;
    else if (word === 'plain') Object.assign(state, { bold: false, hidden: false });
    else if (word === 'pard') out.beginStyle();
    else if (ENDS.has(word)) out.end(state);
    else if (Object.hasOwn(CHARACTERS, word)) out.text(CHARACTERS[word]!, state);
    else out.codePage = documentCodePage(word, value) ?? out.codePage;
  };

  for (const token of rtfTokens(source)) {
    if (token.kind === 'text' || token.kind === 'byte') put(token);
    else if (skip > 0 && token.kind === 'symbol') skip--;
    else {
      skip = 0;
      if (token.kind === 'open') {
        if (outer.push(state) > DEEPEST) throw damaged(`its groups are nested more than ${DEEPEST} deep`);
        state = { ...state };
      } else if (token.kind === 'close') {
        out.closeGroup(state);
        const back = outer.pop();
        if (!back) break;
        state = back;
        if (outer.length === 0) break;
      } else if (token.kind === 'word') obey(token.word, token.value);
      else if (token.symbol === '*') starred = true;
      else if (token.symbol === '\n' || token.symbol === '\r') out.end(state);
      else if (Object.hasOwn(SYMBOLS, token.symbol)) out.text(SYMBOLS[token.symbol]!, state);
    }
    atStart = token.kind === 'open' || (token.kind === 'symbol' && token.symbol === '*');
  }
  if (outer.length > 0) throw damaged('it breaks off before its text ends');
  return readRich(out.finish(meaningOf), out.title === '' ? {} : { title: out.title });
}
