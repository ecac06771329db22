import type { Codebook } from '../../project/codebook';
import { layersOfCodes } from '../codes/layers-of-codes';
import { codebookOf } from '../codes/scheme';
import { treeOfPaths } from '../codes/tree-of-paths';
import { counted } from '../counted';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { checkFile } from '../marks/check-file';
import { readXml, type XmlElement } from '../uima/xml-read';
import { readCodes } from './codes-read';
import { codeElements } from './codes-write';
import { attribute, element } from './elements';
import { printOurs, readOurs } from './ours';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/**
 * A codebook as a REFI-QDA codebook (.qdc), which NVivo, ATLAS.ti, MAXQDA, QualCoder and others read: layers are codes,
 * attributes groups below them, values codes again. What they do not know of stays in it for us (ours.ts).
 */
export function printQdc(codebook: Codebook): string {
  const codes = codeElements(codebook);
  const book = element('CodeBook', { xmlns: NAMESPACE, origin: 'Marginalia' }, [
    printOurs(codebookFacts(codebook)),
    element('Codes', {}, codes),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${book}\n`;
}

/** What is true of a codebook as a whole. */
export function codebookFacts({ layers: _, ...facts }: Codebook): object {
  return facts;
}

/**
 * Reads a .qdc. Codes that are parts of the `known` codebook, by what we wrote of them, by their GUIDs or by their
 * names, become those parts, so that it can be seen what is different. Of a codebook of another program every code at
 * the top is a layer, and those below it are values; Taguette’s tags are divided at their dots. Throws FormatError for
 * what is malformed or no codebook.
 */
export function readQdc(
  file: FormatFile,
  known?: Codebook,
): { readonly codebook: Codebook; readonly warnings: readonly string[] } {
  checkFile(file);
  const root = readXml(file);
  if (root.name !== 'CodeBook') {
    throw new FormatError('this is not a REFI-QDA codebook', file.path, root.line, root.column);
  }
  const tags = /^taguette/i.test(attribute(root, 'origin'));
  const codes = readCodes(root, known);
  if (codes.length === 0)
    throw new FormatError('there are no codes in it', file.path, root.line, root.column);
  const isKnown = known !== undefined && codes.some(({ base }) => base);
  const facts = readOurs(root) ?? (isKnown ? codebookFacts(known) : {});
  const name = file.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const codebook = orFault(file.path, root, () => {
    const { layers } = layersOfCodes(tags ? treeOfPaths(codes) : codes);
    return codebookOf(layers, { name, ...facts });
  });
  return { codebook, warnings: warningsOf(root) };
}

/** What `read` makes of the element; its complaint becomes a FormatError that says where. */
export function orFault<Value>(path: string, { line, column }: XmlElement, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(error instanceof Error ? error.message : String(error), path, line, column);
  }
}

function warningsOf({ children }: XmlElement): readonly string[] {
  const sets = children.filter(({ name }) => name === 'Sets').flatMap((list) => list.children).length;
  return sets === 0 ? [] : [counted(sets, 'set of codes is left out', 'sets of codes are left out')];
}
