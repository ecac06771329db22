import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../core/import/problem';
import { columnsOf } from './columns';
import { readSqlite } from './tables';

const bytesOf = (name: string) => readFileSync(new URL(`fixtures/${name}.sqlite3`, import.meta.url));
const tablesOf = (bytes: Uint8Array) =>
  Object.fromEntries(readSqlite(bytes).map(({ name, rows }) => [name, rows]));

describe('a database', () => {
  it.each(['utf8', 'utf16le', 'utf16be'])('in %s is read as SQLite itself reads it', (name) => {
    const expected = JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'));
    expect(tablesOf(bytesOf(name))).toEqual(expected);
  });

  it.each([
    ['a', 'CREATE TABLE t (a, b)', ['a', 'b']],
    [
      'quotes',
      'CREATE TABLE "t(" ("a ""b""" TEXT, [c,d] INT, `e` INT, \'f\' TEXT)',
      ['a "b"', 'c,d', 'e', 'f'],
    ],
    [
      'rules',
      'CREATE TABLE t (a INT CHECK (a IN (1, 2)), UNIQUE (a), FOREIGN KEY (a) REFERENCES u(x))',
      ['a'],
    ],
    ['comments', 'CREATE TABLE t (a -- , b\n, /* c, */ d)', ['a', 'd']],
    ['computed columns', 'CREATE TABLE t (a INT, b INT AS (a * 2), c INT AS (a) STORED)', ['a', 'c']],
    ['nothing', 'CREATE VIRTUAL TABLE t USING fts5', []],
  ])('with %s has the columns it has', (_, sql, names) => {
    expect(columnsOf(sql).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['CREATE TABLE t (id INTEGER PRIMARY KEY)', true],
    ['CREATE TABLE t (id integer not null, x, primary key ("id"))', true],
    ['CREATE TABLE t (id INTEGER PRIMARY KEY DESC)', false],
    ['CREATE TABLE t (id INT PRIMARY KEY)', false],
    ['CREATE TABLE t (id INTEGER, x INTEGER, PRIMARY KEY (id, x))', false],
  ])('of %j: is the column the number of the row? %j', (sql, isRowId) => {
    expect(columnsOf(sql)[0]!.isRowId).toBe(isRowId);
  });
});

describe('a damaged or hostile database', () => {
  /** What came of it: tables, or a refusal; anything else fails the test. */
  const attempt = (bytes: Buffer) => {
    try {
      return readSqlite(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      return null;
    }
  };

  it('is refused or read, never more, wherever a byte is changed', () => {
    const bytes = bytesOf('utf8');
    let refused = 0;
    for (let at = 0; at < bytes.length; at += 31) {
      for (const change of [0xff, 0x01, 0x80]) {
        const copy = Buffer.from(bytes);
        copy[at] = copy[at]! ^ change;
        const tables = attempt(copy);
        if (!tables) refused++;
        // Nothing can be made of it that is longer than it is: a character takes a byte at least, a number two.
        else expect(JSON.stringify(tables).length).toBeLessThan(40 * bytes.length);
      }
    }
    expect(refused).toBeGreaterThan(50);
  });

  it('is refused where it is cut off', () => {
    const bytes = bytesOf('utf8');
    for (let end = 0; end < bytes.length; end += 512) expect(attempt(bytes.subarray(0, end))).toBeNull();
  });

  it('is refused when a page is part of itself', () => {
    const bytes = bytesOf('utf8');
    const interior = Array.from({ length: bytes.length / 512 }, (_, at) => at).filter(
      (at) => bytes[at * 512] === 0x05,
    );
    expect(interior.length).toBeGreaterThan(0);
    for (const page of interior) {
      const copy = Buffer.from(bytes);
      copy.writeUInt32BE(page + 1, page * 512 + 8);
      expect(() => readSqlite(copy)).toThrow('is used twice');
    }
  });

  it('is refused when rows share their bytes to seem more', () => {
    const bytes = bytesOf('utf8');
    const leaf = Array.from({ length: bytes.length / 512 }, (_, at) => at).find(
      (at) => at > 1 && bytes[at * 512] === 0x0d && bytes.readUInt16BE(at * 512 + 3) > 2,
    )!;
    const copy = Buffer.from(bytes);
    const first = copy.readUInt16BE(leaf * 512 + 8);
    copy.writeUInt16BE(200, leaf * 512 + 3);
    for (let at = 0; at < 200; at++) copy.writeUInt16BE(first, leaf * 512 + 8 + 2 * at);
    expect(() => readSqlite(copy)).toThrow(Refusal);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a header alone', bytesOf('utf8').subarray(0, 100)],
    ['something else', Buffer.from('SQLite format 2\0'.padEnd(1024, ' '))],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => readSqlite(bytes)).toThrow(Refusal);
  });
});
