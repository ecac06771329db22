import { useMemo, useRef, useState } from 'react';
import type { Project } from '../../core/project/model';
import type { Selection } from '../../core/project/select';
import type { Field } from './fields';
import { fieldsOf, isAsked, isEverything } from './fields';
import { QueryAdd } from './query-add';
import { QueryChip } from './query-chip';

interface Props {
  readonly project: Project;
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
  /** Conditions that have a chip also when nothing is asked in them. */
  readonly standing?: readonly string[];
}

const STANDING: readonly string[] = ['layer', 'speaker', 'outlet', 'status'];

/** A question to the annotations, put together of chips. */
export function QueryChips({ project, selection, onChange, standing = STANDING }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const fields = useMemo(() => fieldsOf(project, selection), [project, selection]);
  const wanted = fields.filter(
    (field) => standing.includes(field.id) || field.id === open || isAsked(field, selection),
  );
  // Chips stay where they are; new ones come after them.
  const order = useRef<readonly string[]>(standing);
  const shown = inOrder(wanted, order.current);
  order.current = shown.map(({ id }) => id);
  const toAdd = () => add.current?.focus();
  return (
    <div className="query-chips" role="group" aria-label="Filter">
      {shown.map((field) => (
        <QueryChip
          key={field.id}
          field={field}
          project={project}
          selection={selection}
          onChange={onChange}
          open={open === field.id}
          onOpen={(next) => setOpen(next ? field.id : null)}
          onGone={toAdd}
        />
      ))}
      <QueryAdd
        button={add}
        fields={fields.filter((field) => !shown.includes(field))}
        onPick={({ id }) => setOpen(id)}
      />
      {!isEverything(selection) && (
        <button
          type="button"
          className="text-button query-clear"
          onClick={() => {
            onChange({});
            toAdd();
          }}
        >
          Clear
        </button>
      )}
    </div>
  );
}

/** The fields in the order given, and those not named there after them. */
function inOrder(fields: readonly Field[], order: readonly string[]): readonly Field[] {
  const place = ({ id }: Field) => (order.includes(id) ? order.indexOf(id) : order.length);
  return fields.toSorted((a, b) => place(a) - place(b));
}
