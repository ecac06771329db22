import type { Arrival } from '../../core/import-annotations/arrive';
import type { ImportCounts } from '../../core/import-annotations/import-choices';
import type { Why } from '../../core/import-annotations/propose-mapping';
import { plural } from '../ui/words';

export const WHY: Readonly<Record<Why | 'chosen', string>> = {
  remembered: 'as last time',
  id: 'the same layer',
  label: 'the same name',
  synonym: 'a usual name for it',
  linked: 'linked with it',
  none: 'none like it',
  chosen: 'your choice',
};

const UNITS: Readonly<Record<Arrival['format']['unit'], string>> = {
  utf16: 'UTF-16 code units',
  codepoint: 'code points',
  byte: 'bytes',
  grapheme: 'grapheme clusters',
  token: 'words',
};

/** "brat standoff · 3 files · 14 annotations · places in code points". */
export function whatWasRead({ format, project, articles }: Arrival, files: number): string {
  let annotations = articles.reduce((sum, { lost }) => sum + lost, 0);
  for (const list of project.annotations.values()) annotations += list.length;
  return [
    format.label,
    plural(files, 'file'),
    plural(annotations, 'annotation'),
    `places in ${UNITS[format.unit]}`,
  ].join(' · ');
}

/** Why files are not what they were said to be, and what they are read as still (a label), if anything. */
export function misreadWords(wanted: string, message: string, still: string | undefined): string {
  // What says the place of a fault is about the format, the rest about the files or the machine.
  const isPlace = /:\d+:\d+: /.test(message);
  const what = isPlace ? `These files are not ${wanted}: ` : `These files could not be read as ${wanted}: `;
  return `${what}${placeInWords(message)}${still === undefined ? '' : ` They are still read as ${still}.`}`;
}

/** What is wrong with a file, as a sentence: "a.tsv, line 9, character 2: the row has 3 cells." */
export function placeInWords(message: string): string {
  const said = message.replace(/^(.*?):(\d+):(\d+): /, '$1, line $2, character $3: ');
  return /[.!?…]$/.test(said) ? said : `${said}.`;
}

/** What would happen, for the foot of the dialog. */
export function outcome(counts: ImportCounts): string {
  const { added, there, joined, lost, whole, unlinked, leftOut, elsewhere } = counts;
  const nowhere = lost + whole + unlinked;
  const out = leftOut + elsewhere;
  const parts = [
    `${plural(added, 'annotation')} will be added`,
    joined > 0 &&
      (joined === 1
        ? '1 becomes the passage of a role'
        : `${joined.toLocaleString()} become passages of roles`),
    there > 0 && `${there.toLocaleString()} ${there === 1 ? 'is' : 'are'} there already`,
    nowhere > 0 && `${nowhere.toLocaleString()} cannot be placed`,
    out > 0 && `${out.toLocaleString()} ${out === 1 ? 'is' : 'are'} left out`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}

/** Is anything of the file not taken although nobody chose so? */
export function isLossy({ lost, whole, unlinked, differing, links, values }: ImportCounts): boolean {
  return lost + whole + unlinked + differing + links + values > 0;
}

/** What is not taken as it was, and why, in sentences. */
export function reasons(counts: ImportCounts, part: Arrival): readonly string[] {
  const { lost, whole, unlinked, differing, links, values, elsewhere, leftOut } = counts;
  const quoted = part.lostQuotes.slice(0, 3).map((quote) => `“${cut(quote)}”`);
  const say = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count.toLocaleString()} ${many}`];
  const gone = `not in the text here: ${quoted.join(', ')}${lost > quoted.length ? ' …' : ''}`;
  return [
    ...say(
      lost,
      `annotation stands on words that are ${gone}`,
      `annotations stand on words that are ${gone}`,
    ),
    ...say(
      whole,
      'annotation speaks of a whole article, which the layer chosen does not.',
      'annotations speak of whole articles, which the layers chosen do not.',
    ),
    ...say(
      unlinked,
      'annotation is linked with nothing whose role it could be.',
      'annotations are linked with nothing whose role they could be.',
    ),
    ...say(
      leftOut,
      'annotation is of a layer that is left out.',
      'annotations are of layers that are left out.',
    ),
    ...say(
      elsewhere,
      'annotation is in a new article, which is not added.',
      'annotations are in new articles, which are not added.',
    ),
    ...say(
      differing,
      'annotation that is there already has another place or value here, and stays as it is.',
      'annotations that are there already have another place or value here, and stay as they are.',
    ),
    ...say(
      values,
      'value has no place in the attribute chosen.',
      'values have no place in the attributes chosen.',
    ),
    ...say(
      links,
      'link has no place in the role chosen, or leads to what is not added.',
      'links have no place in the roles chosen, or lead to what is not added.',
    ),
    ...part.warnings.map(asSentence),
  ];
}

function asSentence(text: string): string {
  // What begins with the name of a file keeps it.
  const first =
    /^\S+\.\w+[:,] /.test(text) || /^\S+:\d/.test(text) ? text.charAt(0) : text.charAt(0).toUpperCase();
  return `${first}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`;
}

/** Words in one line, as many as fit. */
export function cut(quote: string, most = 60): string {
  const words = quote.replace(/\s+/g, ' ');
  return words.length > most ? `${words.slice(0, most).trimEnd()}…` : words;
}
