/** The system's code of a failed disk operation (`ENOSPC`), or undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Did the operation fail because there is no such file or folder? */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'there is no permission to write there',
  EPERM: 'there is no permission to write there',
  EIO: 'the disk reported an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'another program is using the file',
  ENOENT: 'a file or folder is no longer there',
  EEXIST: 'there is a file of that name already',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENAMETOOLONG: 'the name of a file or folder is longer than the disk allows',
};

/** Why a disk operation failed, as the end of a sentence for people: "the disk is full". */
export function sayWhy(error: unknown): string {
  const code = codeOf(error);
  const words = code && WORDS[code];
  if (words) return words;
  return error instanceof Error ? error.message : String(error);
}
