import type { DocxParts } from '../../core/import/docx/document';
import { mainPart, readDocx } from '../../core/import/docx/document';
import type { FromMarkup } from '../../core/import/html/document';
import { readOdt, refuseLocked } from '../../core/import/odt/document';
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

/** An OpenDocument text. Throws a Refusal. */
export async function odtBytes(bytes: Uint8Array): Promise<FromMarkup> {
  const zip = await openZip(bytes);
  // The manifest of a locked text is in the clear; the rest of it is not even XML.
  const manifest = await packedText(zip, 'META-INF/manifest.xml');
  if (manifest !== null) refuseLocked(manifest);
  return readOdt({
    content: await neededText(zip, 'content.xml'),
    meta: await packedText(zip, 'meta.xml'),
  });
}
