import { JsonFault, scanJson } from '../../formats/scan-json';
import { damaged, Refusal } from '../problem';
import type { CorpusRecord, CorpusRecords } from './record';
import { fieldsOf } from './record';

/** Reads JSON Lines: one object a line. A line that is none is a problem of its own. */
export function jsonLines(text: string): CorpusRecords {
  const records: CorpusRecord[] = [];
  const problems: string[] = [];
  let number = 0;
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    number++;
    const value = parsed(line);
    if (isObject(value)) records.push({ number, line: index + 1, fields: fieldsOf(value), source: line });
    else if (value === undefined)
      problems.push(`Line ${index + 1} is no JSON object: ${faultIn(line).said}.`);
    else problems.push(`Line ${index + 1} is no JSON object.`);
  });
  return { records, total: number, problems };
}

/**
 * Reads a JSON file: a list of objects, an object that holds such a list ("articles", "data", "results"), or
 * one object. Throws a Refusal when it is no JSON or holds no object.
 */
export function jsonRecords(text: string): CorpusRecords {
  const root = parsed(text);
  if (root === undefined) {
    const lines = jsonLines(text); // JSON Lines under the name of JSON
    if (lines.records.length > 0 && lines.problems.length === 0) return lines;
    const { line, said } = faultIn(text);
    throw damaged(`it is no JSON: on line ${line}, ${said}`);
  }
  const list = fullestList(root);
  const objects = list.length > 0 ? list : isObject(root) ? [root] : [];
  if (objects.length === 0)
    throw new Refusal(
      'no-text',
      'There are no records in this JSON file. A list of objects with a “text” each can be read.',
    );
  const records = objects.map((object, index) => ({
    number: index + 1,
    fields: fieldsOf(object),
    source: objects.length === 1 ? text : printed(object),
  }));
  return { records, total: records.length, problems: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is wrong with text that does not parse, and where. Columns count from 1, in UTF-16 units. */
function faultIn(text: string): { readonly line: number; readonly said: string } {
  try {
    scanJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const before = text.slice(0, error.offset);
    const column = error.offset - before.lastIndexOf('\n');
    return { line: before.split('\n').length, said: `column ${column}, ${error.message}` };
  }
  return { line: 1, said: 'it is not known why' };
}

/** What parses may still be nested too deep to be written again. */
function printed(object: object): string {
  try {
    return JSON.stringify(object);
  } catch {
    throw damaged('its records are nested deeper than any article');
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The longest list of objects at the top or at most two levels down. */
function fullestList(root: unknown): readonly object[] {
  let fullest: readonly object[] = [];
  let level: readonly unknown[] = [root];
  for (let depth = 0; depth <= 2; depth++) {
    for (const value of level) {
      const objects = Array.isArray(value) ? value.filter(isObject) : [];
      if (objects.length > fullest.length) fullest = objects;
    }
    if (fullest.length > 0) return fullest;
    level = level.filter(isObject).flatMap((value) => Object.values(value));
  }
  return fullest;
}
