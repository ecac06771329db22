import { deleteAttribute, editAttribute, setAttributeKind } from '../../core/commands/codebook-attributes';
import type { Attribute, AttributeKind, Layer } from '../../core/project/codebook';
import { layerOf } from '../../core/project/codebook';
import type { LayerUse } from '../../core/project/codebook-use';
import type { AttributeValue } from '../../core/project/model';
import { isPossible } from '../../core/project/possible-value';
import { allAnnotations } from '../../core/project/query';
import { notify, now, perform, state } from '../store';
import { Chips } from '../ui/chips';
import { CommitField } from '../ui/commit-field';
import { plural } from '../ui/words';
import { DeletePart } from './codebook-delete';
import { Named } from './codebook-field';
import { Scale } from './codebook-scale';
import { Values } from './codebook-values';
import { KIND_NAMES } from './codebook-words';

interface Props {
  readonly layer: Layer;
  readonly attribute: Attribute;
  readonly use: LayerUse;
  readonly disabled: boolean;
}

const KINDS = (Object.keys(KIND_NAMES) as AttributeKind[]).map((value) => {
  const [label, description] = KIND_NAMES[value];
  return { value, label, description };
});

/** Everything about one attribute. */
export function AttributePart({ layer, attribute, use, disabled }: Props) {
  const { id, label, description, kind } = attribute;
  const args = () => ({ layer: layer.id, attribute: id, at: now() });
  const used = use.attributes.get(id) ?? 0;
  const edit = (fields: Parameters<typeof editAttribute>[1]['fields'], what = 'edit attribute') =>
    perform(what, (project) => editAttribute(project, { ...args(), fields }));
  return (
    <>
      <div className="fold-row">
        <Named label="Name">
          <CommitField
            label={`Name of the attribute ${label}`}
            required
            value={label}
            disabled={disabled}
            onCommit={(name) => edit({ label: name }, 'rename attribute')}
          />
        </Named>
        <DeletePart
          title={`Delete ${label}`}
          touches={used === 0 ? '' : `${plural(used, 'annotation has', 'annotations have')} a value for it.`}
          ways={[
            { id: 'keep', label: 'Keep those values, among the hints' },
            { id: 'remove', label: 'Remove them, too' },
          ]}
          onDelete={(way) =>
            perform('delete attribute', (project) =>
              deleteAttribute(project, { ...args(), keep: way === 'keep' }),
            )
          }
        >
          <button
            type="button"
            className="button outlined"
            disabled={disabled}
            aria-label={`Delete the attribute ${label}`}
          >
            {used > 0 ? 'Delete…' : 'Delete'}
          </button>
        </DeletePart>
      </div>
      <Named label="Description">
        <CommitField
          label={`Description of ${label}`}
          kind="area"
          placeholder="What is asked here"
          value={description ?? ''}
          disabled={disabled}
          onCommit={(words) => edit({ description: words.trim() || undefined })}
        />
      </Named>
      <Named label="Kind">
        <Chips
          label={`Kind of ${label}`}
          disabled={disabled}
          options={KINDS}
          chosen={[kind]}
          onPress={(next) => changeKind(layer.id, attribute, next)}
        />
      </Named>
      {'values' in attribute && (
        <Values
          layer={layer}
          attribute={attribute}
          counts={use.values.get(id)}
          disabled={disabled}
          onDefault={(value) => edit({ default: value }, 'change default')}
        />
      )}
      {kind === 'scale' && <Scale attribute={attribute} disabled={disabled} onEdit={edit} />}
    </>
  );
}

/** Makes it another kind, and says how many values could not follow. */
function changeKind(layer: string, { id, label }: Attribute, kind: AttributeKind): void {
  const done = perform('change kind of attribute', (project) =>
    setAttributeKind(project, { layer, attribute: id, kind, at: now() }),
  );
  const { project } = state();
  const after = project && layerOf(project.codebook, layer)?.attributes.find((next) => next.id === id);
  if (!done || !after) return;
  const left = [...allAnnotations(project)].filter((annotation) => {
    const value: AttributeValue | undefined =
      annotation.layer === layer ? annotation.attributes[id] : undefined;
    return value !== undefined && !isPossible(after, value);
  }).length;
  if (left > 0) {
    const have = plural(left, 'annotation has', 'annotations have');
    notify(`${have} a value of ${label} that no longer fits. It is kept, among the hints.`);
  }
}
