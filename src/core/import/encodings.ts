/** One entry of the preview's encoding picker. `id` is iconv-lite's name, kept as the article's encoding. */
export interface EncodingChoice {
  readonly id: string;
  readonly label: string;
}

/** The encodings a researcher may choose from, the likeliest first. Others can still be guessed. */
export const ENCODINGS: readonly EncodingChoice[] = [
  { id: 'utf-8', label: 'Unicode (UTF-8)' },
  { id: 'windows-1252', label: 'Western European (Windows-1252)' },
  { id: 'utf-16le', label: 'Unicode (UTF-16 LE)' },
  { id: 'utf-16be', label: 'Unicode (UTF-16 BE)' },
  { id: 'macintosh', label: 'Western European (Mac Roman)' },
  { id: 'iso-8859-15', label: 'Western European (ISO 8859-15)' },
  { id: 'windows-1250', label: 'Central European (Windows-1250)' },
  { id: 'iso-8859-2', label: 'Central European (ISO 8859-2)' },
  { id: 'windows-1257', label: 'Baltic (Windows-1257)' },
  { id: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { id: 'koi8-r', label: 'Cyrillic (KOI8-R)' },
  { id: 'windows-1253', label: 'Greek (Windows-1253)' },
  { id: 'windows-1254', label: 'Turkish (Windows-1254)' },
  { id: 'windows-1255', label: 'Hebrew (Windows-1255)' },
  { id: 'windows-1256', label: 'Arabic (Windows-1256)' },
  { id: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { id: 'euc-jp', label: 'Japanese (EUC-JP)' },
  { id: 'gb18030', label: 'Chinese, simplified (GB 18030)' },
  { id: 'big5', label: 'Chinese, traditional (Big5)' },
  { id: 'euc-kr', label: 'Korean (EUC-KR)' },
];
