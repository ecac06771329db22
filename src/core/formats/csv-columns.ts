import { joinEscaped, splitEscaped } from './escaped-list';
import type { Part } from './part';
import { annotationsIn } from './part';

/** Columns before and after those of the codebook, in the order in which they are written. */
export const FIRST_COLUMNS = [
  'article_id',
  'article_title',
  'standfirst',
  'byline',
  'outlet',
  'url',
  'published_at',
  'language',
  'article_sha256',
  'annotation_id',
  'layer',
  'quote',
  'prefix',
  'suffix',
  'start',
  'end',
  'passages',
  'offset_unit',
] as const;

export const LAST_COLUMNS = [
  'note',
  'certainty',
  'status',
  'annotator_id',
  'annotator',
  'codebook_version',
  'created_at',
  'updated_at',
] as const;

/** What a column of the codebook's part holds. */
export type CodebookColumn =
  | { readonly layer: string; readonly attribute: string }
  | { readonly layer: string; readonly role: string; readonly part: RolePart };

/** A role has its targets' names, and beside them what they are; then the names that it inherits. */
const ROLE_PARTS = ['name', 'id', 'inherited'] as const;
export type RolePart = (typeof ROLE_PARTS)[number];

/**
 * The columns of the codebook: `claim.kind` for attributes, `claim.made-by.name`, `.id` and `.inherited` for
 * roles. All of every layer that is switched on or occurs, so that exports of one project can be stacked;
 * then what annotations have although the codebook does not know it.
 */
export function codebookColumns(part: Part): readonly CodebookColumn[] {
  const { layers } = part.whole.codebook;
  const used = new Map<string, { attributes: Set<string>; roles: Set<string> }>();
  for (const { layer, attributes, roles } of annotationsIn(part)) {
    const found = used.get(layer) ?? { attributes: new Set(), roles: new Set() };
    used.set(layer, found);
    for (const id of Object.keys(attributes)) found.attributes.add(id);
    for (const id of Object.keys(roles)) found.roles.add(id);
  }
  const known = layers.filter(({ id, on }) => on || used.has(id)).map(({ id }) => id);
  const unknown = [...used.keys()].filter((id) => !known.includes(id)).sort();
  return [...known, ...unknown].flatMap((layer): CodebookColumn[] => {
    const defined = layers.find(({ id }) => id === layer);
    const inherits = new Set(defined?.roles.filter((role) => role.inherits).map(({ id }) => id));
    const merge = (ids: readonly string[] = [], found: ReadonlySet<string> = new Set()) => [
      ...ids,
      ...[...found].filter((id) => !ids.includes(id)).sort(),
    ];
    const attributes = merge(
      defined?.attributes.map(({ id }) => id),
      used.get(layer)?.attributes,
    );
    const roles = merge(
      defined?.roles.map(({ id }) => id),
      used.get(layer)?.roles,
    );
    return [
      ...attributes.map((attribute) => ({ layer, attribute })),
      ...roles.flatMap((role) =>
        ROLE_PARTS.filter((name) => name !== 'inherited' || inherits.has(role)).map((name) => ({
          layer,
          role,
          part: name,
        })),
      ),
    ];
  });
}

/** The header of a codebook column. Dots and backslashes inside ids have a backslash before them. */
export function columnName(column: CodebookColumn): string {
  const steps =
    'attribute' in column ? [column.layer, column.attribute] : [column.layer, column.role, column.part];
  return joinEscaped(steps, '.');
}

/** The column that a header names, or undefined when it is none of the codebook's. */
export function columnNamed(name: string): CodebookColumn | undefined {
  const steps = splitEscaped(name, '.');
  const [layer, id, last] = steps;
  if (layer === undefined || id === undefined || steps.length > 3) return undefined;
  if (last === undefined) return { layer, attribute: id };
  const part = ROLE_PARTS.find((known) => known === last);
  return part && { layer, role: id, part };
}
