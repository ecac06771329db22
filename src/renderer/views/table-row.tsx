import { memo } from 'react';
import type { Annotation } from '../../core/project/model';
import type { Column } from '../../core/project/table-columns';
import { colourOf } from '../reader/card';
import type { Table } from './table-data';
import { HEAD } from './table-widths';
import { cellWords } from './table-words';

interface Props {
  readonly annotation: Annotation;
  readonly columns: readonly Column[];
  readonly cells: Table['cells'];
  readonly index: number;
  /** Where it stands among all rows (CSS px). */
  readonly top: number;
  readonly chosen: boolean;
  /** The column the cursor is in, or -1 when it is in another row. */
  readonly cursor: number;
}

/** The id of a cell's element, for the cell cursor. Row -1 is the head. */
export const cellId = (row: number, column: number) => `cell-${row}-${column}`;

/**
 * One annotation as a row. It listens to nothing by itself, neither the store nor the pointer, so that
 * drawing one costs as little as its texts.
 */
export const TableRow = memo(function TableRow(props: Props) {
  const { annotation, columns, cells, index, top, chosen, cursor } = props;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the cell
    <div
      role="row"
      className={chosen ? 'table-row chosen' : 'table-row'}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      style={{ transform: `translateY(${top - HEAD}px)` }}
    >
      <span className="table-tick" aria-hidden="true">
        <i className={chosen ? 'tickbox on' : 'tickbox'} />
      </span>
      {columns.map((column, at) => {
        const { text, quiet, title } = cellWords(cells, column, annotation);
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the cell
          <div
            key={column.id}
            role="gridcell"
            // Only the cell under the cursor is ever looked for by its id.
            id={at === cursor ? cellId(index, at) : undefined}
            aria-colindex={at + 1}
            data-column={at}
            title={title}
            className={`table-cell ${quiet ? 'quiet ' : ''}${at === cursor ? 'here ' : ''}${column.id === 'passage' ? 'passage' : ''}`}
          >
            {column.id === 'layer' && <Swatch annotation={annotation} cells={cells} />}
            {text}
          </div>
        );
      })}
    </div>
  );
});

function Swatch({ annotation, cells }: Pick<Props, 'annotation' | 'cells'>) {
  const layer = cells.project.codebook.layers.find(({ id }) => id === annotation.layer);
  return <i className={`swatch k-${colourOf(annotation, layer)}`} />;
}
