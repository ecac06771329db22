import { basename } from 'node:path';

/** A file is not what was written there: empty, cut short, changed. Never to be taken for "no data". */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';

  /** `what` ends the sentence "claims.json …": "is empty", "is cut short". */
  constructor(
    readonly path: string,
    readonly what: string,
    /** The disk did not give its bytes, so nobody knows what they are: it is not to be put away. */
    readonly unread = false,
  ) {
    super(`${basename(path)} ${what}`);
  }

  /** There is no such file, although there should be. */
  static missing(path: string): DamagedFile {
    return new DamagedFile(path, 'is missing');
  }

  get missing(): boolean {
    return this.what === 'is missing';
  }
}

/** A file that a later version of Marginalia wrote: to be read as well as may be, and never written. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';

  constructor(
    readonly path: string,
    readonly schema: number,
    readonly sequence: number,
    readonly data: unknown,
  ) {
    super(`${basename(path)} was written by a newer version of Marginalia (schema ${schema})`);
  }
}
