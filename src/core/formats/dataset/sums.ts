import { sha256 } from '@noble/hashes/sha2.js';
import type { FormatFile } from '../format';

/** The length of a file in bytes, and its SHA-256 in lower-case hex. */
export interface Sum {
  readonly bytes: number;
  readonly sha256: string;
}

/** Counts and hashes files while their pieces go by. */
export class Sums {
  readonly #encoder = new TextEncoder();
  readonly #files = new Map<string, { bytes: number; readonly hash: ReturnType<typeof sha256.create> }>();

  /** Passes the piece on. */
  counted(piece: FormatFile): FormatFile {
    const file = this.#files.get(piece.path) ?? { bytes: 0, hash: sha256.create() };
    this.#files.set(piece.path, file);
    const bytes = piece.bytes ?? this.#encoder.encode(piece.data);
    file.bytes += bytes.length;
    file.hash.update(bytes);
    return piece;
  }

  /** Of a file that is whole. */
  of(path: string): Sum {
    const file = this.#files.get(path);
    if (!file) throw new Error(`${path} was not written`);
    const digest = file.hash.clone().digest();
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return { bytes: file.bytes, sha256: hex };
  }

  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }
}
