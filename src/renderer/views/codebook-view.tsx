import { layerOf } from '../../core/project/codebook';
import { usageOf } from '../../core/project/codebook-use';
import { useStore } from '../store';
import { NoLayers } from './codebook-empty';
import { CodebookList } from './codebook-list';
import { LostPage } from './codebook-lost';
import { LayerPage } from './codebook-page';
import { useShown } from './codebook-store';

/** The codebook: its layers on the left, the one chosen on the right, all to be edited in place. */
export function CodebookView() {
  const project = useStore((state) => state.project)!;
  const wanted = useShown((state) => state.layer);
  const { codebook } = project;
  const use = usageOf(project);
  const lost = [...use.keys()].filter((id) => !layerOf(codebook, id));
  const shown = [...codebook.layers.map(({ id }) => id), ...lost];
  const id = wanted !== null && shown.includes(wanted) ? wanted : shown[0];
  const layer = id === undefined ? undefined : layerOf(codebook, id);
  return (
    <main className="codebook-view">
      <CodebookList codebook={codebook} use={use} lost={lost} shown={id} />
      {layer ? (
        <LayerPage key={layer.id} layer={layer} use={use.get(layer.id)} />
      ) : id !== undefined ? (
        <LostPage key={id} id={id} use={use.get(id)!} />
      ) : (
        <NoLayers />
      )}
    </main>
  );
}
