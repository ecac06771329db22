import type { Codebook } from '../project/codebook';
import type { Project } from '../project/model';
import { parseCodebook } from '../project/validate';
import { fileNameOf } from './file-name';
import type { FormatFile } from './format';
import { printJson } from './print-json';
import type { JsonReading } from './read-json';
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
  return file && readCodebook(file).codebook;
}

/**
 * Reads a codebook whatever its file is called. Throws FormatError with the line for text that is not JSON,
 * for JSON that is not a codebook, and for two parts with one id; says in `warnings` what can be mended later.
 */
export function readCodebook(file: FormatFile): {
  readonly codebook: Codebook;
  readonly warnings: readonly string[];
} {
  const json = readJson(file.path, file.data);
  const codebook = codebookIn(json, [], json.value);
  return { codebook, warnings: [...json.warnings, ...sharedKeys(codebook)] };
}

/** The codebook that the value at `path` is. Throws FormatError when it is none, or two of its parts have one id. */
export function codebookIn(json: JsonReading, path: readonly string[], value: unknown): Codebook {
  const codebook = json.at(path, () => parseCodebook(value));
  unique(json, [...path, 'layers'], codebook.layers);
  codebook.layers.forEach(({ attributes, roles }, at) => {
    unique(json, [...path, 'layers', at, 'attributes'], attributes);
    unique(json, [...path, 'layers', at, 'roles'], roles);
    attributes.forEach((attribute, index) => {
      if ('values' in attribute)
        unique(json, [...path, 'layers', at, 'attributes', index, 'values'], attribute.values);
    });
  });
  return codebook;
}

function unique(
  json: JsonReading,
  path: readonly (string | number)[],
  parts: readonly { readonly id: string }[],
): void {
  const seen = new Set<string>();
  parts.forEach(({ id }, at) => {
    if (seen.has(id)) throw json.faultAt([...path, at], `the id “${id}” is given twice`);
    seen.add(id);
  });
}

function sharedKeys({ layers }: Codebook): readonly string[] {
  return layers.flatMap(({ key, label }, at) => {
    const first = layers.findIndex((layer) => layer.key === key);
    return first === at ? [] : [`${layers[first]!.label} and ${label} have the same key, “${key}”.`];
  });
}
