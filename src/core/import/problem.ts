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
    `This is ${what}, not a text. Give the file its right name, or save the article as text (.txt), .docx or a web page, and import that.`,
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

/**
 * Thrown by readers of files that are damaged, locked or hostile. The message is what the researcher is told:
 * what happened, and what to do.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ImportProblemCode,
    message: string,
  ) {
    super(message);
  }
}

/** The file does not hold together. `what` is a clause such as "a part of it is missing". */
export function damaged(what: string): Refusal {
  return new Refusal(
    'damaged',
    `This file is damaged: ${what}. Save or download it again, then import it again.`,
  );
}

/** The file cannot be read without a password. */
export function locked(): Refusal {
  return new Refusal(
    'locked',
    'This file is locked with a password. Open it in its own program, save it without one, and import that.',
  );
}
