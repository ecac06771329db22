/** The kinds of files that can be read. */
export type FileFormat = 'txt' | 'md' | 'html';

const BY_EXTENSION: Readonly<Record<string, FileFormat>> = {
  txt: 'txt',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
};

/** Every extension that can be read, without the dot, for file dialogs. */
export const READABLE_EXTENSIONS: readonly string[] = Object.keys(BY_EXTENSION);

/** The format that a file's name promises, or null when it is of a kind that cannot be read. */
export function fileFormatOf(fileName: string): FileFormat | null {
  const dot = fileName.lastIndexOf('.');
  const extension = dot < 0 ? '' : fileName.slice(dot + 1).toLowerCase();
  return Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension]! : null;
}
