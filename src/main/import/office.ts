import type { DocxParts } from '../../core/import/docx/document';
import { mainPart, readDocx } from '../../core/import/docx/document';
import type { FromMarkup } from '../../core/import/html/document';
import { neededText, packedText } from './packed-text';
import { openZip } from './zip';

/** A Word document. Throws a Refusal. */
export async function docxBytes(bytes: Uint8Array): Promise<FromMarkup> {
  const zip = await openZip(bytes);
  const relations = await packedText(zip, '_rels/.rels');
  const document = (relations && mainPart(relations)) || 'word/document.xml';
  const parts: DocxParts = {
    document: await neededText(zip, document),
    styles: await packedText(zip, document.replace(/[^/]*$/u, 'styles.xml')),
    properties: await packedText(zip, 'docProps/core.xml'),
  };
  return readDocx(parts);
}
