/** One file of a sample, by its path within what is imported. */
export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files that are imported together: what mutations begin with, and what they give. */
export interface Sample {
  readonly files: readonly SampleFile[];
  /** The name of the zip that they are the parts of; absent: they are files. */
  readonly zip?: string;
  /** It is refused as it is: seldom worth beginning with, and good to take pieces of. */
  readonly isBad?: true;
}

/** A sample of one file. */
export function alone(path: string, data: string | Uint8Array): Sample {
  return { files: [fileOf(path, data)] };
}

export function fileOf(path: string, data: string | Uint8Array): SampleFile {
  return { path, bytes: typeof data === 'string' ? Buffer.from(data, 'utf8') : data };
}
