import type { FeatureValue, Structure } from '../uima/cas';
import type { CasNames } from '../uima/names';
import { numbered, splitCell, unescapeValue } from './escapes';
import type { TsvLayer, TsvRow, TsvSentence } from './tsv-lines';
import { typedCell } from './tsv-values';

/** An annotation as its rows build it up. */
interface Mark {
  readonly id: number;
  readonly type: string;
  readonly features: Map<string, FeatureValue>;
  start: number;
  end: number;
  readonly number: number | undefined;
}

interface Pending {
  readonly from: Mark;
  readonly feature: string;
  readonly role: string;
  /** "2-3", and the number behind it. */
  readonly unit: string;
  readonly number: number | undefined;
}

/** What rows say: structures with places in the file's own unit, and how many links lead nowhere. */
export interface ReadRows {
  readonly structures: readonly Structure[];
  readonly members: ReadonlySet<number>;
  readonly lost: number;
}

/** Makes structures of the rows of a file. */
export function readRows(
  layers: readonly TsvLayer[],
  sentences: readonly TsvSentence[],
  names: CasNames,
): ReadRows {
  let last = 0;
  const marks: Mark[] = [];
  const byKey = new Map<string, Mark>();
  const onUnit = new Map<string, Mark[]>();
  const pending: Pending[] = [];
  const relations: { type: string; base: string; row: TsvRow; cells: readonly string[]; layer: TsvLayer }[] =
    [];
  const mark = (type: string, key: string | undefined, number: number | undefined, row: TsvRow) => {
    let found = key === undefined ? undefined : byKey.get(key);
    const fresh = found === undefined;
    if (!found) {
      found = { id: ++last, type, features: new Map(), start: row.start, end: row.end, number };
      marks.push(found);
      if (key !== undefined) byKey.set(key, found);
    }
    found.start = Math.min(found.start, row.start);
    found.end = Math.max(found.end, row.end);
    const here = onUnit.get(row.unit);
    if (here) here.push(found);
    else onUnit.set(row.unit, [found]);
    return { found, fresh };
  };
  const readSpans = (layer: TsvLayer, at: number, cells: readonly string[], row: TsvRow) => {
    const stacks = layer.columns.map((_, column) => splitCell(cells[column]!, '|'));
    const own = layer.columns.findIndex(({ is }) => is !== 'target');
    for (let index = 0; index < stacks[own]!.length; index++) {
      const { number } = numbered(stacks[own]![index]!);
      const key = number === undefined ? undefined : `${at} ${number}`;
      const { found, fresh } = mark(layer.type, key, number, row);
      if (!fresh) continue;
      layer.columns.forEach(({ feature, is }, column) => {
        const item = stacks[column]![index] ?? '*';
        if (is === 'value') {
          const { value } = numbered(item);
          const typed =
            value === '*' || value === '_'
              ? undefined
              : typedCell(layer.type, feature, unescapeValue(value), names);
          if (typed !== undefined) found.features.set(feature, typed);
        }
        if (is !== 'target' || item === '*' || item === '_') return;
        const roles = splitCell(numbered(stacks[column - 1]![index] ?? '').value, ';');
        splitCell(item, ';').forEach((target, at) => {
          const { value: unit, number } = numbered(target);
          const role = roles[at] === undefined || roles[at] === '*' ? '' : unescapeValue(roles[at]);
          pending.push({ from: found, feature, role, unit, number });
        });
      });
    }
  };
  const chains = new Map<string, Mark>();
  const readChains = (layer: TsvLayer, at: number, cells: readonly string[], row: TsvRow) => {
    const stacks = layer.columns.map((_, column) => splitCell(cells[column]!, '|'));
    const relation = stacks.find((stack) => /->\d+-\d+$/.test(stack[0]!)) ?? [];
    relation.forEach((item, index) => {
      const [, said, chain, link] = /^(.*)->(\d+)-(\d+)$/s.exec(item) ?? [];
      if (said === undefined) return;
      const { found, fresh } = mark(layer.type, `${at} ${chain}-${link}`, undefined, row);
      if (!fresh) return;
      chains.set(`${at} ${chain} ${link}`, found);
      const other = stacks.find((stack) => stack !== relation)?.[index];
      const label = other === undefined ? '*' : numbered(other).value;
      if (label !== '*') found.features.set('referenceType', unescapeValue(label));
      if (said !== '*' && said !== '') found.features.set('referenceRelation', unescapeValue(said));
    });
  };
  for (const { rows } of sentences) {
    for (const row of rows) {
      if (row.cells.every((cell) => cell === '_')) continue;
      let column = 0;
      layers.forEach((layer, at) => {
        const cells = row.cells.slice(column, column + layer.columns.length);
        column += layer.columns.length;
        if (cells.every((cell) => cell === '_')) return;
        if (layer.kind === 'span') readSpans(layer, at, cells, row);
        else if (layer.kind === 'chain') readChains(layer, at, cells, row);
        else {
          const base = layer.columns.at(-1)!.feature.replace(/^BT_/, '');
          relations.push({ type: layer.type, base, row, cells, layer });
        }
      });
    }
  }
  const structures: Structure[] = [];
  let lost = 0;
  const find = (unit: string, number: number | undefined, type?: string): Mark | undefined => {
    const here = onUnit.get(unit) ?? [];
    const fits = here.filter(
      (one) => (type === undefined || one.type === type) && (!number || one.number === number),
    );
    return fits[0] ?? (type === undefined ? undefined : find(unit, number));
  };
  const slots = new Map<Mark, Map<string, number[]>>();
  for (const { from, feature, role, unit, number } of pending) {
    const target = find(unit, number);
    if (!target) {
      lost++;
      continue;
    }
    const features = new Map<string, FeatureValue>([['target', { ref: target.id }]]);
    if (role !== '') features.set('role', role);
    structures.push({ id: ++last, type: 'link', features });
    const own = slots.get(from) ?? new Map<string, number[]>();
    slots.set(from, own);
    own.set(feature, [...(own.get(feature) ?? []), last]);
  }
  for (const [from, own] of slots) for (const [feature, refs] of own) from.features.set(feature, { refs });
  for (const [key, link] of chains) {
    const [at, chain, number] = key.split(' ');
    const next = chains.get(`${at} ${chain} ${Number(number) + 1}`);
    if (next) link.features.set('next', { ref: next.id });
  }
  const members = new Set(marks.map(({ id }) => id));
  for (const { type, base, row, cells, layer } of relations) {
    const stacks = cells.map((cell) => splitCell(cell, '|'));
    stacks.at(-1)!.forEach((item, index) => {
      const [, unit, , source, target] = /^(\d+-\d+(?:\.\d+)?)(\[(\d+)(?:_(\d+))?\])?$/.exec(item) ?? [];
      const governor = unit === undefined ? undefined : find(unit, Number(source ?? 0), base);
      const dependent = find(row.unit, Number(target ?? 0), base);
      if (!governor || !dependent) {
        lost++;
        return;
      }
      const features = new Map<string, FeatureValue>([
        ['Governor', { ref: governor.id }],
        ['Dependent', { ref: dependent.id }],
      ]);
      layer.columns.forEach(({ feature, is }, column) => {
        const value = numbered(stacks[column]![index] ?? '*').value;
        if (is === 'value' && value !== '*' && value !== '_') features.set(feature, unescapeValue(value));
      });
      structures.push({ id: ++last, type, features });
      members.add(last);
    });
  }
  const placed = marks.map(({ id, type, features, start, end }): Structure => {
    return {
      id,
      type,
      features: new Map<string, FeatureValue>([['begin', start], ['end', end], ...features]),
    };
  });
  return { structures: [...placed, ...structures], members, lost };
}
