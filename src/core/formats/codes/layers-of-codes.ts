import type { Attribute, CodebookValue, Layer } from '../../project/codebook';
import { FORMS } from '../../project/codebook';
import { newLayer, withKeys } from '../marks/codebook-of';
import { usableName } from '../marks/usable-name';
import { xmlSafe } from '../uima/xml-text';
import { BELOW, type Code, type Meaning, WHICH } from './code';
import { type Described, inWords } from './in-words';
import { nearestColour } from './nearest-colour';

/** The layers that codes stand for, and what each code means. */
export interface LayersOfCodes {
  readonly layers: readonly Layer[];
  /** Key of a code -> its meaning. */
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** Attributes whose kind nobody told, as "layer attribute" in JSON: one value at a time is only a guess. */
  readonly guessed: ReadonlySet<string>;
}

/**
 * Makes a codebook of codes. Those that stand for parts of a codebook of ours (`base`) are those parts, with the names
 * and descriptions that the codes have now. Of others, a code at the top is a layer; those below it are values of one
 * attribute of it, by the names on the way to them; but a group right below it is an attribute of its own.
 */
export function layersOfCodes(codes: readonly Code[]): LayersOfCodes {
  const meanings = new Map<string, Meaning>();
  const guessed = new Set<string>();
  const ids = idsIn(codes);
  const looks = new Map<Layer['colour'], number>();
  const made = codes.map((code, at): Layer => {
    const base = code.base as Partial<Layer> | undefined;
    const id = base?.id ?? unused(usableName(code.name, 'Code'), ids);
    meanings.set(code.key, { layer: id });
    const fresh = newLayer({ layer: id }, at);
    const colour = nearestColour(code.colour) ?? base?.colour ?? fresh.colour;
    const before = looks.get(colour) ?? 0;
    looks.set(colour, before + 1);
    const look = { colour, form: base?.form ?? FORMS[before % FORMS.length]! };
    const attributes = attributesOf(code, id, meanings, guessed);
    return { ...fresh, ...worded(code, base), ...look, id, attributes };
  });
  const isNew = (_: Layer, at: number) => codes[at]!.base === undefined;
  const known = made.filter((layer, at) => !isNew(layer, at));
  const fresh = withKeys(
    made.filter(isNew),
    known.map(({ key }) => key),
  );
  let next = 0;
  return { layers: made.map((layer, at) => (isNew(layer, at) ? fresh[next++]! : layer)), meanings, guessed };
}

function attributesOf(
  code: Code,
  layer: string,
  meanings: Map<string, Meaning>,
  guessed: Set<string>,
): readonly Attribute[] {
  const ids = idsIn(code.children);
  const isOwn = (child: Code) => child.base !== undefined || isGroup(child);
  const own = code.children.filter(isOwn);
  const attributes = own.map((child): Attribute => {
    const base = child.base as Partial<Attribute> | undefined;
    const id = base?.id ?? unused(usableName(child.name, 'group'), ids);
    const kind = base?.kind ?? 'choice';
    meanings.set(child.key, { layer });
    if (!base) guessed.add(JSON.stringify([layer, id]));
    const values = valuesOf(child.children, { layer, attribute: id }, kind, meanings);
    const listed = kind === 'choice' || kind === 'multiple' ? { values } : {};
    return { ...worded(child, base), id, kind, ...listed } as Attribute;
  });
  const rest = code.children.filter((child) => !isOwn(child));
  if (rest.length === 0) return attributes;
  const id = unused(WHICH, ids);
  guessed.add(JSON.stringify([layer, id]));
  const values = valuesOf(rest, { layer, attribute: id }, 'choice', meanings);
  return [...attributes, { id, label: 'Code', kind: 'choice', values }];
}

function isGroup({ codable, children }: Code): boolean {
  return !codable && children.length > 0;
}

/** The values that codes and all codes below them are, and what coding with them means. */
function valuesOf(
  codes: readonly Code[],
  place: { readonly layer: string; readonly attribute: string },
  kind: Attribute['kind'],
  meanings: Map<string, Meaning>,
): readonly CodebookValue[] {
  const ids = idsIn(codes);
  const values: CodebookValue[] = [];
  const visit = (code: Code, above: readonly string[]): void => {
    const base = code.base as (Partial<CodebookValue> & { readonly step?: unknown }) | undefined;
    const names = [...above, above.length === 0 ? code.name : code.name.trim()];
    const named = { ...code, name: names.join(BELOW) };
    const isValue = code.codable || base !== undefined;
    const id = base?.id ?? unused(usableName(named.name, 'code'), ids);
    const step = base?.step ?? Number(code.name.replace('−', '-'));
    const value = kind === 'scale' && typeof step === 'number' && Number.isFinite(step) ? step : id;
    meanings.set(code.key, isValue ? { ...place, value } : { layer: place.layer });
    if (isValue) values.push({ ...worded(named, base), id });
    for (const child of code.children) visit(child, names);
  };
  for (const code of codes) visit(code, []);
  return values;
}

/**
 * The base with the name and description that the code has now. Where the code says no more than we would have written
 * for the base, the base is right: names may have lost characters that XML cannot hold.
 */
function worded<Base extends Described & { readonly label?: string }>(
  code: Code,
  base: Base | undefined,
): Omit<Base, 'label'> & { readonly label: string } {
  const label =
    base?.label !== undefined && xmlSafe(base.label) === code.name ? base.label : code.name.trim();
  const kept = { ...base, label } as Omit<Base, 'label'> & { readonly label: string };
  if (base && (code.description === '' || code.description === xmlSafe(inWords(base)))) return kept;
  const { description: _, rules: __, examples: ___, ...others } = kept as Described & typeof kept;
  const text = code.description.trim();
  return { ...others, ...(text === '' ? {} : { description: text }) } as unknown as typeof kept;
}

/** Ids that codes have already. */
function idsIn(codes: readonly Code[]): Set<string> {
  return new Set(codes.flatMap(({ base }) => (typeof base?.id === 'string' ? base.id : [])));
}

/** The name, with a number behind it where it is taken; it is taken then. */
function unused(name: string, taken: Set<string>): string {
  let id = name;
  for (let twin = 2; taken.has(id); twin++) id = `${name} ${twin}`;
  taken.add(id);
  return id;
}
