import { X } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { Project } from '../../core/project/model';
import type { Selection } from '../../core/project/select';
import type { Field } from './fields';
import { isAsked, without } from './fields';
import { QueryAnswer } from './query-answer';
import { conditionWords } from './words';

interface Props {
  readonly field: Field;
  readonly project: Project;
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Where the keyboard goes when this chip goes. */
  readonly onGone: () => void;
}

/** One condition as a chip that reads like a sentence; it opens to be changed, and its x takes it away. */
export function QueryChip({ field, project, selection, onChange, open, onOpen, onGone }: Props) {
  const asked = isAsked(field, selection);
  const words = conditionWords(project, field, selection);
  const remove = () => {
    onChange(without(field, selection));
    onGone();
  };
  return (
    <Popover.Root open={open} onOpenChange={onOpen}>
      <span className={asked ? 'query-chip on' : 'query-chip'} data-field={field.id}>
        <Popover.Trigger asChild>
          <button
            type="button"
            className="query-condition"
            title={`${field.label}: ${words}`}
            onKeyDown={(event) => {
              if (!asked || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
              event.preventDefault();
              event.stopPropagation();
              remove();
            }}
          >
            {field.label} <b>{words}</b>
          </button>
        </Popover.Trigger>
        {asked && (
          <button
            type="button"
            className="query-remove"
            aria-label={`Remove ${field.label} ${words}`}
            onClick={remove}
          >
            <X aria-hidden="true" />
          </button>
        )}
      </span>
      <Popover.Portal>
        <Popover.Content
          className="popover"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={field.label}
        >
          <QueryAnswer
            field={field}
            project={project}
            selection={selection}
            onChange={onChange}
            onDone={() => onOpen(false)}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
