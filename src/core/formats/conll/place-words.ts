import type { Span } from '../../text/span';
import { FormatError } from '../format';
import type { Word } from './columns-read';

/** As far ahead as a word is looked for when the text has something that the file left out, in UTF-16. */
const AHEAD = 400;

/** What the words of treebanks stand for. */
const ESCAPED: Readonly<Record<string, readonly string[]>> = {
  '-LRB-': ['('],
  '-RRB-': [')'],
  '-LSB-': ['['],
  '-RSB-': [']'],
  '-LCB-': ['{'],
  '-RCB-': ['}'],
  '``': ['“', '"', '«', '„'],
  "''": ['”', '"', '»', '“'],
  '"': ['“', '”', '„', '«', '»'],
  "'": ['’', '‘'],
  '`': ['‘', '’'],
  '...': ['…'],
  '--': ['—', '–'],
};

/** How a word may be written in a text: as it is, as what it stands for, composed or decomposed. */
function formsOf(form: string): readonly string[] {
  const curly = form.includes("'") ? [form.replaceAll("'", '’')] : [];
  return [
    ...new Set([form, ...(ESCAPED[form] ?? []), ...curly, form.normalize('NFC'), form.normalize('NFD')]),
  ];
}

/**
 * Where the words of a file are in its text, in order (UTF-16). What stands between them may be anything that is not
 * long. Throws FormatError with the line of the first word that is not there.
 */
export function placeWords(path: string, words: readonly Word[], text: string): readonly Span[] {
  let at = 0;
  return words.map(({ form, line }) => {
    const forms = formsOf(form);
    const ahead = text.slice(at, at + AHEAD + form.length);
    const places = forms.flatMap((each) => {
      const start = ahead.indexOf(each);
      return start < 0 ? [] : [{ start: at + start, end: at + start + each.length }];
    });
    const [first] = places.sort((a, b) => a.start - b.start || b.end - a.end);
    if (!first) {
      const after = JSON.stringify(text.slice(Math.max(0, at - 20), at));
      throw new FormatError(`“${form.slice(0, 40)}” is not in the text after ${after}`, path, line, 1);
    }
    at = first.end;
    return first;
  });
}

/** A text made of sentences, one on a line, with spaces where English print has them; and where its words are. */
export function textOfWords(sentences: readonly (readonly Word[])[]): {
  readonly text: string;
  readonly places: readonly Span[];
} {
  const parts: string[] = [];
  const places: Span[] = [];
  let length = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, sentence] of sentences.entries()) {
    if (index > 0) add('\n');
    let open = false;
    let before = '';
    for (const { form } of sentence) {
      const word = ESCAPED[form] && /^(?:-[LR].B-|``|'')$/.test(form) ? ESCAPED[form][0]! : form;
      const closes = word === '"' && open;
      if (before !== '' && !closes && spaced(before, word)) add(' ');
      places.push({ start: length, end: length + word.length });
      add(word);
      if (word === '"') open = !open;
      // A straight mark that opened clings to what follows, one that closed does not.
      before = word === '"' && open ? '“' : word;
    }
  }
  return { text: parts.join(''), places };
}

function spaced(before: string, word: string): boolean {
  return (
    !/^(?:[.,;:!?%)\]}’”»…]|'s$|’s$|n['’]t$|['’](?:re|ve|ll|d|m)$)/i.test(word) &&
    !/[([{“‘«„$£€#¿¡]$/u.test(before)
  );
}
