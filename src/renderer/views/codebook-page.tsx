import { deleteLayer, editLayer } from '../../core/commands/codebook-layers';
import type { Layer } from '../../core/project/codebook';
import type { LayerUse } from '../../core/project/codebook-use';
import { UNUSED } from '../../core/project/codebook-use';
import { isEditable, notify, now, perform, useStore } from '../store';
import { CommitField } from '../ui/commit-field';
import { plural } from '../ui/words';
import { Attributes } from './codebook-attributes';
import { DeletePart } from './codebook-delete';
import { waysOut } from './codebook-fates';
import { LayerHelp } from './codebook-help';
import { LayerLook } from './codebook-look';
import { Preview } from './codebook-preview';
import { Roles } from './codebook-roles';
import { switchLayer } from './codebook-row';

/** One layer: what it means, what is said about each of its tags, and how it looks. */
export function LayerPage({ layer, use = UNUSED }: { layer: Layer; use: LayerUse | undefined }) {
  const codebook = useStore((state) => state.project!.codebook);
  const disabled = !useStore(isEditable);
  const { id, label, on } = layer;
  const count = plural(use.annotations, 'annotation');
  const remove = (way: string, to: string) => {
    const fate = way === 'move' ? { to } : way === 'keep' ? 'keep' : 'delete';
    const done = perform('delete layer', (project) => deleteLayer(project, { layer: id, fate, at: now() }));
    if (done) notify(`Deleted the layer ${label}. Undo brings it back.`);
  };
  return (
    <section className="sheet" aria-label={label}>
      <header className="sheet-head">
        <div className="speaker-name">
          <h1 className="visually-hidden">{label}</h1>
          <CommitField
            label="Name of the layer"
            required
            value={label}
            disabled={disabled}
            onCommit={(name) =>
              perform('rename layer', (project) =>
                editLayer(project, { layer: id, fields: { label: name }, at: now() }),
              )
            }
          />
          <p className="sheet-sub">
            {use.annotations === 0 ? 'Nothing tagged with it yet' : count}
            {on ? '' : ' · switched off'}
          </p>
        </div>
        <button
          type="button"
          className="button outlined"
          disabled={disabled}
          onClick={() => switchLayer(layer, !on)}
        >
          {on ? 'Switch off' : 'Switch on'}
        </button>
        <DeletePart
          title={`Delete ${label}`}
          touches={
            use.annotations === 0
              ? ''
              : `${plural(use.annotations, 'annotation is', 'annotations are')} of this layer. What shall become of them?`
          }
          ways={waysOut(codebook, id, use)}
          onDelete={remove}
        >
          <button type="button" className="button outlined" disabled={disabled}>
            {use.annotations > 0 ? 'Delete…' : 'Delete'}
          </button>
        </DeletePart>
      </header>
      <div className="sheet-body">
        <div className="sheet-main codebook-page">
          <Preview layer={layer} />
          <LayerHelp layer={layer} disabled={disabled} />
          <Attributes layer={layer} use={use} disabled={disabled} />
          <Roles layer={layer} use={use} disabled={disabled} />
        </div>
        <LayerLook layer={layer} disabled={disabled} />
      </div>
    </section>
  );
}
