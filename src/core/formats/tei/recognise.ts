import type { FormatFile } from '../format';

/** As much of a file as is looked at to see what it is, in UTF-16 code units. */
const HEAD = 20_000;

/** Is it TEI, as its first element says? */
function isTei({ path, data }: FormatFile): boolean {
  return (
    /\.(?:xml|tei)$/i.test(path) &&
    /<(?:\w+:)?(?:TEI|teiCorpus)\s[^>]*http:\/\/www\.tei-c\.org\/ns\/1\.0/.test(data.slice(0, HEAD))
  );
}

/** Was it written by CATMA, which has its own way of pointing? */
function isCatma({ data }: FormatFile): boolean {
  return /CATMA_TECH_DESC|<fsdDecl[^>]*xml:id="CATMA_/.test(data.slice(0, HEAD));
}

/** TEI documents of anyone but CATMA. */
export function recognisesTei(files: readonly FormatFile[]): boolean {
  return files.some((file) => isTei(file) && !isCatma(file));
}

/** What CATMA exports of its annotations. */
export function recognisesCatma(files: readonly FormatFile[]): boolean {
  return files.some((file) => isTei(file) && isCatma(file));
}
