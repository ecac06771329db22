import { type Json, listOf, record } from './web-json';

const OA = 'http://www.w3.org/ns/oa#';
const PREFIXES: Readonly<Record<string, string>> = {
  oa: OA,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  as: 'http://www.w3.org/ns/activitystreams#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
};
/** The model's names for what is called otherwise in the vocabularies; of the others it takes the last part. */
const TERMS: Readonly<Record<string, string>> = {
  '@id': 'id',
  '@type': 'type',
  hasBody: 'body',
  hasTarget: 'target',
  hasSource: 'source',
  hasSelector: 'selector',
  hasPurpose: 'purpose',
  motivatedBy: 'motivation',
};
/** What stands for a word of the vocabulary, and what for a thing that may be described elsewhere. */
const WORDS = new Set(['type', 'purpose', 'motivation']);
const THINGS = ['body', 'target', 'selector', 'creator'];

/** Is it linked data in another shape than the model's own: expanded, flattened, framed, or a graph of a store? */
export function isLinked(value: unknown): boolean {
  const first = record(Array.isArray(value) ? value[0] : value);
  return ['@graph', '@id', '@type'].some((key) => key in first);
}

/**
 * The annotations of linked data, in the model's own shape: with its short names, and with what is described by itself
 * where it is used. In the order of their page where there is one.
 */
export function linkedItems(value: unknown): readonly Json[] {
  const graph = record(value)['@graph'] ?? value;
  const nodes = listOf(graph).map((node) => record(shortened(node)));
  const known = new Map(nodes.map((node) => [node.id, node]));
  const node = (at: unknown): Json | undefined => (typeof at === 'string' ? known.get(at) : record(at));
  const paged = nodes.flatMap(({ items, first }): readonly unknown[] => [
    ...listOf(items),
    ...listOf(node(first)?.items),
  ]);
  const all: readonly Json[] = [...paged.map((item) => node(item) ?? {}), ...nodes];
  // Each thing is put together once, however many use it; one within itself stays as it is.
  const whole = new Map<Json, Json>();
  const here = (item: unknown): unknown => {
    const found = node(item);
    if (!found || (typeof item === 'string' && isAnnotation(found))) return item;
    return whole.get(found) ?? gathered(found);
  };
  const gathered = (found: Json): Json => {
    whole.set(found, found);
    const parts = THINGS.filter((name) => name in found).map((name) => {
      return [name, alone(listOf(found[name]).map(here))] as const;
    });
    const made = { ...found, ...Object.fromEntries(parts) };
    whole.set(found, made);
    return made;
  };
  return [...new Set(all.filter(isAnnotation))].map((item) => gathered(item));
}

const isAnnotation = (node: Json) => listOf(node.type).includes('Annotation');

const alone = (list: readonly unknown[]) => (list.length === 1 ? list[0] : list);

/** A value with short names, without the wraps that say what kind of value it is. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return alone(value.map(shortened));
  if (typeof value !== 'object' || value === null) return value;
  const own = record(value);
  if ('@value' in own) return own['@value'];
  if ('@list' in own) return listOf(own['@list']).map(shortened);
  const entries = Object.entries(own).map(([key, each]) => {
    const name = term(key);
    const short = shortened(each);
    return [name, WORDS.has(name) ? alone(listOf(short).map((word) => term(String(word)))) : short] as const;
  });
  const [[name, id] = [], ...others] = entries;
  return name === 'id' && others.length === 0 ? id : Object.fromEntries(entries);
}

/** "http://www.w3.org/ns/oa#hasBody" and "oa:hasBody" are a body; what is of no vocabulary we know stays. */
function term(name: string): string {
  const short = /^([a-z]+):(?!\/\/)(.+)$/.exec(name);
  const known = Object.entries(PREFIXES).find(
    ([prefix, full]) => short?.[1] === prefix || name.startsWith(full),
  );
  const last = known ? (short?.[1] === known[0] ? short[2]! : name.slice(known[1].length)) : name;
  return Object.hasOwn(TERMS, last) && (known || last.startsWith('@')) ? TERMS[last]! : last;
}
