import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { type Cas, type FeatureValue, SENTENCE, type Structure, TOKEN } from './cas';
import type { CasNames } from './names';
import type { Ranges } from './type-system-xml';
import { xmiValue } from './xmi-print';
import { typedValue } from './xmi-values';
import type { XmlElement } from './xml-read';
import { xmlSafe } from './xml-text';

export const XMI = 'http://www.omg.org/XMI';
const CAS = 'uima.cas.';
const NULL = `${CAS}NULL`;
const VIEW = `${CAS}View`;
const SOFA = `${CAS}Sofa`;

/**
 * The CAS that an XMI document holds (its root element), of its first text. Throws FormatError for structures without
 * an id or with one given twice, and when there is no text.
 */
export function parseXmi(
  file: FormatFile,
  root: XmlElement,
  ranges: Ranges,
  names: CasNames,
): { readonly cas: Cas; readonly furtherViews: number } {
  const fault = ({ line, column }: XmlElement, message: string) =>
    new FormatError(message, file.path, line, column);
  const elements = new Map<number, { element: XmlElement; type: string }>();
  const views: ReadonlyMap<string, string>[] = [];
  const sofas: (readonly [number, ReadonlyMap<string, string>])[] = [];
  const types = new Map<string, Map<string, string>>();
  for (const element of root.children) {
    const { namespace, name } = element;
    const inIt = types.get(namespace) ?? new Map<string, string>();
    types.set(namespace, inIt);
    const type = inIt.get(name) ?? typeOf(element);
    inIt.set(name, type);
    if (type === NULL) continue;
    if (type === VIEW) {
      views.push(valuesOf(element));
      continue;
    }
    const said = idOf(element);
    if (!/^\d{1,15}$/.test(said)) throw fault(element, 'a structure needs a number as its xmi:id');
    const id = Number(said);
    if (elements.has(id)) throw fault(element, `two structures have the id ${said}`);
    elements.set(id, { element, type });
    if (type !== SOFA) continue;
    const values = valuesOf(element);
    if (values.has('sofaString')) sofas.push([id, values]);
  }
  const initial = sofas.find(([, values]) => values.get('sofaID') === '_InitialView') ?? sofas[0];
  if (!initial) throw fault(root, 'the CAS has no text');
  const [sofaId, sofa] = initial;
  const listed = views.find((view) => view.get('sofa') === String(sofaId))?.get('members') ?? '';
  const members = new Set(listed.split(/\s+/).filter(Boolean).map(Number));
  const structures: Structure[] = [];
  for (const [id, { element, type }] of elements) {
    if (type.startsWith(CAS) || type === TOKEN || type === SENTENCE) continue;
    const features = new Map<string, FeatureValue>();
    for (const [name, value] of valuesOf(element)) {
      if (name === 'sofa') {
        if (value !== String(sofaId)) members.delete(id);
        continue;
      }
      const typed = typedValue(type, name, value, ranges, names);
      if (typed !== undefined) features.set(name, resolved(typed));
    }
    for (const { name, text } of element.children) {
      const before = features.get(name);
      const texts = typeof before === 'object' && 'texts' in before ? before.texts : [];
      features.set(name, { texts: [...texts, text] });
    }
    structures.push({ id, type, features });
  }
  return { cas: { text: sofa.get('sofaString')!, structures, members }, furtherViews: sofas.length - 1 };

  /** Arrays may be structures of their own, which several others share. */
  function resolved(value: FeatureValue): FeatureValue {
    if (typeof value !== 'object' || 'texts' in value) return value;
    const refs = 'ref' in value ? [value.ref] : value.refs;
    const array = refs.length === 1 ? elements.get(refs[0]!) : undefined;
    if (array?.type === `${CAS}FSArray`) {
      return {
        refs: (valuesOf(array.element).get('elements') ?? '').split(/\s+/).filter(Boolean).map(Number),
      };
    }
    if (array?.type === `${CAS}StringArray`) return { texts: array.element.children.map(({ text }) => text) };
    return value;
  }
}

/** The attributes that are features. */
function valuesOf({ attributes }: XmlElement): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { name, namespace, value } of attributes) if (namespace === '') values.set(name, value);
  return values;
}

function idOf({ attributes }: XmlElement): string {
  for (const { name, namespace, value } of attributes) if (name === 'id' && namespace === XMI) return value;
  return '';
}

/** Structures as they are after they were written as XMI and read again. */
export function throughXmi(
  structures: readonly Structure[],
  ranges: Ranges,
  names: CasNames,
): readonly Structure[] {
  return structures.map(({ id, type, features }) => {
    const read = new Map<string, FeatureValue>();
    for (const [name, value] of features) {
      const written = xmiValue(value);
      const typed =
        typeof written === 'string'
          ? typedValue(type, name, xmlSafe(written), ranges, names)
          : { texts: written.map(xmlSafe) };
      if (typed !== undefined) read.set(name, typed);
    }
    return { id, type, features: read };
  });
}

/** The type that an element's namespace and name stand for. */
function typeOf({ name, namespace }: XmlElement): string {
  const within = namespace
    .replace(/^http:\/\/\//, '')
    .replace(/\.ecore$/, '')
    .replaceAll('/', '.');
  return within === 'uima.noNamespace' || within === '' ? name : `${within}.${name}`;
}
