import { schemeOf } from '../codes/scheme';
import { counted } from '../counted';
import { fileWith } from '../file-name';
import type { FormatFile, Parsed } from '../format';
import { FormatError } from '../format';
import { checkFile } from '../marks/check-file';
import { type FoundText, Gathering } from '../marks/gather';
import { readXml, type XmlElement } from '../uima/xml-read';
import { record } from '../web-json';
import { withBlanks } from './blanks';
import { readCodes } from './codes-read';
import { all, attribute } from './elements';
import { foreignTexts } from './foreign-sources';
import { readOurs } from './ours';
import { ownSource, ownText } from './own-source';
import { orFault } from './qdc';
import { readQde } from './read-qde';
import { withRegisters } from './registers-read';
import { readSources, Texts } from './sources-read';

/**
 * Reads a REFI-QDA project, ours or another program’s: its texts, codes as layers and values, codings as annotations,
 * cases as speakers, links as roles. What positions count is found out (positions.ts). Pictures, recordings, films and
 * pages are left out and counted in the warnings. Throws FormatError with its place for what is malformed, for a file
 * that is no project, and for a text that the project says it has and has not.
 */
export function readRefi(files: readonly FormatFile[]): Parsed {
  const file = fileWith(files, '.qde');
  checkFile(file);
  const root = readXml(file);
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
  const qde = readQde(root, scheme, (note) => texts.noteOf(note));
  const { sources, skipped } = readSources(root, texts);
  const { codebook: ourCodebook } = scheme;
  const own = facts && ourCodebook ? sources.flatMap((source) => ownSource(source) ?? []) : [];
  const ownSources = new Set(own.map(({ source }) => source));
  const foreign = sources.filter((source) => !ownSources.has(source));
  const read = foreignTexts(file.path, root, foreign, qde);
  const found = new Map<XmlElement, FoundText>(read.texts);
  for (const each of own) found.set(each.source.element, ownText(file.path, each, qde, ourCodebook!));
  const texted = sources.map(({ element }) => ({ element, found: found.get(element)! }));
  const { codebook, settled } = scheme.settle(texted.flatMap(({ found: { pieces } }) => pieces));
  const gathering = new Gathering(codebook);
  gathering.warnings.push(...read.warnings);
  for (const [kind, count] of skipped)
    gathering.warnings.push(
      `${file.path}: ${counted(count, ...kind)} ${count === 1 ? 'is' : 'are'} left out`,
    );
  for (const { element, found } of texted) {
    orFault(file.path, element, () => gathering.add({ ...found, pieces: found.pieces.map(settled) }));
  }
  const { project, warnings } = gathering.finish(name);
  const blanks = new Map(own.map(({ row, blank }) => [String(record(row).id), blank]));
  return {
    project: withRegisters(withBlanks(project, blanks), file.path, root, qde.foreignCases),
    warnings,
  };
}
