import yauzl from 'yauzl';
import { damaged, locked, Refusal } from '../../core/import/problem';

/** The files in a packed file, by name. Nothing is ever written to the disk. */
export interface OpenZip {
  readonly names: readonly string[];
  /** What it says of each; sizes in bytes as it states them. */
  readonly entries: readonly { readonly name: string; readonly size: number; readonly link: boolean }[];
  /** A file's bytes; null when there is none of that name. Throws a Refusal. */
  read(name: string): Promise<Uint8Array | null>;
}

/** What may be in a packed file, in bytes; what a bomb inflates to is stopped here. */
export interface ZipLimits {
  readonly part: number;
  readonly sum: number;
  readonly parts: number;
  /** What is said when there is more. */
  readonly message: string;
}

/** Far more than the text of any document. */
const DOCUMENT: ZipLimits = {
  part: 48 * 1024 * 1024,
  sum: 96 * 1024 * 1024,
  parts: 20_000,
  message:
    'This file unpacks to far more than an article holds, and was not opened. Copy the text out of it and paste it here.',
};

/**
 * Opens a packed file. Throws a Refusal when it is damaged or locked, names files outside itself or one file
 * twice, or its parts are larger than they say or than `limits` allow.
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits = DOCUMENT): Promise<OpenZip> {
  refuseOldOffice(bytes);
  const zip = await yauzl
    .fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), STRICT)
    .catch(refuse);
  if (zip.entryCount > limits.parts) throw tooMuch(limits);
  const entries = await entriesOf(zip);
  let sum = 0;
  return {
    names: [...entries.keys()],
    entries: [...entries.values()].map((entry) => ({
      name: entry.fileName,
      size: entry.uncompressedSize,
      link: isLink(entry),
    })),
    async read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.isEncrypted()) throw locked();
      sum += entry.uncompressedSize;
      if (entry.uncompressedSize > limits.part || sum > limits.sum) throw tooMuch(limits);
      return inflate(zip, entry).catch(refuse);
    },
  };
}

/** Names that lead nowhere else, and nothing read before it is asked for. */
export const STRICT = { strictFileNames: true, lazyEntries: true } as const;

/** What is in a zip, by name. Throws a Refusal when two parts have one name, or names lead out of it. */
export async function entriesOf(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw damaged('two of its parts have the same name');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    refuse(error);
  }
  return entries;
}

/** yauzl stops the stream as soon as it is longer than the entry says, and `read` has weighed that. */
async function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function tooMuch({ message }: ZipLimits): Refusal {
  return new Refusal('too-large', message);
}

/** Is it a link to a file elsewhere, as Unix packs them? */
function isLink({ externalFileAttributes }: yauzl.Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

/** Word locks a .docx by wrapping it in the container of its old formats. */
function refuseOldOffice(bytes: Uint8Array): void {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    throw new Refusal(
      'locked',
      'This file is locked with a password, or is an old .doc under another name. Open it in its own program, save it as .docx without a password, and import that.',
    );
  }
}

/** Throws what a zip's reader complains of, in words for people. */
export function refuse(error: unknown): never {
  if (error instanceof Refusal) throw error;
  const message = error instanceof Error ? error.message : String(error);
  if (/relative path|absolute path|invalid characters in fileName/u.test(message)) {
    throw new Refusal(
      'unsupported',
      'This packed file names files outside itself, as no document does; it was not opened. Get it again from a source you trust.',
    );
  }
  throw damaged('it cannot be unpacked');
}
