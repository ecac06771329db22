import type { Project } from '../../core/project/model';
import type { Selection } from '../../core/project/select';
import { Chips } from '../ui/chips';

interface Props {
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
  readonly project: Project;
}

/** A question to the annotations, built of chips: which layers, and what words. */
export function QueryChips({ selection, onChange, project }: Props) {
  const { layers = [], text = '' } = selection;
  const pressLayer = (id: string) => {
    const next = layers.includes(id) ? layers.filter((other) => other !== id) : [...layers, id];
    const { layers: _, ...rest } = selection;
    onChange(next.length === 0 ? rest : { ...rest, layers: next });
  };
  return (
    <div className="query-chips">
      <Chips
        label="Layers"
        options={project.codebook.layers.map(({ id, label }) => ({ value: id, label }))}
        chosen={layers}
        onPress={pressLayer}
      />
      <input
        type="search"
        className="field"
        aria-label="Words in the annotation"
        placeholder="Words in the annotation"
        value={text}
        onChange={(event) => onChange({ ...selection, text: event.target.value })}
      />
    </div>
  );
}
