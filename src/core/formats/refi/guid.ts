import { sha1 } from '@noble/hashes/legacy.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** The namespace of Marginalia’s GUIDs, drawn at random once and for all. */
const NAMESPACE = [
  0x7d, 0x1f, 0x6a, 0x3c, 0x94, 0x0b, 0x4e, 0x52, 0xa8, 0x77, 0x2c, 0x5e, 0x19, 0xd0, 0xb3, 0x46,
];

/**
 * The GUID of something of ours: a UUID of version 5 (RFC 9562, section 5.5) of its names, so that the same thing has
 * the same one in every export, and no two things share one.
 */
export function guidOf(...names: readonly string[]): string {
  const name = utf8ToBytes(JSON.stringify(names));
  const hash = sha1(Uint8Array.from([...NAMESPACE, ...name])).slice(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A GUID of a file, whichever way it is written, so that references find it: no braces, lower case. */
export function plainGuid(guid: string): string {
  return guid
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
}
