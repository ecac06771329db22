import type { TargetKind } from '../../project/codebook';
import type { SchemeHint } from '../marks/codebook-of';

interface Entry {
  readonly name: string;
  readonly args: ReadonlyMap<string, readonly string[]>;
}

/** Longer lines are not made by expanding macros: a few lines could otherwise stand for more than any memory. */
const LONGEST = 100_000;

/**
 * The scheme that brat's annotation.conf and visual.conf tell, '' where there is none: every type of entities and
 * events is a layer, relations and arguments are roles, attributes belong to the types that they may be set on.
 * What cannot be read is passed over, as brat does; "!" before a type only keeps people from choosing it.
 */
export function readScheme(annotationConf: string, visualConf: string): readonly SchemeHint[] {
  const sections = readSections(annotationConf);
  const entities = (sections.get('entities') ?? []).flatMap(entryOf);
  const events = (sections.get('events') ?? []).flatMap(entryOf);
  const labels = new Map(
    (readSections(visualConf).get('labels') ?? []).map((line) => {
      const [name = '', label = ''] = line.split('|').map((part) => part.trim());
      return [name, label];
    }),
  );
  const types = new Map<
    string,
    {
      roles: Map<string, readonly TargetKind[]>;
      attributes: Map<string, readonly string[]>;
    }
  >();
  for (const { name } of [...entities, ...events])
    types.set(name, { roles: new Map(), attributes: new Map() });
  const eventNames = new Set(events.map(({ name }) => name));
  const covers = (listed: readonly string[], name: string) =>
    listed.includes(name) ||
    listed.includes('<ANY>') ||
    listed.includes(eventNames.has(name) ? '<EVENT>' : '<ENTITY>');
  for (const { name, args } of events) {
    for (const [role, of] of args)
      types.get(name)!.roles.set(role, of.includes(role) ? ['spans'] : ['annotation']);
  }
  for (const { name, args } of (sections.get('relations') ?? []).flatMap(entryOf)) {
    const [from = []] = args.values();
    if (name.startsWith('<')) continue;
    for (const [type, { roles }] of types) if (covers(from, type)) roles.set(name, ['annotation']);
  }
  for (const { name, args } of (sections.get('attributes') ?? []).flatMap(entryOf)) {
    const on = args.get('Arg') ?? [];
    for (const [type, { attributes }] of types) {
      if (covers(on, type)) attributes.set(name, args.get('Value') ?? ['true']);
    }
  }
  return [...types].map(([layer, { roles, attributes }]) => ({
    layer,
    ...(labels.get(layer) ? { label: labels.get(layer)! } : {}),
    attributes,
    roles,
  }));
}

/** The lines of each section, macros expanded, without comments and separators. */
function readSections(conf: string): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>();
  const macros = new Map<string, string>();
  let lines: string[] = [];
  for (const raw of conf.split(/\r?\n/)) {
    const [, section] = /^\s*\[(.*)\]\s*$/.exec(raw) ?? [];
    const [, macro, value] = /^<([a-zA-Z_-]+)>=\s*(.*?)\s*$/.exec(raw) ?? [];
    if (section !== undefined) {
      lines = sections.get(section) ?? [];
      sections.set(section, lines);
    } else if (macro !== undefined && value !== undefined) {
      macros.set(`<${macro}>`, expanded(value, macros));
    } else if (!/^\s*(?:#|-*\s*$)/.test(raw)) {
      lines.push(expanded(raw, macros));
    }
  }
  return sections;
}

function expanded(line: string, macros: ReadonlyMap<string, string>): string {
  let text = line;
  for (const [name, value] of macros) {
    if (text.includes(name) && text.length + value.length <= LONGEST) text = text.replaceAll(name, value);
    if (text.length > LONGEST) return line;
  }
  return text;
}

/** `  name|other terms<space>Arg1:A|B, Arg2?:C`: its first term and its arguments. */
function entryOf(line: string): readonly Entry[] {
  const [, terms = '', rest = ''] = /^\s*(\S+)(?:\s+(.*))?$/.exec(line) ?? [];
  const name = terms.split('|')[0]!.replace(/^!/, '');
  if (name === '') return [];
  const args = rest.split(',').flatMap((part) => {
    const [, key, values] = /^\s*([^\s:]+?)(?:\{[^}]*\}|[?*+])*:(\S*)\s*$/.exec(part) ?? [];
    return key === undefined || values === undefined ? [] : [[key, values.split('|')] as const];
  });
  return [{ name, args: new Map(args) }];
}
