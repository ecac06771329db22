import { readCodebookFile } from '../codebook-file';
import { counted } from '../counted';
import type { FormatFile, Reading } from '../format';
import { FormatError } from '../format';
import { checkFile } from '../marks/check-file';
import type { SchemeHint } from '../marks/codebook-of';
import { Gathering } from '../marks/gather';
import { readXml, type XmlElement } from '../uima/xml-read';
import { annotationsIn, inlineIn, refuseTwins, schemeOf, titleOf } from './document-parts';
import { DocumentTree } from './document-tree';
import { attributeOf, rawText, within } from './elements';
import { APPLICATION, TEI } from './names';
import { People, SpeakerIds } from './people';
import { readAnnotations } from './read-annotation';
import { factsOf } from './read-facts';
import { TeiText } from './read-text';
import { showInTei } from './show';

/**
 * Reads TEI documents with annotations in `<standOff>`: those we wrote, and those of other tools. The text is that of
 * the document; what marks it up within the text is not read. Throws FormatError for what is no TEI, and for an id
 * that two annotations have.
 */
export function* readTei(files: readonly FormatFile[]): Reading {
  const given = readCodebookFile(files);
  const documents = files.filter(({ path }) => /\.(?:xml|tei)$/i.test(path));
  if (documents.length === 0 && !given) {
    throw new FormatError('a file that ends in .xml was expected', files[0]?.path ?? '', 1, 1);
  }
  const gathering = new Gathering(given);
  const ids = new SpeakerIds();
  const scheme: SchemeHint[] = [];
  for (const file of documents) {
    checkFile(file);
    const root = readXml(file);
    if ((root.name !== 'TEI' && root.name !== 'teiCorpus') || !['', TEI].includes(root.namespace)) {
      throw new FormatError('this is no TEI document', file.path, root.line, root.column);
    }
    const all = root.name === 'TEI' ? [root] : [...within(root, 'TEI')];
    all.forEach((tei, at) => {
      const place = all.length === 1 ? file.path : `${file.path}, document ${at + 1}`;
      scheme.push(...add(gathering, { file, place, tei, ids }));
    });
    yield gathering.letGo();
  }
  return gathering.finish('Categories of TEI documents', scheme);
}

interface Found {
  readonly file: FormatFile;
  readonly place: string;
  readonly tei: XmlElement;
  readonly ids: SpeakerIds;
}

/** Adds a document, and gives back the categories that its header lists. */
function add(gathering: Gathering, { file, place, tei, ids }: Found): readonly SchemeHint[] {
  const tree = new DocumentTree(tei);
  const header = tei.children.find(({ name }) => name === 'teiHeader');
  const texts = tei.children.filter(({ name }) => name === 'text');
  const own =
    header && [...within(header, 'application')].find((each) => attributeOf(each, 'ident') === APPLICATION);
  const ours = own !== undefined;
  const text = new TeiText(tei, texts);
  const wholes = new Set([tei, ...texts, ...texts.flatMap(({ children }) => children)]);
  const elements = annotationsIn(tei);
  refuseTwins(file, elements);
  const people = new People(tree, ours, ids);
  const read = readAnnotations(elements, { tree, text, wholes, ours, people });
  const warn = (count: number, one: string, many: string) => {
    if (count > 0) gathering.warnings.push(`${place}: ${counted(count, one, many)}`);
  };
  if (read.units.codepoint === 'utf16') gathering.warnings.push(`${place}: offsets count UTF-16 code units`);
  if (read.units.utf16 === 'codepoint') gathering.warnings.push(`${place}: offsets count code points`);
  warn(
    read.untargeted,
    'annotation has no target and is taken as about the whole text',
    'annotations have no target and are taken as about the whole text',
  );
  warn(
    read.nowhere,
    'annotation is nowhere in the text and is left out',
    'annotations are nowhere in the text and are left out',
  );
  warn(
    read.loose,
    'pointer of an annotation leads nowhere and is left out',
    'pointers of annotations lead nowhere and are left out',
  );
  warn(
    ours ? 0 : inlineIn(texts),
    'name, speech or other passage that is marked up in the text is not read as a mark',
    'names, speeches and other passages that are marked up in the text are not read as marks',
  );
  warn(
    text.leftOut,
    'note, running head or second reading within the text is left out',
    'notes, running heads and second readings within the text are left out',
  );
  const carried =
    header && [...within(header, 'xenoData')].find((each) => attributeOf(each, 'type') === APPLICATION);
  const empty = text.text === '' && read.pieces.length === 0 && !carried;
  if (empty && !ours) gathering.warnings.push(`${place}: there is no text in it`);
  if (empty) return [];
  const title = header && titleOf(header);
  addText(file, () =>
    gathering.add({
      pieces: read.pieces,
      links: read.links,
      place,
      fileName: file.path,
      name: place.replace(/^.*\//, '').replace(/\.(?:xml|tei)\b/i, ''),
      ...(title ? { title } : {}),
      facts: factsOf(header, texts[0]),
      text: text.text,
      ...(carried ? { carried: parsed(carried, gathering, place) } : {}),
      show: ({ annotations, registers }) => showInTei(annotations, registers),
      recognise: ours ? 'key' : 'place',
    }),
  );
  return ours || !header ? [] : schemeOf(header);
}

function parsed(carried: XmlElement, gathering: Gathering, place: string): unknown {
  try {
    return JSON.parse(rawText(carried));
  } catch {
    gathering.warnings.push(`${place}: what Marginalia had written for itself cannot be read`);
    return undefined;
  }
}

/** A text that no file can carry has no place in the file but its beginning. */
function addText({ path }: FormatFile, gather: () => void): void {
  try {
    gather();
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(error instanceof Error ? error.message : String(error), path, 1, 1);
  }
}
