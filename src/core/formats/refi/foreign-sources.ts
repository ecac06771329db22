import { counted } from '../counted';
import type { FoundText } from '../marks/gather';
import type { XmlElement } from '../uima/xml-read';
import { all, attribute, each, guidIn, refsIn, textIn } from './elements';
import { readMarks, type Untaken } from './marks-read';
import { readOurs } from './ours';
import { placeOf } from './own-source';
import { type Counting, likelyCounting, placing, withLineFeeds } from './positions';
import type { Qde, QdeSource } from './qde';
import { type ForeignCase, valuesIn, variableNames } from './read-qde';

/** What is told of what could not be taken. */
const UNTAKEN: Readonly<Record<keyof Untaken, readonly [one: string, many: string]>> = {
  nowhere: [
    'selection is nowhere in the text and is left out',
    'selections are nowhere in the text and are left out',
  ],
  uncoded: [
    'selection has neither a code nor a comment and is left out',
    'selections have neither a code nor a comment and are left out',
  ],
  codeless: [
    'coding with a code that the project does not have is left out',
    'codings with a code that the project does not have are left out',
  ],
  links: [
    'link leads to what has no place here and is left out',
    'links lead to what has no place here and are left out',
  ],
};

/** The sources of other programs, by their elements, in our terms: line feeds, no byte order mark, UTF-16 spans. */
export function foreignTexts(
  path: string,
  root: XmlElement,
  sources: readonly QdeSource[],
  qde: Qde & { readonly foreignCases: readonly ForeignCase[] },
): {
  readonly texts: ReadonlyMap<XmlElement, FoundText>;
  readonly warnings: readonly string[];
} {
  const bare = sources.map((source) => ({ ...source, text: source.text.replace(/^\ufeff/, '') }));
  const counting = likelyCounting(
    bare.map(({ text, element }) => ({
      text,
      places: all(element, 'PlainTextSelection').map((selection) => {
        return { ...placeOf(selection), name: attribute(selection, 'name') };
      }),
    })),
  );
  const warnings = [...countingTold(path, counting)];
  const about = remarks(root, qde);
  const texts = bare.map((source): readonly [XmlElement, FoundText] => {
    const { element, name, text, fileName } = source;
    const spanOf = placing(text, counting);
    const { untaken, ...pieces } = readMarks(element, qde, (selection) => spanOf(placeOf(selection)));
    const place = `${path}, ${name || fileName}`;
    if (readOurs(element)?.row !== undefined) {
      warnings.push(`${place}: the text was changed, so what Marginalia had written beside it is left out`);
    }
    for (const [kind, count] of Object.entries(untaken) as [keyof Untaken, number][]) {
      if (count > 0) warnings.push(`${place}: ${counted(count, ...UNTAKEN[kind])}`);
    }
    const title = name.replace(/\.(?:txt|docx?|odt|rtf|pdf|html?|md)$/i, '').trim();
    const remark = about(element);
    const found: FoundText = {
      ...pieces,
      place,
      fileName,
      name: title,
      ...(title === '' ? {} : { title }),
      text: withLineFeeds(text),
      show: () => ({ pieces: [], links: [], owners: new Map() }),
      recognise: 'key',
      ...(remark === '' ? {} : { remark }),
    };
    return [element, found];
  });
  return { texts: new Map(texts), warnings };
}

function countingTold(path: string, { lineBreak, unit, end }: Counting): readonly string[] {
  return [
    ...(lineBreak === 1 ? [`${path}: positions count a line break as one character`] : []),
    ...(unit === 'utf16' ? [`${path}: positions count UTF-16 code units`] : []),
    ...(end === 'last' ? [`${path}: positions name the last character of a passage as its end`] : []),
  ];
}

/** What a project says of a source as a whole, for the article’s note. */
function remarks(
  root: XmlElement,
  { notes, foreignCases }: Qde & { readonly foreignCases: readonly ForeignCase[] },
): (source: XmlElement) => string {
  const names = variableNames(root);
  const sets = each(root, 'Sets', 'Set');
  const nameless = each(root, 'Cases', 'Case').filter((element) => attribute(element, 'name').trim() === '');
  return (source) => {
    const guid = guidIn(source, 'guid');
    const isHere = (element: XmlElement) => refsIn(element, 'SourceRef').includes(guid);
    const isMember = (element: XmlElement) => refsIn(element, 'MemberSource').includes(guid);
    const lines = [
      textIn(source, 'Description').trim(),
      ...valuesIn(source, names),
      ...nameless.filter(isHere).flatMap((element) => valuesIn(element, names)),
      ...foreignCases.filter(({ sources }) => sources.includes(guid)).map(({ name }) => `Case: ${name}`),
      ...sets.filter(isMember).map((set) => `Set: ${attribute(set, 'name')}`),
      ...refsIn(source, 'NoteRef').flatMap((ref) => notes.get(ref)?.trim() ?? []),
    ];
    return lines.filter((line) => line !== '').join('\n');
  };
}
