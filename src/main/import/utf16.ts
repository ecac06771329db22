import iconv from 'iconv-lite';

/** Enough to see the pattern, in bytes. */
const SAMPLE = 64 * 1024;

/**
 * UTF-16 without a byte order mark: every space, line end and ASCII letter has a zero byte on the same side.
 * Undefined when the zeros are on both sides, or too few, or what it decodes to is no text.
 */
export function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++;
  });
  const [even, odd] = zeros as [number, number];
  const most = Math.max(even, odd);
  if (most < sample.length / 2 / 50 || Math.min(even, odd) > most / 20) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = iconv.decode(Buffer.from(sample), encoding);
  const strange =
    text.match(/[\p{Cc}\p{Co}\p{Cn}\p{Surrogate}\ufffd]/gu)?.filter((c) => !/\s/u.test(c)).length ?? 0;
  return strange <= text.length / 100 ? encoding : undefined;
}
