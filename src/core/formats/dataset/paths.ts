/** The list of all files of a dataset with their SHA-256, as sha256sum writes it. */
export const CHECKSUMS = 'checksums.sha256';

/** Where the annotations of a layer are. Signs that no folder may have on some system, or that stand for others in patterns, are escaped. */
export function partitionPath(layer: string): string {
  const name = encodeURIComponent(layer).replace(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `parquet/annotations/layer=${name}/part-0.parquet`;
}

/** Is this where the annotations of some layer are? */
export function isPartition(path: string): boolean {
  return /^parquet\/annotations\/layer=[^/\\]+\/part-0\.parquet$/.test(path);
}
