import { X } from 'lucide-react';
import { useMemo } from 'react';
import { isEditable, now, setState, useStore } from '../store';
import { BulkButton } from './table-bulk-button';
import { attributesOf, PickCertainty, PickLayer, PickValue } from './table-bulk-pick';
import { deletePlan, statusPlan } from './table-bulk-plans';
import { PickSpeaker } from './table-bulk-speaker';
import { copyRows } from './table-copy';
import type { Table } from './table-data';
import { chosenRows } from './table-data';
import { chooseNone } from './table-move';
import { useTable } from './table-store';

const focusGrid = () => document.querySelector<HTMLElement>('.table-grid')?.focus({ preventScroll: true });

/** What can be done to the rows that are chosen; it floats over the foot of the table. */
export function TableBulk({ table }: { table: Table }) {
  const chosen = useTable((state) => state.chosen);
  const editable = useStore(isEditable);
  const rows = useMemo(() => chosenRows(table.rows, chosen), [table.rows, chosen]);
  const { project } = table;
  const attributes = useMemo(() => attributesOf(project, rows), [project, rows]);
  if (rows.length === 0) return null;
  const oneLayer = rows.every(({ layer }) => layer === rows[0]!.layer);
  const name = oneLayer && attributes[0] ? attributes[0].label.toLowerCase() : 'value';
  const status = rows.every((row) => row.status === 'final') ? 'draft' : 'final';
  const props = { project, rows, onDone: focusGrid };
  return (
    <div className="table-bulk" role="toolbar" aria-label="Chosen rows">
      <span className="how-many" role="status">
        <b>{rows.length.toLocaleString()}</b> selected
      </span>
      {editable && (
        <>
          {attributes.length > 0 && (
            <BulkButton {...props} doing="value" label={`Set ${name}…`} pick={PickValue} />
          )}
          <BulkButton {...props} doing="speaker" label="Set speaker…" pick={PickSpeaker} />
          <BulkButton {...props} doing="layer" label="Change layer…" pick={PickLayer} />
          <BulkButton
            {...props}
            doing="status"
            label={`Mark ${status}`}
            plan={() => statusPlan(rows, status, now())}
          />
          <BulkButton {...props} doing="certainty" label="Certainty…" pick={PickCertainty} />
        </>
      )}
      <button
        type="button"
        className="bulk-button"
        onClick={() => {
          copyRows(table);
          focusGrid();
        }}
      >
        Copy
      </button>
      <button
        type="button"
        className="bulk-button"
        onClick={() => setState({ dialog: { kind: 'export', annotations: rows.map(({ id }) => id) } })}
      >
        Export these…
      </button>
      {editable && (
        <BulkButton
          {...props}
          doing="delete"
          label="Delete"
          plan={() => deletePlan(project, rows, now())}
          onDone={() => {
            chooseNone();
            focusGrid();
          }}
        />
      )}
      <button
        type="button"
        className="icon-button"
        aria-label="Choose none"
        title="Choose none"
        onClick={() => {
          chooseNone();
          focusGrid();
        }}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}
