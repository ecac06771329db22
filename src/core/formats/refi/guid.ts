import { sha1 } from '@noble/hashes/legacy.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** The namespace of Marginalia’s GUIDs, drawn at random once and for all. */
const NAMESPACE = [
  0x7d, 0x1f, 0x6a, 0x3c, 0x94, 0x0b, 0x4e, 0x52, 0xa8, 0x77, 0x2c, 0x5e, 0x19, 0xd0, 0xb3, 0x46,
];

/** Bytes as two digits each. */
const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The GUIDs asked for of late: those of codes and people are asked for again with every passage. */
let known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/**
 * The GUID of something of ours: a UUID of version 5 (RFC 9562, section 5.5) of its names, so that the same thing has
 * the same one in every export, and no two things share one.
 */
export function guidOf(...names: readonly string[]): string {
  const name = JSON.stringify(names);
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known = new Map();
  const guid = made(name);
  known.set(name, guid);
  return guid;
}

function made(name: string): string {
  const bytes = utf8ToBytes(name);
  const named = new Uint8Array(NAMESPACE.length + bytes.length);
  named.set(NAMESPACE);
  named.set(bytes, NAMESPACE.length);
  const hash = sha1(named);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  let guid = '';
  for (let at = 0; at < 16; at++) {
    if (at === 4 || at === 6 || at === 8 || at === 10) guid += '-';
    guid += DIGITS[hash[at]!]!;
  }
  return guid;
}

/** A GUID of a file, whichever way it is written, so that references find it: no braces, lower case. */
export function plainGuid(guid: string): string {
  return guid
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
}
