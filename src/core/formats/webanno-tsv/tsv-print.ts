import type { FeatureValue, Structure } from '../uima/cas';
import type { TokenSentence } from '../uima/tokens';
import { linkType } from '../uima/type-system';
import { escapeText, escapeValue } from './escapes';
import { cellText } from './tsv-values';
import { coveredUnits, type Unit } from './units';

/** Tokens with their names in a file: "2-3" is the third of the second sentence. */
export function unitsOf(sentences: readonly TokenSentence[]): readonly Unit[] {
  return sentences.flatMap(({ tokens }, sentence) =>
    tokens.map(({ start, end }, at) => ({ id: `${sentence + 1}-${at + 1}`, start, end })),
  );
}

interface Column {
  readonly type: string;
  readonly feature: string;
  readonly slot: boolean;
}

/**
 * WebAnno TSV 3.3 of a text with these sentences. `structures` as throughTsv has them. Every annotation has a number
 * of its own in brackets, so that nothing depends on which ones are stacked where.
 */
export function printTsv(
  text: string,
  sentences: readonly TokenSentence[],
  structures: readonly Structure[],
): string {
  const tokens = unitsOf(sentences);
  const byId = new Map(structures.map((structure) => [structure.id, structure]));
  const marks = structures.filter(({ features }) => typeof features.get('begin') === 'number');
  const numbers = new Map(marks.map(({ id }, at) => [id, at + 1]));
  const columns = columnsOf(marks);
  const { parts, units } = placedOn(tokens, marks);
  const address = (id: number) => `${units.get(id)![0]}[${numbers.get(id)!}]`;
  const links = (value: FeatureValue | undefined) =>
    typeof value === 'object' && 'refs' in value ? value.refs.flatMap((ref) => byId.get(ref) ?? []) : [];
  const on = new Map<string, Structure[]>();
  for (const mark of marks) {
    for (const unit of units.get(mark.id)!) {
      const list = on.get(unit);
      if (list) list.push(mark);
      else on.set(unit, [mark]);
    }
  }
  const blank = columns.map(({ slot }) => (slot ? '_\t_\t' : '_\t')).join('');
  const row = ({ id, start, end }: Unit) => {
    const here = on.get(id);
    if (!here) return `${id}\t${start}-${end}\t${text.slice(start, end)}\t${blank}\n`;
    const cells = columns.flatMap(({ type, feature, slot }) => {
      const stacked = here.filter((mark) => mark.type === type);
      if (stacked.length === 0) return slot ? ['_', '_'] : ['_'];
      const values = stacked.map(({ id, features }) => {
        const value = features.get(feature);
        const plain = value === undefined || (typeof value === 'object' && !('texts' in value));
        const list = links(value).map((link) => String(link.features.get('role')));
        const said = slot ? list.map(escapeValue).join(';') : plain ? '' : escapeValue(cellText(value));
        return `${said === '' ? '*' : said}[${numbers.get(id)!}]`;
      });
      if (!slot) return [values.join('|')];
      const targets = stacked.map(({ features }) => {
        const list = links(features.get(feature)).map((link) => {
          const target = link.features.get('target') as { readonly ref: number };
          return address(target.ref);
        });
        return list.length === 0 ? '*' : list.join(';');
      });
      return [values.join('|'), targets.join('|')];
    });
    const line = [id, `${start}-${end}`, text.slice(start, end), ...cells].join('\t');
    return `${line}\t\n`;
  };
  const lines: string[] = [headerOf(columns)];
  let at = 0;
  for (const { start, end, tokens: own } of sentences) {
    lines.push('\n');
    for (const line of text.slice(start, end).split('\n')) lines.push(`#Text=${escapeText(line)}\n`);
    for (const _ of own) {
      const token = tokens[at++]!;
      lines.push(row(token));
      for (const part of parts.get(token.id) ?? []) lines.push(row(part));
    }
  }
  return lines.join('');
}

function headerOf(columns: readonly Column[]): string {
  const types = new Map<string, string[]>();
  for (const { type, feature, slot } of columns) {
    const said = slot ? `ROLE_${type}:${feature}_${linkType(type, feature)}|uima.tcas.Annotation` : feature;
    types.set(type, [...(types.get(type) ?? []), said]);
  }
  const layers = [...types].map(([type, features]) => `#T_SP=${type}|${features.join('|')}\n`);
  return `#FORMAT=WebAnno TSV 3.3\n${layers.join('')}\n`;
}

/** The layers and features that occur, by the alphabet. */
function columnsOf(marks: readonly Structure[]): readonly Column[] {
  const types = new Map<string, Map<string, boolean>>();
  for (const { type, features } of marks) {
    const known = types.get(type) ?? new Map<string, boolean>();
    types.set(type, known);
    for (const [name, value] of features) {
      if (name !== 'begin' && name !== 'end') known.set(name, typeof value === 'object' && 'refs' in value);
    }
  }
  const ordered = [...types].sort(([a], [b]) => (a < b ? -1 : 1));
  return ordered.flatMap(([type, features]) =>
    [...features].sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, slot]) => ({ type, feature, slot })),
  );
}

/** Parts of tokens that are marked, by token; and the units of each mark. */
function placedOn(tokens: readonly Unit[], marks: readonly Structure[]) {
  const covered = marks.map(({ id, features }) => {
    const span = { start: Number(features.get('begin')), end: Number(features.get('end')) };
    return { id, units: coveredUnits(tokens, span) };
  });
  const parts = new Map<string, Unit[]>();
  for (const { units } of covered) {
    for (const { token, part } of units) {
      if (part.start === token.start && part.end === token.end) continue;
      const list = parts.get(token.id) ?? [];
      parts.set(token.id, list);
      if (!list.some(({ start, end }) => start === part.start && end === part.end))
        list.push({ ...part, id: '' });
    }
  }
  for (const [token, list] of parts) {
    list.sort((a, b) => a.start - b.start || a.end - b.end);
    parts.set(
      token,
      list.map((part, at) => ({ ...part, id: `${token}.${at + 1}` })),
    );
  }
  const nameOf = (token: Unit, { start, end }: { start: number; end: number }) =>
    start === token.start && end === token.end
      ? token.id
      : parts.get(token.id)!.find((part) => part.start === start && part.end === end)!.id;
  const units = new Map(
    covered.map(({ id, units }) => [id, units.map(({ token, part }) => nameOf(token, part))]),
  );
  return { parts, units };
}
