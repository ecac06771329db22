import type { ImportProblem, ImportProblemCode } from './draft';

/** A problem with one file; `message` says what happened and what to do. */
export function importProblem(fileName: string, code: ImportProblemCode, message: string): ImportProblem {
  return { fileName, code, message };
}

/** The file holds nothing at all. */
export function emptyFile(fileName: string): ImportProblem {
  return importProblem(
    fileName,
    'empty',
    'This file is empty. Check that it was saved or downloaded completely, then import it again.',
  );
}

/** The file could be decoded, but there is nothing to read in it. */
export function withoutText(fileName: string): ImportProblem {
  return importProblem(
    fileName,
    'no-text',
    'No text was found in this file. Open it in another program, copy the article and paste it here.',
  );
}

/** `what` names the kind of file as a person would ("a PDF", "a picture"). */
export function binaryFile(fileName: string, what: string): ImportProblem {
  return importProblem(
    fileName,
    'binary',
    `This is ${what}, not a text. Save the article as text (.txt), Markdown or a web page, and import that.`,
  );
}

/** `limit` in bytes. */
export function tooLarge(fileName: string, limit: number): ImportProblem {
  const megabytes = Math.floor(limit / (1024 * 1024));
  return importProblem(
    fileName,
    'too-large',
    `This file is larger than ${megabytes} MB, far more than an article. Split it into articles and import those.`,
  );
}
