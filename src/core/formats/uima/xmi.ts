import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import type { Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { codebookFile, readCodebookFile } from '../codebook-file';
import { counted } from '../counted';
import type { Format, FormatFile, LossReport, Progress, Reading, Writing } from '../format';
import { FormatError } from '../format';
import { lossReport } from '../loss';
import { checkFile } from '../marks/check-file';
import { Gathering } from '../marks/gather';
import type { Part } from '../part';
import { partOf } from '../part';
import { partLosses } from '../part-losses';
import { inPieces } from '../reading';
import { streamed } from '../writing';
import { casOf } from './article-cas';
import { gatherCas } from './gather-cas';
import { firstTold, withoutFirst } from './inception-path';
import { CasNames } from './names';
import { typesOf } from './type-system';
import { printTypeSystem, Ranges } from './type-system-xml';
import { parseXmi, throughXmi, XMI } from './xmi-parse';
import { printXmi } from './xmi-print';
import { xmlPart } from './xml-part';
import { readXml } from './xml-read';
import { countForbidden } from './xml-text';

/**
 * UIMA CAS XMI, the exchange format of UIMA tools such as INCEpTION and DKPro: one file per article and one with the
 * type system. Offsets are UTF-16 code units. XML 1.0 has no control characters: they become spaces, so that offsets
 * hold, and are counted as lost.
 */
export const uimaXmi: Format = {
  id: 'uima-xmi',
  label: 'UIMA CAS XMI',
  hint: 'an XML file per article, with its type system',
  extensions: ['xmi', 'xml'],
  unit: 'utf16',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  ...streamed(write),
  recognises: (files) =>
    files.some(
      ({ path, data }) =>
        /\.(?:xmi|xml)$/i.test(path) &&
        /http:\/\/www\.omg\.org\/XMI|<typeSystemDescription\b/.test(data.slice(0, 10_000)),
    ),
  ...inPieces(read),
};

function losses(part: Part): LossReport {
  const forbidden = part.articles.reduce((sum, { text }) => sum + countForbidden(text), 0);
  return lossReport('utf16', { ...partLosses(part), 'control-character': forbidden });
}

function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  const names = new CasNames(project.codebook);
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    const safe = xmlPart(part, article);
    yield { path: `${article.id}.xmi`, data: printXmi(casOf(safe.part, safe.article, names)) };
  }
  yield { path: 'TypeSystem.xml', data: printTypeSystem(typesOf(part)) };
  yield codebookFile(project);
  return losses(part);
}

/** Reads every .xmi file, with the types of the type systems beside them; without, numbers of other tools are texts. */
function* read(files: readonly FormatFile[]): Reading {
  const given = readCodebookFile(files);
  const { files: xml, left } = withoutFirst(files.filter(({ path }) => /\.(?:xmi|xml)$/i.test(path)));
  if (xml.length === 0 && !given) {
    throw new FormatError('a file that ends in .xmi was expected', files[0]?.path ?? '', 1, 1);
  }
  const ranges = new Ranges();
  const names = new CasNames(given ?? DEFAULT_CODEBOOK);
  const gathering = new Gathering(given);
  gathering.warnings.push(...firstTold(left));
  // Type systems first: what they say counts for all documents, of which only one is held at a time.
  const described = xml.filter(({ data }) => data.includes('typeSystemDescription'));
  for (const file of described) {
    checkFile(file);
    const root = readXml(file);
    if (root.name === 'typeSystemDescription') ranges.add(root);
  }
  for (const file of xml) {
    checkFile(file);
    const root = readXml(file);
    if (root.name === 'typeSystemDescription') continue;
    if (root.name !== 'XMI' || root.namespace !== XMI) {
      throw new FormatError('this is neither XMI nor a type system', file.path, root.line, root.column);
    }
    const { cas, furtherViews } = parseXmi(file, root, ranges, names);
    if (furtherViews > 0) {
      gathering.warnings.push(
        `${file.path}: ${counted(furtherViews, 'further text of the CAS is left out', 'further texts of the CAS are left out')}`,
      );
    }
    gatherCas(gathering, file.path, cas, names, (structures) => throughXmi(structures, ranges, names));
    yield gathering.letGo();
  }
  return gathering.finish('Layers of a CAS');
}
