/** What a column of a corpus can hold. */
export type CorpusField =
  | 'text'
  | 'title'
  | 'standfirst'
  | 'publishedAt'
  | 'outlet'
  | 'byline'
  | 'url'
  | 'language'
  | 'id';

/** Which column holds what, by the columns' own names. */
export type ColumnMapping = Readonly<Partial<Record<CorpusField, string>>>;

/** The fields in the order in which a person reads an article. */
export const CORPUS_FIELDS = [
  'text',
  'title',
  'standfirst',
  'publishedAt',
  'outlet',
  'byline',
  'url',
  'language',
  'id',
] as const satisfies readonly CorpusField[];

/** Names by which columns are known, the surest first; in lower case, letters and digits only. */
const NAMES: Readonly<Record<CorpusField, string>> = {
  text:
    'text fulltext articletext articlebody bodytext body content articlecontent maintext plaintext cleantext ' +
    'rawtext storytext story article document transcript volltext inhalt texte texto testo',
  title:
    'title headline articletitle headlinemain heading hed head name titel uberschrift schlagzeile titre titulo titolo',
  standfirst: 'standfirst subtitle subheadline subhead dek lede untertitel',
  publishedAt:
    'publishedat publisheddate datepublished publicationdate publishdate pubdate published publishedon ' +
    'webpublicationdate date articledate datetime timestamp time createdat created datum fecha',
  outlet:
    'outlet outletname newspaper paper publication publicationname publisher medium media sourcename source ' +
    'sitename site website journal sourcedomain domain zeitung quelle',
  byline: 'byline author authors authorname creator writer journalist reporter autor autoren auteur',
  url: 'url articleurl weburl link permalink href uri pageurl address',
  language: 'language lang languagecode sprache',
  id: 'id articleid docid documentid recordid textid uid uuid guid key doi',
};

const KNOWN: ReadonlySet<string> = new Set(Object.values(NAMES).flatMap((names) => names.split(' ')));

/**
 * Finds what each column holds by its name ("Full Text", "pub_date"). Of two that fit the surer name is taken;
 * a column holds one thing. Names with a dot ("meta.title") are also known by what follows it.
 */
export function recogniseColumns(columns: readonly string[]): ColumnMapping {
  const mapping: Partial<Record<CorpusField, string>> = {};
  const taken = new Set<string>();
  for (const spelling of [plain, (name: string) => plain(name.slice(name.lastIndexOf('.') + 1))]) {
    // Spelt once: a table may have thousands of columns, and there are many names.
    const called = new Map<string, string[]>();
    for (const column of columns) {
      const name = spelling(column);
      if (!KNOWN.has(name)) continue;
      const before = called.get(name);
      if (before) before.push(column);
      else called.set(name, [column]);
    }
    for (const [field, names] of Object.entries(NAMES) as [CorpusField, string][]) {
      if (mapping[field] !== undefined) continue;
      const found = names
        .split(' ')
        .map((name) => called.get(name)?.find((column) => !taken.has(column)))
        .find((column) => column !== undefined);
      if (found === undefined) continue;
      mapping[field] = found;
      taken.add(found);
    }
  }
  return mapping;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '');
}
