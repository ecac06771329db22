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
import { someOutline } from '../outline';
import type { Part } from '../part';
import { partOf } from '../part';
import { partLosses } from '../part-losses';
import { inPieces } from '../reading';
import { streamed } from '../writing';
import { casOf } from './article-cas';
import { gatherCas } from './gather-cas';
import { firstTold, withoutFirst } from './inception-path';
import { parseCasJson } from './json-parse';
import { printCasJson, printCasTypes } from './json-print';
import { CasNames } from './names';
import { typesOf } from './type-system';

/**
 * UIMA CAS JSON 0.4 (the format of the Apache UIMA Java SDK and of dkpro-cassis, which INCEpTION exports and imports):
 * one file per article, types included. Offsets are UTF-16 code units, and keys are plain `begin` and `end`, as both
 * libraries have them.
 */
export const uimaJson: Format = {
  id: 'uima-json',
  label: 'UIMA CAS JSON',
  hint: 'a file per article, for INCEpTION and DKPro Cassis',
  extensions: ['json'],
  unit: 'utf16',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  ...streamed(write),
  recognises: (files) =>
    someOutline(files, /\.json$/i, ({ keys }) => keys.has('%TYPES') || keys.has('%FEATURE_STRUCTURES')),
  ...inPieces(read),
};

function losses(part: Part): LossReport {
  return lossReport('utf16', partLosses(part));
}

function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  const names = new CasNames(project.codebook);
  const types = printCasTypes(typesOf(part));
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    yield { path: `${article.id}.json`, data: printCasJson(casOf(part, article, names), types) };
  }
  yield codebookFile(project);
  return losses(part);
}

/** What stands beside the texts: our codebook, and what INCEpTION says of a project. */
const NO_CAS = /\.codebook\.json$|(?:^|\/)exportedproject[^/]*\.json$/i;

function* read(files: readonly FormatFile[]): Reading {
  const given = readCodebookFile(files);
  const { files: found, left } = withoutFirst(
    files.filter(({ path }) => /\.json$/i.test(path) && !NO_CAS.test(path)),
  );
  if (found.length === 0 && !given) {
    throw new FormatError('a file that ends in .json was expected', files[0]?.path ?? '', 1, 1);
  }
  const gathering = new Gathering(given);
  gathering.warnings.push(...firstTold(left));
  const names = new CasNames(given ?? DEFAULT_CODEBOOK);
  for (const file of found) {
    checkFile(file);
    const { cas, furtherViews, warnings } = parseCasJson(file);
    gathering.warnings.push(...warnings);
    if (furtherViews > 0) {
      gathering.warnings.push(
        `${file.path}: ${counted(furtherViews, 'further text of the CAS is left out', 'further texts of the CAS are left out')}`,
      );
    }
    gatherText(file, () => gatherCas(gathering, file.path, cas, names));
    yield gathering.letGo();
  }
  return gathering.finish('Layers of a CAS');
}

/** A text that no file can carry has no place in the file but its beginning. */
function gatherText({ path }: FormatFile, gather: () => void): void {
  try {
    gather();
  } catch (error) {
    throw new FormatError(error instanceof Error ? error.message : String(error), path, 1, 1);
  }
}
