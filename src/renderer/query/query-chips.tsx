import { useMemo, useRef, useState } from 'react';
import type { Project } from '../../core/project/model';
import type { Selection } from '../../core/project/select';
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
  // A chip that was just asked for stands last, until it is a condition and takes its place.
  const shown = fields.filter((field) => standing.includes(field.id) || isAsked(field, selection));
  const asked = fields.find(({ id }) => id === open);
  if (asked && !shown.includes(asked)) shown.push(asked);
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
