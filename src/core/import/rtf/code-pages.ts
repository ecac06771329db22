/** Windows code pages by a font's `\fcharset`; those not listed take the document's own. */
const OF_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

/** The code page that a font's charset stands for, or undefined for the document's own. */
export function codePageOf(charset: number): number | undefined {
  return OF_CHARSET[charset];
}

/** The document's own code page as its header's control words name it; undefined for other words. */
export function documentCodePage(word: string, value: number): number | undefined {
  if (word === 'ansicpg') return value;
  if (word === 'mac') return 10000;
  if (word === 'pc') return 437;
  return word === 'pca' ? 850 : undefined;
}
