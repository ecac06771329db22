import type { Project } from '../../core/project/model';
import type { Selection } from '../../core/project/select';
import { Chips } from '../ui/chips';
import type { Field } from './fields';
import { withPart } from './fields';
import { QueryChoices } from './query-choices';

interface Props {
  readonly field: Field;
  readonly project: Project;
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
  readonly onDone: () => void;
}

/** What opens under a chip: the choices, a field to type in, yes or no, two dates. */
export function QueryAnswer(props: Props) {
  const { field, selection, onChange, onDone } = props;
  if (field.kind === 'choices') return <QueryChoices {...props} />;
  const done = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onDone();
  };
  if (field.kind === 'text') {
    return (
      <div className="query-answer">
        <input
          className="field"
          type="search"
          autoFocus
          aria-label="Words in the passage or the note"
          placeholder="Words in the passage or the note"
          value={selection.text ?? ''}
          onChange={({ target }) => onChange(withPart(selection, 'text', target.value || undefined))}
          onKeyDown={done}
        />
      </div>
    );
  }
  if (field.kind === 'noted') {
    const value = selection.noted === undefined ? 'any' : selection.noted ? 'written' : 'none';
    return (
      <div className="query-answer">
        <Chips
          label="Note"
          options={(['any', 'written', 'none'] as const).map((next) => ({ value: next, label: next }))}
          chosen={[value]}
          onPress={(next) =>
            onChange(withPart(selection, 'noted', next === 'any' ? undefined : next === 'written'))
          }
        />
      </div>
    );
  }
  const date = (key: 'from' | 'to', label: string) => (
    <label>
      {label}
      <input
        className="field"
        type="date"
        autoFocus={key === 'from'}
        value={selection[key] ?? ''}
        onChange={({ target }) => onChange(withPart(selection, key, target.value || undefined))}
        onKeyDown={done}
      />
    </label>
  );
  return (
    <div className="query-answer dates">
      {date('from', 'From')}
      {date('to', 'Until')}
    </div>
  );
}
