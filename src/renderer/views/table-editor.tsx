import { Popover } from 'radix-ui';
import type { RefObject } from 'react';
import { useMemo, useRef } from 'react';
import type { Annotation } from '../../core/project/model';
import type { Column } from '../../core/project/table-columns';
import type { Table } from './table-data';
import { EditAttribute } from './table-edit-attribute';
import { EditCertainty, EditLayer, EditNote } from './table-edit-facts';
import { EditRole } from './table-edit-role';
import { editingOf } from './table-editing';

export interface EditProps {
  readonly annotation: Annotation;
  readonly onDone: () => void;
  /** True once Escape was pressed. */
  readonly escaped: RefObject<boolean>;
}

interface Props extends Omit<EditProps, 'escaped'> {
  readonly table: Table;
  readonly column: Column;
  /** Id of the cell's element. */
  readonly cell: string;
}

/** What opens over a cell to edit it; Escape leaves it as it was. */
export function TableEditor({ table, annotation, column, cell, onDone }: Props) {
  const editing = editingOf(table.project, column, annotation);
  const anchor = useMemo(
    () => ({ current: { getBoundingClientRect: () => rectOf(document.getElementById(cell)) } }),
    [cell],
  );
  const escaped = useRef(false);
  const props = { annotation, onDone, escaped };
  return (
    <Popover.Root open onOpenChange={(open) => !open && onDone()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className="popover table-editor"
          align="start"
          sideOffset={2}
          collisionPadding={12}
          aria-label={`${column.label} of “${annotation.quote}”`}
          onEscapeKeyDown={() => {
            escaped.current = true;
          }}
          // The grid takes the keyboard back by itself.
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {editing.kind === 'layer' && <EditLayer {...props} />}
          {editing.kind === 'attribute' && <EditAttribute {...props} attribute={editing.attribute} />}
          {editing.kind === 'role' && <EditRole {...props} role={editing.role} />}
          {editing.kind === 'certainty' && <EditCertainty {...props} />}
          {editing.kind === 'note' && <EditNote {...props} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const rectOf = (element: Element | null) => element?.getBoundingClientRect() ?? new DOMRect(0, 0, 0, 0);
