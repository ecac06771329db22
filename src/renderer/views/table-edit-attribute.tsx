import { setAttribute } from '../../core/commands/edit-annotation';
import type { Attribute } from '../../core/project/codebook';
import { valueLabel } from '../../core/project/codebook';
import type { AttributeValue } from '../../core/project/model';
import { now, perform } from '../store';
import type { ListChoice } from '../ui/choice-list';
import { ChoiceList } from '../ui/choice-list';
import { EditText } from './table-edit-text';
import type { EditProps } from './table-editor';

/** A value of an attribute with choices as a list writes it; empty = not set. */
const UNSET = '';

/** The choices of an attribute, or null for one that is typed. */
export function choicesOf(attribute: Attribute): readonly ListChoice[] | null {
  if (attribute.kind === 'choice' || attribute.kind === 'multiple')
    return attribute.values.map(({ id, label, description }) => ({ value: id, label, aside: description }));
  if (attribute.kind !== 'scale') return null;
  return Array.from({ length: attribute.max - attribute.min + 1 }, (_, step) => {
    const value = attribute.min + step;
    return { value: String(value), label: valueLabel(attribute, value) };
  });
}

/** A choice as the annotation stores it. */
export function storedValue(attribute: Attribute, choice: string): AttributeValue {
  if (attribute.kind === 'scale' || attribute.kind === 'number') return Number(choice);
  return attribute.kind === 'multiple' ? [choice] : choice;
}

/** What is typed as the annotation stores it: null for nothing, undefined for what is no number. */
export function typedValue(attribute: Attribute, text: string): AttributeValue | null | undefined {
  if (text.trim() === '') return null;
  if (attribute.kind !== 'number') return text;
  return Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** The value of an attribute: one of a list, several of it, or what is typed. */
export function EditAttribute({
  annotation,
  attribute,
  onDone,
  escaped,
}: EditProps & { readonly attribute: Attribute }) {
  const value = annotation.attributes[attribute.id];
  const set = (next: AttributeValue | null) =>
    perform(`set ${attribute.label.toLowerCase()}`, (project) =>
      setAttribute(project, { id: annotation.id, attribute: attribute.id, value: next, at: now() }),
    );
  const choices = choicesOf(attribute);
  if (!choices) {
    return (
      <EditText
        label={attribute.label}
        kind={attribute.kind === 'number' || attribute.kind === 'date' ? attribute.kind : 'text'}
        value={value === undefined ? '' : String(value)}
        onCommit={(text) => {
          const next = typedValue(attribute, text);
          if (next !== undefined) set(next);
        }}
        onDone={onDone}
        escaped={escaped}
      />
    );
  }
  const several = attribute.kind === 'multiple';
  const chosen = Array.isArray(value)
    ? (value as readonly string[])
    : value === undefined
      ? []
      : [String(value)];
  const canUnset =
    !several && (value === undefined || !('default' in attribute && attribute.default !== undefined));
  return (
    <ChoiceList
      label={attribute.label}
      choices={canUnset ? [...choices, { value: UNSET, label: 'not set' }] : choices}
      chosen={several || chosen.length > 0 ? chosen : [UNSET]}
      onPick={(choice) => {
        if (several) {
          const rest = chosen.filter((next) => next !== choice);
          const next = rest.length < chosen.length ? rest : [...chosen, choice];
          set(next.length === 0 ? null : next);
          return;
        }
        set(choice === UNSET ? null : storedValue(attribute, choice));
        onDone();
      }}
    />
  );
}
