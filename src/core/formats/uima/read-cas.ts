import { ID_PATTERN } from '../../project/model';
import { normalise, type Span, splitsSurrogatePair } from '../../text/span';
import type { LinkEnd, Piece, PieceLink, Pieces, PieceValue } from '../marks/piece';
import { CONTINUES } from '../marks/piece';
import { usableName } from '../marks/usable-name';
import { CARRIED, type Cas, type FeatureValue, KEY, PASSAGE, type Structure } from './cas';
import type { CasNames } from './names';

/** What a CAS shows: labelled pieces and links. `odd`: annotations that are nowhere in the text. */
export interface CasPieces extends Pieces {
  readonly odd: number;
  /** Do pieces name the annotations of ours that they are? */
  readonly keyed: boolean;
}

/** Types that cut the text up, or are about the file: no marks of a reader. */
const STRUCTURAL =
  /^(?:uima\.|de\.tudarmstadt\.ukp\.dkpro\.core\.api\.(?:segmentation|metadata)\.type\.|de\.tudarmstadt\.ukp\.clarin\.webanno\.api\.type\.|org\.dkpro\.core\.api\.(?:xml|pdf)\.type\.)/;
const OF_THEMSELVES = new Set(['begin', 'end', 'sofa', 'note', KEY]);
const LINK_ENDS = ['Governor', 'Dependent'] as const;

/**
 * The pieces of a CAS: every annotation that is in the index but tokens, sentences and the like. Slots and other
 * references are links; relations (with Governor and Dependent) are links too, named by their first value.
 */
export function readPieces(
  { text, structures, members }: Pick<Cas, 'text' | 'structures' | 'members'>,
  names: CasNames,
): CasPieces {
  const byId = new Map(structures.map((structure) => [structure.id, structure]));
  const linked = slotTargets(structures, byId);
  const keys = new Map<number, string>();
  const used = new Set<string>();
  const spans = new Map<number, Span>();
  const shown: Structure[] = [];
  const relations: Structure[] = [];
  let odd = 0;
  for (const structure of structures) {
    const { id, type, features } = structure;
    if (!members.has(id) || STRUCTURAL.test(type) || type === CARRIED) continue;
    if (LINK_ENDS.every((end) => refOf(features.get(end)) !== undefined)) {
      relations.push(structure);
      continue;
    }
    const placed = features.has('begin') || features.has('end');
    const span = placed ? spanOf(text, features) : null;
    if ((placed && !span) || (!placed && features.has('first'))) {
      if (placed) odd++;
      continue;
    }
    if (span) spans.set(id, span);
    if (type === PASSAGE && linked.has(id)) continue;
    const own = features.get(KEY);
    const key = typeof own === 'string' && own !== '' && !used.has(own) ? own : `fs ${id}`;
    used.add(key);
    keys.set(id, key);
    shown.push(structure);
  }
  const pieces: Piece[] = [];
  const links: PieceLink[] = [];
  for (const { id, type, features } of shown) {
    const from = keys.get(id)!;
    const label = names.layerOf(type);
    const values: PieceValue[] = [];
    const passages = new Map<string, Span[]>();
    const to = (role: string, end: LinkEnd) => links.push({ from, role, to: end });
    for (const [feature, value] of features) {
      if (OF_THEMSELVES.has(feature)) continue;
      const meaning = names.meaningOf(label, feature);
      const refs = refsOf(value);
      for (const ref of refs) {
        const target = byId.get(ref);
        const slot =
          target && !keys.has(ref) && !spans.has(ref) ? refOf(target.features.get('target')) : undefined;
        const said = slot === undefined ? undefined : target!.features.get('role');
        const named =
          meaning?.kind === 'role' ? meaning.id : typeof said === 'string' && said !== '' ? said : feature;
        const role = usableName(feature === 'continues' ? CONTINUES : named, 'link');
        const end = slot ?? ref;
        const key = keys.get(end);
        if (key !== undefined) to(role, { piece: key });
        else if (byId.get(end)?.type === PASSAGE && spans.has(end)) {
          const of = byId.get(end)!.features.get('of');
          const group = JSON.stringify([role, typeof of === 'string' && of !== '' ? of : end]);
          passages.set(group, [...(passages.get(group) ?? []), spans.get(end)!]);
        }
      }
      if (typeof value === 'object' && 'texts' in value) {
        const ends = value.texts.map(readEntry);
        if (ends.length > 0 && ends.every((end) => end !== undefined) && meaning?.kind !== 'attribute') {
          const role = meaning?.id ?? usableName(feature.replace(/Entry$/, ''), 'link');
          for (const end of ends) if (end) to(role, end);
        } else if (value.texts.length > 0)
          values.push({ name: valueName(meaning, feature), value: value.texts });
      } else if (typeof value !== 'object' && value !== '') {
        values.push({ name: valueName(meaning, feature), value });
      }
    }
    for (const [group, list] of passages) to(JSON.parse(group)[0], { spans: normalise(list) });
    const note = features.get('note');
    const span = spans.get(id);
    pieces.push({
      key: from,
      label,
      spans: span ? [span] : [],
      values: values.sort((a, b) => (a.name < b.name ? -1 : 1)),
      note: typeof note === 'string' ? note : '',
    });
  }
  for (const { type, features } of relations) {
    const [from, to] = LINK_ENDS.map((end) => keys.get(refOf(features.get(end))!));
    const said = [...features].find(
      ([name, value]) => typeof value === 'string' && value !== '' && name !== KEY,
    )?.[1];
    const role = usableName(typeof said === 'string' ? said : names.layerOf(type), 'link');
    if (from !== undefined && to !== undefined) links.push({ from, role, to: { piece: to } });
    else odd++;
  }
  return { pieces, links, odd, keyed: shown.some(({ features }) => features.has(KEY)) };
}

function valueName(meaning: ReturnType<CasNames['meaningOf']>, feature: string): string {
  return meaning?.kind === 'attribute' ? meaning.id : usableName(feature, 'value');
}

/** What slots of the file lead to. */
function slotTargets(
  structures: readonly Structure[],
  byId: ReadonlyMap<number, Structure>,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { features } of structures) {
    for (const value of features.values()) {
      for (const ref of refsOf(value)) found.add(refOf(byId.get(ref)?.features.get('target')) ?? ref);
    }
  }
  return found;
}

/** The place of an annotation, or null when it is none of the text. */
function spanOf(text: string, features: Structure['features']): Span | null {
  const [start, end] = [features.get('begin') ?? 0, features.get('end') ?? 0];
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return null;
  if (start < 0 || end > text.length || start >= end) return null;
  return splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end) ? null : { start, end };
}

function refOf(value: FeatureValue | undefined): number | undefined {
  return typeof value === 'object' && 'ref' in value ? value.ref : undefined;
}

function refsOf(value: FeatureValue): readonly number[] {
  if (typeof value !== 'object') return [];
  return 'ref' in value ? [value.ref] : 'refs' in value ? value.refs : [];
}

/** The entry of a register that a text names; null for the author, undefined for anything else. */
function readEntry(text: string): LinkEnd | null | undefined {
  if (text === 'author') return null;
  const [, kind, id, name = ''] = /^(speaker|claim):(\S+)(?: (.*))?$/s.exec(text) ?? [];
  if (id === undefined || !ID_PATTERN.test(id)) return undefined;
  return kind === 'speaker' ? { speaker: id, name } : { claim: id, wording: name };
}
