/** What a column of a table with a row per annotation holds. */
export const PARTS = [
  'document',
  'title',
  'text',
  'start',
  'end',
  'length',
  'quote',
  'label',
  'annotator',
  'note',
  'created',
] as const;
export type Part = (typeof PARTS)[number];

/** Which columns of a table hold what, by their names; the others that are named are attributes. */
export interface Mapping {
  readonly columns: { readonly [Name in Part]?: string };
  readonly attributes: readonly string[];
}

/** Names of columns that other programs write, in lower case, letters and digits only; the likelier first. */
const NAMES: Readonly<Record<Part, string>> = {
  document:
    'document documentid documentname docid docname doc article articleid articlename file filename source sourceid ' +
    'sourcename textid',
  title: 'title articletitle documenttitle headline',
  text: 'fulltext documenttext articletext documentcontent text content contents body',
  start:
    'start begin startoffset beginoffset startchar charstart startposition startpos beginposition pos0 from ' +
    'startcharacter offset',
  end: 'end stop endoffset endchar charend endposition endpos pos1 to endcharacter',
  length: 'length len',
  quote:
    'quote quotation exact segment codedsegment codedtext seltext selectedtext markedtext coveredtext spantext span ' +
    'snippet excerpt passage highlight mention textsegment',
  label: 'label code tag layer codename category entitytype entity class type theme annotation',
  annotator: 'annotator coder annotatedby codedby user username rater owner creator createdby',
  note: 'note notes memo comment comments remark remarks',
  created: 'created createdat creationdate timestamp',
};

/** Columns that only number the rows. */
const NUMBERS = new Set([
  '',
  'id',
  'index',
  'row',
  'rowid',
  'no',
  'nr',
  'number',
  'unnamed0',
  'annotationid',
]);

/**
 * The mapping that the names of the columns suggest. A column named only "text" is taken for the passage when nothing
 * else is and it is no longer than a passage: `isPassage` tells.
 */
export function guessMapping(header: readonly string[], isPassage: (column: string) => boolean): Mapping {
  const left = new Map(header.map((name) => [name, plain(name)]));
  const columns: { [Name in Part]?: string } = {};
  for (const part of PARTS) {
    const known = NAMES[part].split(' ');
    const [found] = [...left]
      .filter(([, name]) => known.includes(name))
      .sort(([, a], [, b]) => known.indexOf(a) - known.indexOf(b));
    if (!found) continue;
    columns[part] = found[0];
    left.delete(found[0]);
  }
  if (columns.quote === undefined && columns.text !== undefined && isPassage(columns.text)) {
    columns.quote = columns.text;
    delete columns.text;
  }
  if (columns.end !== undefined && columns.length !== undefined) {
    left.set(columns.length, plain(columns.length));
    delete columns.length;
  }
  const attributes = [...left].filter(([, name]) => !NUMBERS.has(name)).map(([name]) => name);
  return { columns, attributes };
}

/** Does the table say what is marked and how? */
export function isUsable({ columns }: Mapping): boolean {
  const placed = columns.start !== undefined && (columns.end !== undefined || columns.length !== undefined);
  const whose = columns.document ?? columns.title ?? columns.text;
  return (placed && whose !== undefined) || (columns.quote !== undefined && columns.label !== undefined);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
