import type { FormatFile } from '../format';
import { readJson } from '../read-json';
import { listOf, record } from '../web-json';
import { type Cas, type FeatureValue, SENTENCE, type Structure, TOKEN } from './cas';

/** What the file says, and how many more texts it holds, which are not read. */
export interface ParsedCas {
  readonly cas: Cas;
  readonly furtherViews: number;
  readonly warnings: readonly string[];
}

type Raw = Readonly<Record<string, unknown>>;

/**
 * Reads UIMA's JSON of a CAS, as Java's and Python's libraries write it and as the draft of the standard has it
 * (structures in a list or by their ids, `begin` or `^begin`). Throws FormatError with the place for JSON that is
 * none, for structures without id or type, ids given twice, and references to nothing.
 */
export function parseCasJson({ path, data }: FormatFile): ParsedCas {
  const json = readJson(path, data);
  const root = record(json.value);
  const found = root['%FEATURE_STRUCTURES'];
  if (typeof found !== 'object' || found === null) {
    throw json.faultAt([], 'this is no JSON of a UIMA CAS: it has no %FEATURE_STRUCTURES');
  }
  const raws = new Map<number, { raw: Raw; step: string | number }>();
  for (const [step, value] of entriesOf(found)) {
    const raw = record(value);
    const id = Array.isArray(found) ? raw['%ID'] : Number(step);
    const at = ['%FEATURE_STRUCTURES', step];
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 1) {
      throw json.faultAt([...at, '%ID'], 'a structure needs a whole number above 0 as its %ID');
    }
    if (typeof raw['%TYPE'] !== 'string') throw json.faultAt([...at, '%TYPE'], 'a structure has no %TYPE');
    if (raws.has(id)) throw json.faultAt([...at, '%ID'], `two structures have the id ${id}`);
    raws.set(id, { raw, step });
  }
  const views = record(root['%VIEWS']);
  const sofas = [...raws].filter(
    ([, { raw }]) => raw['%TYPE'] === 'uima.cas.Sofa' && typeof raw.sofaString === 'string',
  );
  const initial = sofas.find(([, { raw }]) => raw.sofaID === '_InitialView') ?? sofas[0];
  if (!initial) throw json.faultAt(['%FEATURE_STRUCTURES'], 'the CAS has no text');
  const [sofaId, { raw: sofa }] = initial;
  const view = record(views[String(sofa.sofaID)] ?? {});
  const listed = listOf(view['%MEMBERS']);
  const members = new Set(listed.filter((id) => typeof id === 'number'));
  const structures: Structure[] = [];
  for (const [id, { raw, step }] of raws) {
    const type = raw['%TYPE'] as string;
    if (type === 'uima.cas.Sofa' || type === TOKEN || type === SENTENCE || '%ELEMENTS' in raw) continue;
    const features = new Map<string, FeatureValue>();
    for (const [key, value] of Object.entries(raw)) {
      if (key.startsWith('%') || value === null) continue;
      if (key === '@sofa') {
        if (value !== sofaId) members.delete(id);
        else if (listed.length === 0 && !('%MEMBERS' in view)) members.add(id);
        continue;
      }
      const read = readFeature(key, value, raws);
      if (read === null) {
        throw json.faultAt(
          ['%FEATURE_STRUCTURES', step, key],
          `a reference to a structure that is not there`,
        );
      }
      if (read) features.set(...read);
    }
    structures.push({ id, type, features });
  }
  return {
    cas: { text: sofa.sofaString as string, structures, members },
    furtherViews: sofas.length - 1,
    warnings: json.warnings,
  };
}

function entriesOf(found: object): Iterable<readonly [string | number, unknown]> {
  return Array.isArray(found) ? found.entries() : Object.entries(found);
}

/** A feature with its name; undefined for what has no meaning to us, null for a reference to nothing. */
function readFeature(
  key: string,
  value: unknown,
  raws: ReadonlyMap<number, { raw: Raw }>,
): readonly [string, FeatureValue] | null | undefined {
  const name = key.replace(/^[@#^]/, '');
  if (!key.startsWith('@')) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return [name, value];
    return undefined;
  }
  if (value === 0) return undefined;
  const target = typeof value === 'number' ? raws.get(value)?.raw : undefined;
  if (!target) return null;
  const elements = target['%ELEMENTS'];
  if (elements === undefined) return [name, { ref: value as number }];
  const type = String(target['%TYPE']);
  const list = listOf(elements);
  if (type === 'uima.cas.StringArray' || type === 'uima.cas.String[]') {
    return [name, { texts: list.filter((text) => typeof text === 'string') }];
  }
  if (type === 'uima.cas.FSArray' || (type.endsWith('[]') && !type.startsWith('uima.cas.'))) {
    return [name, { refs: list.filter((id) => typeof id === 'number' && raws.has(id)) as number[] }];
  }
  return [name, { texts: list.map(String) }];
}
