import { schemeOf } from '../codes/scheme';
import { counted } from '../counted';
import { fileWith } from '../file-name';
import type { FormatFile, Reading } from '../format';
import { FormatError } from '../format';
import { checkFile } from '../marks/check-file';
import { Gathering } from '../marks/gather';
import { type XmlElement, xmlParts } from '../uima/xml-read';
import type { PartOf } from '../uima/xml-tree';
import { record } from '../web-json';
import { withBlanks } from './blanks';
import { readCodes } from './codes-read';
import { all, attribute } from './elements';
import { foreignTexts } from './foreign-sources';
import { readOurs } from './ours';
import { type Own, ownSource, ownText } from './own-source';
import { orFault } from './qdc';
import type { LinkTable, QdeSource } from './qde';
import { linksOf, readQde } from './read-qde';
import { Readings, withRegisters } from './registers-read';
import type { Skipped } from './sources-read';
import { sourcesIn, Texts } from './sources-read';

/**
 * Reads a REFI-QDA project, ours or another program’s: its texts, codes as layers and values, codings as annotations,
 * cases as speakers, links as roles. What positions count is found out (positions.ts). Pictures, recordings, films and
 * pages are left out and counted in the warnings. Throws FormatError with its place for what is malformed, for a file
 * that is no project, and for a text that the project says it has and has not.
 */
export function* readRefi(files: readonly FormatFile[]): Reading {
  const file = fileWith(files, '.qde');
  // What is read in pieces is looked at while it is read.
  if (!file.pieces) checkFile(file);
  // What belongs to a source stands behind the sources, too: everything but them is read first.
  const { root, links } = withoutSources(file);
  if (root.name !== 'Project') {
    throw new FormatError('this is not a REFI-QDA project', file.path, root.line, root.column);
  }
  const ours = readOurs(root);
  const facts = ours && record(ours.codebook);
  const name = attribute(root, 'name').trim() || 'Imported';
  const [book] = all(root, 'CodeBook');
  const codes = book ? readCodes(book) : [];
  const scheme = orFault(file.path, book ?? root, () => schemeOf(codes, name, facts));
  const texts = new Texts(file.path, files);
  const qde = readQde(root, scheme, (note) => texts.noteOf(note), links);
  const { codebook: ourCodebook } = scheme;
  const readings = new Readings(file.path);
  const skipped = new Map<Skipped, number>();
  let gathering = scheme.isTold ? new Gathering(scheme.settle([]).codebook) : undefined;
  /** Sources that can only be read when all of them are known. */
  const others: { readonly source: QdeSource; readonly own: Own | undefined }[] = [];
  for (const element of xmlParts(file, partOfSources)) {
    readings.take(element);
    for (const source of sourcesIn(element, texts, skipped)) {
      const own = facts && ourCodebook ? ownSource(source) : undefined;
      if (gathering && own) {
        const found = ownText(file.path, own, qde, ourCodebook!);
        orFault(file.path, element, () => gathering!.add(found));
        yield withBlanks(gathering.letGo(), blanksIn([own]));
      } else others.push({ source, own });
    }
  }
  const foreign = others.flatMap(({ source, own }) => (own ? [] : [source]));
  const read = foreignTexts(file.path, root, foreign, qde);
  const texted = others.map(({ source: { element }, own }) => {
    return { element, found: own ? ownText(file.path, own, qde, ourCodebook!) : read.texts.get(element)! };
  });
  const { codebook, settled } = scheme.settle(texted.flatMap(({ found: { pieces } }) => pieces));
  gathering ??= new Gathering(codebook);
  gathering.warnings.push(...read.warnings);
  for (const [kind, count] of skipped)
    gathering.warnings.push(
      `${file.path}: ${counted(count, ...kind)} ${count === 1 ? 'is' : 'are'} left out`,
    );
  for (const { element, found } of texted) {
    orFault(file.path, element, () => gathering!.add({ ...found, pieces: found.pieces.map(settled) }));
  }
  const known = (article: string) => gathering!.knows(article);
  const { project, warnings } = gathering.finish(name);
  const blanks = blanksIn(others.flatMap(({ own }) => own ?? []));
  return {
    project: withRegisters(withBlanks(project, blanks), file.path, root, {
      foreignCases: qde.foreignCases,
      readings: readings.of(known),
    }),
    warnings,
  };
}

const isIn = (above: readonly XmlElement[], list: string) => above.length === 2 && above[1]!.name === list;

const partOfSources: PartOf = (above) => (isIn(above, 'Sources') ? 'part' : undefined);

/** The project without its sources, and its links, of which there may be many. */
function withoutSources(file: FormatFile): { readonly root: XmlElement; readonly links: LinkTable } {
  const parts = xmlParts(file, (above) =>
    isIn(above, 'Sources') ? 'nothing' : isIn(above, 'Links') ? 'part' : undefined,
  );
  let root: XmlElement;
  function* found() {
    root = yield* parts;
  }
  const links = linksOf(found());
  return { root: root!, links };
}

const blanksIn = (own: readonly Own[]) =>
  new Map(own.map(({ row, blank }) => [String(record(row).id), blank] as const));
