import type { Meaning } from '../codes/code';
import { append } from '../marks/append';
import { ForeignIds } from '../marks/foreign-ids';
import type { XmlElement } from '../uima/xml-read';
import { all, attribute, each, guidIn, refsIn, textIn } from './elements';
import { readOurs } from './ours';
import type { LinkTable, Qde, QdeLink } from './qde';

/** A case of another program, with what is said of it. */
export interface ForeignCase {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly sources: readonly string[];
}

/** What a project file says outside its sources. `codes`: what its codes mean; `noteText`: what a note says. */
export function readQde(
  root: XmlElement,
  codes: { readonly meanings: ReadonlyMap<string, Meaning>; readonly takesMany: Qde['takesMany'] },
  noteText: (note: XmlElement) => string,
  links: LinkTable,
): Qde & { readonly foreignCases: readonly ForeignCase[] } {
  const ids = new ForeignIds();
  const elements = each(root, 'Cases', 'Case').map((element) => ({ element, ours: readOurs(element) }));
  for (const { ours } of elements) if (typeof ours?.id === 'string') ids.take(ours.id);
  const variables = variableNames(root);
  const cases = new Map<string, { id: string; name: string }>();
  const caseOf = new Map<string, string>();
  const foreignCases: ForeignCase[] = [];
  for (const { element, ours } of elements) {
    const [guid, name] = [guidIn(element, 'guid'), attribute(element, 'name').trim()];
    if (name === '') continue; // a case without a name only says something of its sources
    const id = typeof ours?.id === 'string' ? ours.id : ids.make(name, 'speaker');
    const ownName = typeof ours?.name === 'string' ? ours.name : name;
    cases.set(guid, { id, name: ownName });
    if (ours) continue;
    for (const selection of refsIn(element, 'SelectionRef')) caseOf.set(selection, guid);
    const note = [textIn(element, 'Description').trim(), ...valuesIn(element, variables)]
      .filter(Boolean)
      .join('\n');
    foreignCases.push({ id, name, note, sources: refsIn(element, 'SourceRef') });
  }
  const notes = new Map<string, string>();
  const claims = new Map<string, { id: string; wording: string }>();
  for (const note of each(root, 'Notes', 'Note')) {
    const { id, wording } = readOurs(note) ?? {};
    if (typeof id === 'string' && typeof wording === 'string')
      claims.set(guidIn(note, 'guid'), { id, wording });
    notes.set(guidIn(note, 'guid'), noteText(note));
  }
  const users = each(root, 'Users', 'User').map((user) => {
    const name = attribute(user, 'name') || attribute(user, 'id');
    return [guidIn(user, 'guid'), name || undefined] as const;
  });
  return {
    users: new Map(users.flatMap(([guid, name]) => (name === undefined ? [] : [[guid, name] as const]))),
    ...codes,
    cases,
    caseOf,
    notes,
    claims,
    links,
    foreignCases,
  };
}

/** Links, by what they lead from and to. */
export function linksOf(elements: Iterable<XmlElement>): LinkTable {
  const [from, to] = [new Map<string, QdeLink[]>(), new Map<string, QdeLink[]>()];
  for (const element of elements) {
    if (element.name !== 'Link') continue;
    const link: QdeLink = {
      name: attribute(element, 'name'),
      from: guidIn(element, 'originGUID'),
      to: guidIn(element, 'targetGUID'),
      bothWays: attribute(element, 'direction') === 'Bidirectional',
    };
    append(from, link.from, link);
    append(to, link.to, link);
  }
  return { from, to };
}

/** The names of a project’s variables, by GUID. */
export function variableNames(root: XmlElement): ReadonlyMap<string, string> {
  const variables = each(root, 'Variables', 'Variable');
  return new Map(variables.map((variable) => [guidIn(variable, 'guid'), attribute(variable, 'name')]));
}

/** Values of variables, as "name: value". */
export function valuesIn(described: XmlElement, names: ReadonlyMap<string, string>): readonly string[] {
  return all(described, 'VariableValue').flatMap((value) => {
    const [ref] = refsIn(value, 'VariableRef');
    const text = value.children.find(({ name }) => name.endsWith('Value'))?.text.trim() ?? '';
    return text === '' ? [] : [`${names.get(ref ?? '') ?? 'Variable'}: ${text}`];
  });
}
