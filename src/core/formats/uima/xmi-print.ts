import { SOFA_ID } from './article-cas';
import type { Cas, FeatureValue, Structure } from './cas';
import { xmlAttribute, xmlText } from './xml-text';

/** A value as XMI has it: in an attribute, or for texts in elements of their own. */
export function xmiValue(value: FeatureValue): string | readonly string[] {
  if (typeof value !== 'object') return String(value);
  if ('texts' in value) return value.texts;
  return 'refs' in value ? value.refs.join(' ') : String(value.ref);
}

/** A CAS as XMI 2.0, one structure on a line. */
export function printXmi({ text, structures, members }: Cas): string {
  const prefixes = prefixesOf(structures);
  const tags = new Map<string, string>();
  const tagOf = (type: string) => {
    const known = tags.get(type);
    if (known !== undefined) return known;
    const tag = `${prefixes.get(namespaceOf(type))}:${type.slice(type.lastIndexOf('.') + 1)}`;
    tags.set(type, tag);
    return tag;
  };
  const namespaces = [...prefixes].map(([uri, prefix]) => xmlAttribute(`xmlns:${prefix}`, uri));
  const lines = structures.map(({ id, type, features }) => {
    const tag = tagOf(type);
    let attributes = xmlAttribute('xmi:id', id);
    if (members.has(id)) attributes += xmlAttribute('sofa', SOFA_ID);
    let inner = '';
    for (const [name, value] of features) {
      const written = xmiValue(value);
      if (typeof written === 'string') attributes += xmlAttribute(name, written);
      else for (const text of written) inner += `<${name}>${xmlText(text)}</${name}>`;
    }
    return `  <${tag}${attributes}${inner === '' ? '/>' : `>${inner}</${tag}>`}\n`;
  });
  const sofa = [
    xmlAttribute('xmi:id', SOFA_ID),
    ' sofaNum="1" sofaID="_InitialView" mimeType="text"',
    xmlAttribute('sofaString', text),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"${namespaces.join('')} xmi:version="2.0">
  <cas:NULL xmi:id="0"/>
${lines.join('')}  <cas:Sofa${sofa.join('')}/>
  <cas:View${xmlAttribute('sofa', SOFA_ID)}${xmlAttribute('members', [...members].join(' '))}/>
</xmi:XMI>
`;
}

/** "webanno.custom.Claim" -> "http:///webanno/custom.ecore" */
function namespaceOf(type: string): string {
  return `http:///${type.slice(0, type.lastIndexOf('.')).replaceAll('.', '/')}.ecore`;
}

/** A prefix for each namespace: the last part of the package, with a number where several end alike. */
function prefixesOf(structures: readonly Structure[]): ReadonlyMap<string, string> {
  const prefixes = new Map<string, string>();
  const taken = new Set(['xmi', 'cas']);
  for (const type of new Set(structures.map(({ type }) => type))) {
    const uri = namespaceOf(type);
    if (prefixes.has(uri)) continue;
    const name = type.split('.').at(-2) ?? 'type';
    let prefix = name;
    for (let twin = 2; taken.has(prefix); twin++) prefix = `${name}${twin}`;
    taken.add(prefix);
    prefixes.set(uri, prefix);
  }
  return prefixes;
}
