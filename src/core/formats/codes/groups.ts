import type { Span } from '../../text/span';
import { append } from '../marks/append';
import type { Piece, PieceValue } from '../marks/piece';
import type { Meaning } from './code';

/** A passage, or a whole text, coded with one code. */
export interface Coding {
  /** What it is referred to by; '' = nothing. */
  readonly key: string;
  readonly meaning: Meaning;
  readonly by?: string | undefined;
  /** ISO 8601. */
  readonly at?: string | undefined;
  readonly notes: readonly string[];
}

/** Codings of one passage that are one annotation: of one layer, by one person. */
export interface Group {
  readonly layer: string;
  readonly codings: readonly Coding[];
}

/**
 * Codings of one passage by the annotations they make. Those with codes of one layer, by one person, are values of one
 * annotation; coding with the layer itself once more is another.
 */
export function groupsOf(codings: readonly Coding[]): readonly Group[] {
  const groups: Group[] = [];
  const open = new Map<string, { readonly codings: Coding[]; hasLayer: boolean }>();
  for (const coding of codings) {
    const { layer, attribute } = coding.meaning;
    const isLayer = attribute === undefined;
    const whose = JSON.stringify([layer, coding.by]);
    let group = open.get(whose);
    if (!group || (isLayer && group.hasLayer)) {
      group = { codings: [], hasLayer: false };
      open.set(whose, group);
      groups.push({ layer, codings: group.codings });
    }
    group.codings.push(coding);
    group.hasLayer ||= isLayer;
  }
  return groups;
}

/** The piece that a group is. `takesMany`: may the attribute hold several values? If not, the last one counts. */
export function pieceOf(
  key: string,
  { layer, codings }: Group,
  spans: readonly Span[],
  note: string,
  takesMany: (layer: string, attribute: string) => boolean,
): Piece {
  const values = new Map<string, (string | number)[]>();
  for (const { meaning } of codings) {
    const { attribute, value } = meaning;
    if (attribute === undefined || (typeof value !== 'string' && typeof value !== 'number')) continue;
    append(values, attribute, value);
  }
  const typed = [...values].map(([name, list]): PieceValue => {
    return { name, value: takesMany(layer, name) ? list.map(String) : list.at(-1)! };
  });
  const { by, at } = codings[0]!;
  const notes = [note, ...codings.flatMap((coding) => coding.notes)].filter((text) => text.trim() !== '');
  return {
    key,
    label: layer,
    spans,
    values: typed.sort((a, b) => (a.name < b.name ? -1 : 1)),
    note: notes.join('\n\n'),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
  };
}
