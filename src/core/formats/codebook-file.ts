import type { Codebook } from '../project/codebook';
import type { Project } from '../project/model';
import { parseCodebook } from '../project/validate';
import { fileNameOf } from './file-name';
import type { FormatFile } from './format';
import { printJson } from './print-json';
import { readJson } from './read-json';

const EXTENSION = '.codebook.json';

/** The codebook as a file of its own, beside data that is useless to whoever does not know what it means. */
export function codebookFile(project: Project): FormatFile {
  return {
    path: `${fileNameOf(project.info.name)}${EXTENSION}`,
    data: `${printJson(project.codebook)}\n`,
  };
}

/** The codebook among the files, or undefined. Throws FormatError when it is not a valid one. */
export function readCodebookFile(files: readonly FormatFile[]): Codebook | undefined {
  const file = files.find(({ path }) => path.endsWith(EXTENSION));
  if (!file) return undefined;
  const json = readJson(file.path, file.data);
  return json.at([], () => parseCodebook(json.value));
}
