import { setStatus } from '../../core/commands/edit-annotation';
import type { Attribute, Role } from '../../core/project/codebook';
import { layerOf } from '../../core/project/codebook';
import { SAME_CLAIM } from '../../core/project/matching';
import type { Annotation, Project } from '../../core/project/model';
import { partyRoles } from '../../core/project/parties';
import type { Column } from '../../core/project/table-columns';
import { attributeIn } from '../../core/project/table-columns';
import { isEditable, notify, now, perform, state } from '../store';
import type { Table } from './table-data';
import { openRow } from './table-move';
import { setTable, tableState } from './table-store';

/** How a cell is edited. */
export type Editing =
  | { readonly kind: 'layer' }
  | { readonly kind: 'attribute'; readonly attribute: Attribute }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'status' }
  | { readonly kind: 'certainty' }
  | { readonly kind: 'note' }
  /** The annotation's layer has nothing there; `why` says so in a sentence. */
  | { readonly kind: 'nothing'; readonly why: string }
  /** It belongs to the article or to the work, and is not edited here. */
  | { readonly kind: 'elsewhere' };

/** How a cell of an annotation is edited. */
export function editingOf({ codebook }: Project, column: Column, annotation: Annotation): Editing {
  const layer = layerOf(codebook, annotation.layer);
  const nothing = (what: string): Editing => ({
    kind: 'nothing',
    why: `The layer ${layer?.label ?? annotation.layer} has no ${what}.`,
  });
  switch (column.id) {
    case 'layer':
    case 'status':
    case 'certainty':
    case 'note':
      return { kind: column.id };
    case 'speaker':
    case 'about': {
      const side = column.id === 'about' ? 'about' : 'behind';
      const role = layer && partyRoles(codebook, layer.id).find((next) => next.side === side)?.role;
      return role ? { kind: 'role', role } : nothing(`“${column.label.toLowerCase()}”`);
    }
    case 'claim': {
      const role = layer?.roles.find(({ id }) => id === SAME_CLAIM);
      return role ? { kind: 'role', role } : nothing('link to the claim register');
    }
    case 'passage':
    case 'article':
    case 'outlet':
    case 'date':
    case 'annotator':
    case 'changed':
    case 'version':
      return { kind: 'elsewhere' };
    default: {
      const attribute = attributeIn(codebook, column, annotation.layer);
      return attribute ? { kind: 'attribute', attribute } : nothing(`“${column.label.toLowerCase()}”`);
    }
  }
}

/**
 * Begins to edit the cell under the cursor. A status just turns; what is not edited here is looked at where
 * it stands, when `orOpen`.
 */
export function beginEditing(table: Table, orOpen: boolean): void {
  const { row, column } = tableState();
  const annotation = table.rows[row];
  const at = table.columns[column];
  if (!annotation || !at) return;
  const editing = editingOf(table.project, at, annotation);
  if (editing.kind === 'elsewhere') {
    if (orOpen) openRow(table, row);
    else notify(`“${at.label}” is not edited in the table. Ctrl Enter goes to the passage.`);
  } else if (!isEditable(state())) {
    notify(`Not changed: ${state().open?.readOnly ?? 'no project is open'}`, 'error');
  } else if (editing.kind === 'nothing') {
    notify(editing.why);
  } else if (editing.kind === 'status') {
    const status = annotation.status === 'final' ? 'draft' : 'final';
    perform(`mark ${status}`, (project) => setStatus(project, { id: annotation.id, status, at: now() }));
  } else {
    setTable({ editing: true });
  }
}
