import { randomBytes } from 'node:crypto';

/** A time as a person reads it: "2026-03-12 10:11 UTC". */
export function sayTime(at: Date | number | string): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A time that may stand in a file's name: "2026-03-12T10-11-12Z". */
export function stampOfTime(at: Date): string {
  return `${at.toISOString().slice(0, -'.000Z'.length).replaceAll(':', '-')}Z`;
}

/** A time for the name of a file that is kept for good: two of the same second do not meet. */
export function uniqueStamp(at: Date): string {
  return `${stampOfTime(at)}-${randomBytes(3).toString('hex')}`;
}
