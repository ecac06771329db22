import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { sameValue } from '../../core/change/same-value';
import type { Project } from '../../core/project/model';
import type { SavedQuery, Selection } from '../../core/project/select';
import { isEditable, useStore } from '../store';
import { isEverything } from './fields';
import { SaveQuery } from './save-query';
import { SavedQueryRow } from './saved-query-row';

interface Props {
  readonly project: Project;
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
}

const NONE: readonly SavedQuery[] = [];

/** The questions that were given a name: to be asked again, kept, renamed, forgotten. */
export function SavedQueries({ project, selection, onChange }: Props) {
  const editable = useStore(isEditable);
  const [open, setOpen] = useState(false);
  const queries = project.info.queries ?? NONE;
  const current = queries.find((query) => sameValue(query.selection, selection));
  const apply = (query: SavedQuery) => {
    onChange(query.selection);
    setOpen(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className={current ? 'query-chip menu on' : 'query-chip menu'}>
          <span className="clip">{current ? `Saved: ${current.name}` : 'Saved'}</span>
          <ChevronDown aria-hidden="true" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover saved-queries"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Saved filters"
        >
          {queries.length === 0 ? (
            <p className="none">
              A filter that you give a name stays here, for everybody who opens the project.
            </p>
          ) : (
            <ul>
              {queries.map((query) => (
                <SavedQueryRow
                  key={query.id}
                  query={query}
                  project={project}
                  editable={editable}
                  current={query === current}
                  onApply={() => apply(query)}
                />
              ))}
            </ul>
          )}
          {editable && !isEverything(selection) && !current && (
            <SaveQuery selection={selection} queries={queries} onDone={() => setOpen(false)} />
          )}
          {isEverything(selection) && queries.length === 0 && (
            <p className="none">Choose a filter first, then save it here.</p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
