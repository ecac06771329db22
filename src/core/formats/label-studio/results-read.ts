import type { Codebook } from '../../project/codebook';
import { layerOf } from '../../project/codebook';
import type { AttributeValue } from '../../project/model';
import type { Span } from '../../text/span';
import { valueOfTexts } from '../attribute-values';
import type { Piece, PieceLink, Pieces } from '../marks/piece';
import { usableName } from '../marks/usable-name';
import { type Json, listOf, record, wordsIn } from '../web-json';
import { controlName, valueOfControl } from './controls';

/** A region before its offsets are looked up. */
export interface Region {
  readonly id: string;
  readonly labels: string[];
  readonly place: Span;
  /** The words that the file says are there, if it says so. */
  quote: string | undefined;
  readonly values: Map<string, AttributeValue>;
  readonly notes: string[];
}

/** What the results of one annotation say. */
export interface Results {
  readonly regions: readonly Region[];
  readonly relations: readonly { readonly from: string; readonly to: string; readonly role: string }[];
  /** Values of the text as a whole. */
  readonly whole: ReadonlyMap<string, AttributeValue>;
  /** How many results are of kinds that are no marks in plain text. */
  readonly odd: number;
}

/** Reads a `result` list. Results of one id are one region: its labels, and what other controls say of it. */
export function readResults(result: unknown): Results {
  const regions = new Map<string, Region>();
  const relations: Results['relations'][number][] = [];
  const whole = new Map<string, AttributeValue>();
  let odd = 0;
  for (const [at, item] of listOf(result).entries()) {
    const { type, id, from_name, value: said, meta } = record(item);
    const value = record(said);
    if (type === 'relation') relations.push(...relationsOf(record(item)));
    else if (typeof type !== 'string') odd++;
    else {
      const key = typeof id === 'string' || typeof id === 'number' ? String(id) : `region ${at + 1}`;
      const placed = typeof value.start === 'number' && typeof value.end === 'number';
      const region = regions.get(key) ?? (placed ? regionAt(key, value) : undefined);
      if (region) regions.set(key, region);
      const labels = /labels$/.test(type) ? listOf(value[type] ?? value.labels).map(wordsIn) : undefined;
      if (labels && !region) odd++;
      else if (labels) {
        region!.labels.push(...labels);
        if (typeof value.text === 'string') region!.quote = value.text;
      } else {
        const found = valueOfControl(type, value);
        if (found !== undefined) (region?.values ?? whole).set(wordsIn(from_name ?? type), found);
      }
      region?.notes.push(...listOf(record(meta).text).filter((note) => typeof note === 'string'));
    }
  }
  return { regions: [...regions.values()], relations, whole, odd };
}

function regionAt(id: string, { start, end }: Json): Region {
  return {
    id,
    labels: [],
    place: { start: start as number, end: end as number },
    quote: undefined,
    values: new Map(),
    notes: [],
  };
}

function relationsOf({ from_id, to_id, direction, labels }: Json): Results['relations'] {
  const [from, to] = direction === 'left' ? [to_id, from_id] : [from_id, to_id];
  const roles = listOf(labels).map((label) => usableName(wordsIn(label), 'related'));
  return (roles.length > 0 ? roles : ['related']).map((role) => ({
    from: wordsIn(from),
    to: wordsIn(to),
    role,
  }));
}

/** The pieces that regions are, placed by `spanOf` (null = nowhere in the text), in the terms of the codebook. */
export function piecesOf(
  { regions, relations }: Results,
  codebook: Codebook,
  spanOf: (region: Region) => Span | null,
): Pieces {
  const pieces = regions.flatMap((region): readonly Piece[] => {
    const span = spanOf(region);
    if (!span) return [];
    const [first = 'region', ...others] = [...new Set(region.labels)].map((label) =>
      usableName(label, 'label'),
    );
    const spans = [span];
    const piece = { key: region.id, label: first, spans, note: region.notes.join('\n') };
    const more = others.map((label, at) => ({
      key: `${region.id} ${at + 2}`,
      label,
      spans,
      values: [],
      note: '',
    }));
    return [{ ...piece, values: valuesOf(region.values, first, codebook) }, ...more];
  });
  const links = relations.map(({ from, to, role }): PieceLink => ({ from, role, to: { piece: to } }));
  return { pieces, links };
}

/** The values of controls as attributes: of the codebook's kind where it knows them, else as they are. */
export function valuesOf(
  values: ReadonlyMap<string, AttributeValue>,
  layer: string,
  codebook: Codebook,
): Piece['values'] {
  const known = layerOf(codebook, layer)?.attributes ?? [];
  return [...values].flatMap(([control, value]) => {
    const attribute = known.find(({ id }) => controlName(codebook, layer, id) === control);
    const name = attribute?.id ?? usableName(control, 'attribute');
    const texts = typeof value === 'object' ? value : [String(value)];
    const typed = attribute
      ? valueOfTexts(texts, attribute)
      : typeof value === 'object' && value.length === 1
        ? value[0]
        : value;
    return typed === undefined ? [] : [{ name, value: typed }];
  });
}
