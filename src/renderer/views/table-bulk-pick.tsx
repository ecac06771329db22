import { useMemo, useState } from 'react';
import type { Attribute } from '../../core/project/codebook';
import { layerOf } from '../../core/project/codebook';
import type { Annotation, Project } from '../../core/project/model';
import { CERTAINTIES } from '../../core/project/model';
import { now } from '../store';
import type { ListChoice } from '../ui/choice-list';
import { ChoiceList } from '../ui/choice-list';
import type { Plan } from './table-bulk-plans';
import { attributePlan, certaintyPlan, layerPlan } from './table-bulk-plans';
import { choicesOf, storedValue, typedValue } from './table-edit-attribute';

export interface PickProps {
  readonly project: Project;
  readonly rows: readonly Annotation[];
  readonly onPlan: (plan: Plan) => void;
}

/** The attributes that any of the rows has, those of the most frequent layer first. */
export function attributesOf(project: Project, rows: readonly Annotation[]): readonly Attribute[] {
  const counts = new Map<string, number>();
  for (const { layer } of rows) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  const layers = [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => layerOf(project.codebook, id));
  const found = new Map<string, Attribute>();
  for (const attribute of layers.flatMap((layer) => layer?.attributes ?? [])) {
    if (!found.has(attribute.id)) found.set(attribute.id, attribute);
  }
  return [...found.values()];
}

/** The values of all attributes in one list, to be found by typing either; what is typed freely has a field. */
export function PickValue({ project, rows, onPlan }: PickProps) {
  const attributes = useMemo(() => attributesOf(project, rows), [project, rows]);
  const [typed, setTyped] = useState<Attribute | null>(null);
  if (typed) return <TypeValue attribute={typed} project={project} rows={rows} onPlan={onPlan} />;
  const choices = attributes.flatMap((attribute): ListChoice[] => {
    const group = attribute.label;
    const own = choicesOf(attribute)?.map((choice) => ({ ...choice, group })) ?? [
      { value: 'typed', label: 'Type a value…', group },
    ];
    const list = [...own, { value: 'unset', label: 'not set', group }];
    return list.map((choice) => ({ ...choice, value: `${attribute.id} ${choice.value}`, aside: undefined }));
  });
  return (
    <ChoiceList
      label="Set to"
      choices={choices}
      chosen={[]}
      onPick={(picked) => {
        const attribute = attributes.find(({ id }) => picked.startsWith(`${id} `))!;
        const choice = picked.slice(attribute.id.length + 1);
        if (choice === 'typed' && !choicesOf(attribute)) return setTyped(attribute);
        const value = choice === 'unset' ? null : storedValue(attribute, choice);
        onPlan(attributePlan(project, rows, attribute, value, now()));
      }}
    />
  );
}

function TypeValue({ attribute, project, rows, onPlan }: PickProps & { readonly attribute: Attribute }) {
  return (
    <form
      className="edit-text"
      onSubmit={(event) => {
        event.preventDefault();
        const text = String(new FormData(event.currentTarget).get('value'));
        const value = typedValue(attribute, text);
        if (value !== undefined) onPlan(attributePlan(project, rows, attribute, value, now()));
      }}
    >
      <input
        className="field"
        name="value"
        type={attribute.kind === 'number' || attribute.kind === 'date' ? attribute.kind : 'text'}
        step="any"
        autoFocus
        aria-label={attribute.label}
        placeholder={attribute.label}
      />
      <small>Enter goes on.</small>
    </form>
  );
}

/** A layer that is on. */
export function PickLayer({ project, rows, onPlan }: PickProps) {
  const layers = project.codebook.layers.filter(({ on }) => on);
  return (
    <ChoiceList
      label="Change to"
      choices={layers.map(({ id, label, colour }) => ({ value: id, label, swatch: colour }))}
      chosen={[]}
      onPick={(id) => onPlan(layerPlan(project, rows, layerOf(project.codebook, id)!, now()))}
    />
  );
}

/** How sure. */
export function PickCertainty({ rows, onPlan }: PickProps) {
  return (
    <ChoiceList
      label="Certainty"
      choices={CERTAINTIES.map((value) => ({ value, label: value }))}
      chosen={[]}
      onPick={(picked) => onPlan(certaintyPlan(rows, CERTAINTIES.find((each) => each === picked)!, now()))}
    />
  );
}
