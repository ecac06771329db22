import { deleteLayer } from '../../core/commands/codebook-layers';
import type { LayerUse } from '../../core/project/codebook-use';
import { isEditable, now, perform, useStore } from '../store';
import { plural } from '../ui/words';
import { DeletePart } from './codebook-delete';
import { waysOut } from './codebook-fates';
import { addNamedLayer } from './codebook-new';

/** A layer that annotations have and the codebook does not: it can come back, or they can go elsewhere. */
export function LostPage({ id, use }: { id: string; use: LayerUse }) {
  const codebook = useStore((state) => state.project!.codebook);
  const disabled = !useStore(isEditable);
  const count = plural(use.annotations, 'annotation');
  const label = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  const values = [...use.values].map(
    ([attribute, counts]) => [attribute, [...counts.keys()].slice(0, 12).join(', ')] as const,
  );
  return (
    <section className="sheet" aria-label={id}>
      <header className="sheet-head">
        <div className="speaker-name">
          <h1>{id}</h1>
          <p className="sheet-sub">{count}; the codebook does not have this layer, or no longer</p>
        </div>
        <button
          type="button"
          className="button solid"
          disabled={disabled}
          onClick={() => addNamedLayer(label, id)}
        >
          Bring it back as a layer
        </button>
        <DeletePart
          title={`Settle “${id}”`}
          touches={`What shall become of the ${count} of “${id}”?`}
          ways={waysOut(codebook, id, use).filter((way) => way.id !== 'keep')}
          onDelete={(way, to) =>
            perform(way === 'move' ? 'move annotations' : 'delete annotations', (project) =>
              deleteLayer(project, { layer: id, fate: way === 'move' ? { to } : 'delete', at: now() }),
            )
          }
        >
          <button type="button" className="button outlined" disabled={disabled}>
            Move or delete…
          </button>
        </DeletePart>
      </header>
      <div className="sheet-body single">
        <div className="sheet-main codebook-page">
          <p className="sheet-empty">
            Nothing of them is lost: they keep their passages, values and notes, and are exported with them.
            To go on tagging with this layer, bring it back and describe it anew.
          </p>
          {values.length > 0 && (
            <dl className="lost-values">
              {values.map(([attribute, found]) => (
                <div key={attribute}>
                  <dt>{attribute}</dt>
                  <dd>{found}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      </div>
    </section>
  );
}
