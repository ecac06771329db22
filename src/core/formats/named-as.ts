import type { FormatFile, Parsed, Reader } from './format';
import { FormatError } from './format';

/**
 * Reads files as a format that a person chose, whatever they are called: when they cannot be read and none of them, nor
 * what they were packed in, has an ending of the format, they are read as if they had. Faults and warnings speak of the files by the names they have. Throws
 * FormatError as `parse` does.
 */
export function parseNamedAs(
  { extensions }: Pick<Reader, 'extensions'>,
  files: readonly FormatFile[],
  parse: (files: readonly FormatFile[]) => Parsed,
): Parsed {
  const endings = extensions.map((end) => `.${end}`);
  const isNamedSo = ({ path }: FormatFile) =>
    path.split('/').some((part) => endings.some((end) => part.toLowerCase().endsWith(end)));
  try {
    return parse(files);
  } catch (error) {
    if (!(error instanceof FormatError) || files.length === 0 || files.some(isNamedSo)) throw error;
  }
  let fault: unknown;
  for (const extension of extensions) {
    const names = new Map<string, string>();
    const renamed = files.map((file) => {
      const short = file.path.replace(/\.[^./]*$/, '');
      const path = `${names.has(`${short}.${extension}`) ? file.path : short}.${extension}`;
      names.set(path, file.path);
      return { ...file, path };
    });
    const asGiven = (message: string) => {
      const name = [...names.keys()].find((path) => message.startsWith(`${path}:`));
      return name === undefined ? message : names.get(name)! + message.slice(name.length);
    };
    try {
      const { project, warnings } = parse(renamed);
      return { project, warnings: warnings.map(asGiven) };
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      const path = names.get(error.path) ?? error.path;
      const plain = error.message.slice(`${error.path}:${error.line}:${error.column}: `.length);
      fault = new FormatError(plain, path, error.line, error.column);
    }
  }
  throw fault;
}
