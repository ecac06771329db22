import { changeLayer, setCertainty, setNote } from '../../core/commands/edit-annotation';
import { fits } from '../../core/commands/relayer';
import { CERTAINTIES } from '../../core/project/model';
import { now, perform, useStore } from '../store';
import { ChoiceList } from '../ui/choice-list';
import { EditText } from './table-edit-text';
import type { EditProps } from './table-editor';

/** Another layer, of those that are on and can take the annotation. */
export function EditLayer({ annotation, onDone }: EditProps) {
  const layers = useStore((state) => state.project!.codebook.layers);
  const { id } = annotation;
  return (
    <ChoiceList
      label="Change to"
      choices={layers
        .filter((layer) => (layer.on || layer.id === annotation.layer) && fits(annotation, layer))
        .map((layer) => ({ value: layer.id, label: layer.label, swatch: layer.colour }))}
      chosen={[annotation.layer]}
      onPick={(layer) => {
        const label = layers.find((next) => next.id === layer)!.label.toLowerCase();
        perform(`change to ${label}`, (project) => changeLayer(project, { id, layer, at: now() }));
        onDone();
      }}
    />
  );
}

/** How sure the annotator is. */
export function EditCertainty({ annotation: { id, certainty }, onDone }: EditProps) {
  return (
    <ChoiceList
      label="Certainty"
      choices={CERTAINTIES.map((value) => ({ value, label: value }))}
      chosen={[certainty]}
      onPick={(value) => {
        const next = CERTAINTIES.find((each) => each === value)!;
        perform('set certainty', (project) => setCertainty(project, { id, certainty: next, at: now() }));
        onDone();
      }}
    />
  );
}

/** A note, of as many lines as it takes. */
export function EditNote({ annotation: { id, note }, onDone, escaped }: EditProps) {
  return (
    <EditText
      label="Note"
      kind="area"
      value={note}
      onCommit={(next) => perform('write note', (project) => setNote(project, { id, note: next, at: now() }))}
      onDone={onDone}
      escaped={escaped}
    />
  );
}
