import { epubArticles } from '../../core/import/epub/articles';
import { lockedFiles, packageName, readPackage } from '../../core/import/epub/package';
import { damaged, locked } from '../../core/import/problem';
import { neededText, packedText } from './packed-text';
import type { FoundText } from './readers';
import { openZip } from './zip';

/** An EPUB book: one article, or one for each of its documents. Throws a Refusal. */
export async function epubBytes(bytes: Uint8Array): Promise<readonly FoundText[]> {
  const zip = await openZip(bytes);
  const name = packageName(await neededText(zip, 'META-INF/container.xml'));
  const { documents, facts } = readPackage(await neededText(zip, name), name);
  const encryption = await packedText(zip, 'META-INF/encryption.xml');
  const unreadable = encryption === null ? new Set() : lockedFiles(encryption);
  if (documents.some((document) => unreadable.has(document))) throw locked();
  const sources: string[] = [];
  const own: Uint8Array[] = [];
  for (const document of new Set(documents)) {
    sources.push(await neededText(zip, document));
    own.push((await zip.read(document))!);
  }
  if (sources.length === 0) throw damaged('it names no text to read');
  return epubArticles(sources, facts).map(({ document, text }) =>
    document === null ? { text } : { text, part: { number: document + 1, bytes: own[document]! } },
  );
}
