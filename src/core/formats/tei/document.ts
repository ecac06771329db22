import type { Article } from '../../project/model';
import { offsetsOf } from '../../text/offsets';
import { codebookFile } from '../codebook-file';
import { targetsOf } from '../dangling';
import type { FormatFile, Progress } from '../format';
import { carriedRow } from '../marks/carried';
import type { Part } from '../part';
import { layersIn } from '../part-layers';
import { xmlPart } from '../uima/xml-part';
import { jsonForXml, xmlText } from '../uima/xml-text';
import { type Shared, teiAnnotation, type Written } from './annotation-write';
import { type BlockContent, teiBody } from './body';
import { emptyDocument } from './empty-document';
import { LANGUAGE, listedPeople, teiHeader } from './header';
import { APPLICATION, TEI, xmlId } from './names';
import { showInTei } from './show';
import { taxonomy } from './taxonomy';

/** What the documents of a part share. */
function sharedOf(part: Part): Shared {
  const documents = new Map<string, string>();
  for (const [articleId, list] of part.annotations) for (const { id } of list) documents.set(id, articleId);
  return { documents, taxonomy: taxonomy(part.whole.codebook, layersIn(part)) };
}

/** A document for each article, and the codebook beside them; `write` has the text of a document. */
export function* teiDocuments(
  part: Part,
  progress: Progress | undefined,
  write: (about: Written) => string,
): Generator<FormatFile> {
  const shared = sharedOf(part);
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    yield { path: `${article.id}.xml`, data: write(writtenOf(part, article, shared)) };
  }
  if (part.articles.length === 0) yield emptyDocument(part.whole);
  yield codebookFile(part.whole);
}

/** What to write of an article: the article and the part as XML can hold them. */
function writtenOf(part: Part, original: Article, shared: Shared): Written {
  const { article, part: safe } = xmlPart(part, original);
  const people = listedPeople(safe, article);
  return { part: safe, article, offsets: offsetsOf(article.text, 'codepoint'), people, shared };
}

/** The row that only we understand, in the place that TEI has for the metadata of others. */
export function ownData({ part, article }: Written): string {
  const json = xmlText(jsonForXml(carriedRow(part, article)));
  return `    <xenoData type="${APPLICATION}">${json}</xenoData>\n`;
}

/** One TEI document: header, text, and the annotations beside it. */
export function teiDocument(about: Written, more: string, content?: BlockContent): string {
  const { article } = about;
  const language = LANGUAGE.test(article.language) ? ` xml:lang="${article.language}"` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="${TEI}">
${teiHeader(about, more)}  <text${language}>
    ${teiBody(article, content)}
  </text>
${standOff(about)}</TEI>
`;
}

function standOff(about: Written): string {
  const { part, article } = about;
  const annotations = part.annotations.get(article.id) ?? [];
  if (annotations.length === 0) return '';
  const { pieces } = showInTei(annotations, part.whole);
  const written = annotations.map((annotation, at) => teiAnnotation(about, annotation, pieces[at]!));
  return `  <standOff>
${claims(about)}    <listAnnotation>
${written.join('')}    </listAnnotation>
  </standOff>
`;
}

function claims({ part, article }: Written): string {
  const ids = new Set<string>();
  for (const annotation of part.annotations.get(article.id) ?? []) {
    for (const target of targetsOf(annotation)) if ('claim' in target) ids.add(target.claim);
  }
  if (ids.size === 0) return '';
  const items = [...ids].sort().map((id) => {
    const wording = xmlText(part.whole.claims.get(id)?.wording ?? '');
    return `      <item xml:id="${xmlId('claim', id)}">${wording}</item>\n`;
  });
  return `    <list type="claims">\n${items.join('')}    </list>\n`;
}
