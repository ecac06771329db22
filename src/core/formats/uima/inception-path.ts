import { counted } from '../counted';
/** What the path of a file in an exported project of INCEpTION says. */
export interface InceptionPath {
  /** The name of the document, as it was imported there: "ferry.txt". */
  readonly document: string;
  /** Whoever annotated it; null: what was there before anyone did. */
  readonly annotator: string | null;
}

/** Of the names that are nobody's: what INCEpTION calls the first version, and the one that was agreed upon. */
const FIRST = 'INITIAL_CAS';
const CURATION = 'CURATION_USER';

/**
 * INCEpTION packs a project as `annotation/<document>/<user>.<extension>`, where the user may be a zip of its own with
 * the file in it, and `curation/<document>/CURATION_USER.<extension>`. Null for every other path.
 */
export function inceptionPath(path: string): InceptionPath | null {
  const found = /(?:^|\/)(annotation|curation)\/([^/]+)\/([^/]+?)(?:\/[^/]+)?\.(?:xmi|tsv|json)$/i.exec(path);
  if (!found) return null;
  const [, , document, user] = found;
  if (user === FIRST) return { document: document!, annotator: null };
  return { document: document!, annotator: user === CURATION ? 'Curation' : user! };
}

/**
 * The files without the first versions of documents that somebody has annotated since: what those mark, the others
 * do, too; and how many there are.
 */
export function withoutFirst<File extends { readonly path: string }>(
  files: readonly File[],
): { readonly files: readonly File[]; readonly left: number } {
  const annotated = new Set(
    files.flatMap(({ path }) => {
      const said = inceptionPath(path);
      return said && said.annotator !== null ? [said.document] : [];
    }),
  );
  const kept = files.filter(({ path }) => {
    const said = inceptionPath(path);
    return !said || said.annotator !== null || !annotated.has(said.document);
  });
  return { files: kept, left: files.length - kept.length };
}

/** What is told of first versions that are left out. */
export function firstTold(left: number): readonly string[] {
  return left === 0
    ? []
    : [
        counted(
          left,
          'first version of a text, before anyone annotated it, is left out',
          'first versions of texts, before anyone annotated them, are left out',
        ),
      ];
}
