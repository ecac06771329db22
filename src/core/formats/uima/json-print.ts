import { SOFA_ID } from './article-cas';
import type { Cas, CasType, FeatureValue } from './cas';

/** The types of a part as UIMA's JSON has them, one on a line: the same in every file of it. */
export function printCasTypes(types: readonly CasType[]): string {
  const described = types.map((type) => `${JSON.stringify(type.name)}:${JSON.stringify(typeRecord(type))}`);
  return `{\n${described.join(',\n')}\n}`;
}

/**
 * A CAS as UIMA's JSON 0.4, one structure on a line; arrays are structures of their own. `types`: printed by
 * printCasTypes. But for the line breaks it is as JSON.stringify would print it, which is read quickly (read-json.ts).
 */
export function printCasJson(cas: Cas, types: string): string {
  let last = cas.structures.reduce((most, { id }) => Math.max(most, id), SOFA_ID);
  const lines: string[] = [];
  const sofa = { sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: cas.text };
  lines.push(JSON.stringify({ '%ID': SOFA_ID, '%TYPE': 'uima.cas.Sofa', ...sofa }));
  const array = (type: string, elements: readonly unknown[]) => {
    lines.push(JSON.stringify({ '%ID': ++last, '%TYPE': type, '%ELEMENTS': elements }));
    return last;
  };
  for (const { id, type, features } of cas.structures) {
    const record: Record<string, unknown> = { '%ID': id, '%TYPE': type };
    if (cas.members.has(id)) record['@sofa'] = SOFA_ID;
    for (const [name, value] of features) {
      const [key, written] = featureOf(name, value, array);
      record[key] = written;
    }
    lines.push(JSON.stringify(record));
  }
  const view = { '%SOFA': SOFA_ID, '%MEMBERS': [...cas.members] };
  return [
    '{',
    `"%TYPES":${types},`,
    `"%FEATURE_STRUCTURES":[\n${lines.join(',\n')}\n],`,
    `"%VIEWS":{"_InitialView":${JSON.stringify(view)}}`,
    '}\n',
  ].join('\n');
}

function featureOf(
  name: string,
  value: FeatureValue,
  array: (type: string, elements: readonly unknown[]) => number,
): readonly [key: string, value: unknown] {
  if (typeof value !== 'object') return [name, value];
  if ('ref' in value) return [`@${name}`, value.ref];
  if ('refs' in value) return [`@${name}`, array('uima.cas.FSArray', value.refs)];
  return [`@${name}`, array('uima.cas.StringArray', value.texts)];
}

function typeRecord({ name, superType, description, features }: CasType): object {
  const about = (text: string | undefined) => (text ? { '%DESCRIPTION': text } : {});
  const described = features.map(({ name, range, elements, description }) => [
    name,
    {
      '%NAME': name,
      ...about(description),
      '%RANGE': range,
      ...(elements === undefined ? {} : { '%ELEMENT_TYPE': elements }),
    },
  ]);
  return { '%NAME': name, '%SUPER_TYPE': superType, ...about(description), ...Object.fromEntries(described) };
}
