import type { Article } from '../../project/model';
import { readCodebookFile } from '../codebook-file';
import { counted } from '../counted';
import type { FormatFile, Parsed, Reader } from '../format';
import { FormatError } from '../format';
import { checkFile } from '../marks/check-file';
import { Gathering } from '../marks/gather';
import type { Piece } from '../marks/piece';
import { TEI } from '../tei/names';
import { recognisesCatma } from '../tei/recognise';
import { readXml } from '../uima/xml-read';
import { type Collection, readCollection } from './collection';
import { type DocumentText, documentText, placedIn } from './document-text';
import { readTagsets, schemeOf } from './tagsets';

/**
 * Annotation collections of CATMA (catma.de), in its TEI export of version 4 and 5: tags as layers, properties as
 * values, the segments of one annotation as its passages. Offsets are UTF-16 code units of the text, which stands in a
 * .txt file beside the collections, or is an article of the project.
 */
export const catma: Reader = {
  id: 'catma',
  label: 'CATMA',
  hint: 'annotation collections as TEI, with the text beside them',
  extensions: ['xml'],
  unit: 'utf16',
  recognises: recognisesCatma,
  parse,
};

function parse(files: readonly FormatFile[], articles: ReadonlyMap<string, Article> = new Map()): Parsed {
  const found = files.filter(({ path }) => /\.(?:xml|tei)$/i.test(path));
  if (found.length === 0) {
    throw new FormatError('a file that ends in .xml was expected', files[0]?.path ?? '', 1, 1);
  }
  const gathering = new Gathering(readCodebookFile(files));
  const roots = found.map((file) => {
    checkFile(file);
    const root = readXml(file);
    if (root.name !== 'TEI' || root.namespace !== TEI) {
      throw new FormatError('this is no TEI document of CATMA', file.path, root.line, root.column);
    }
    return { file, root };
  });
  const tags = readTagsets(roots.map(({ root }) => root));
  const texts = new Map<
    string,
    { readonly document: DocumentText; readonly pieces: Piece[]; title: string }
  >();
  for (const { file, root } of roots) {
    const collection = readCollection(file.path, root, tags);
    const document = documentText(collection, files, articles);
    if (!document) {
      const name = collection.documentTitle || collection.documentId;
      const message = `the text that it marks (“${name}”) is neither beside it as .txt nor an article here`;
      throw new FormatError(message, file.path, root.line, root.column);
    }
    const known = texts.get(document.key) ?? { document, pieces: [], title: collection.documentTitle };
    texts.set(document.key, known);
    known.pieces.push(...placed(gathering, collection, document));
  }
  const lists = new Set<string>();
  for (const { document, pieces, title } of texts.values()) {
    for (const { label, values } of pieces) {
      for (const { name, value } of values)
        if (typeof value === 'object') lists.add(JSON.stringify([label, name]));
    }
    const { text, fileName, article } = document;
    addText(fileName, () =>
      gathering.add({
        text,
        fileName,
        name: title || fileName.replace(/^.*\//, '').replace(/\.[^.]*$/, ''),
        ...(title ? { title } : {}),
        ...(article ? { article } : {}),
        place: fileName,
        pieces,
        links: [],
        show: () => ({ pieces: [], links: [], owners: new Map() }),
        recognise: 'place',
      }),
    );
  }
  const isList = (layer: string, name: string) => lists.has(JSON.stringify([layer, name]));
  return gathering.finish('Tagsets of CATMA', schemeOf(tags, isList));
}

/** The annotations of a collection where they are in the text. */
function placed(gathering: Gathering, collection: Collection, document: DocumentText): readonly Piece[] {
  const { path, pieces, loose } = collection;
  const inText = placedIn(document);
  const good = pieces.flatMap((piece) => {
    const spans = inText(piece.spans);
    return spans ? [{ ...piece, spans }] : [];
  });
  const warn = (count: number, one: string, many: string) => {
    if (count > 0) gathering.warnings.push(`${path}: ${counted(count, one, many)}`);
  };
  if (document.wideLines) gathering.warnings.push(`${path}: line ends count two characters`);
  if (!document.fits) {
    gathering.warnings.push(`${path}: “${document.fileName}” is not as long as the text that was marked`);
  }
  warn(
    loose,
    'segment or annotation lacks its other half and is left out',
    'segments or annotations lack their other half and are left out',
  );
  warn(
    pieces.length - good.length,
    'annotation is nowhere in the text and is left out',
    'annotations are nowhere in the text and are left out',
  );
  return good;
}

/** A text that no file can carry has no place in the file but its beginning. */
function addText(path: string, gather: () => void): void {
  try {
    gather();
  } catch (error) {
    throw new FormatError(error instanceof Error ? error.message : String(error), path, 1, 1);
  }
}
