import type { ForeignLayer } from '../../core/import-annotations/foreign-layers';
import type { Layer } from '../../core/project/codebook';
import type { AttributeMapping, LayerMapping, RoleTo } from '../../core/project/mapping';
import { Pick, read, written } from './annotations-pick';
import { chooseAttribute, chooseRole } from './annotations-store';
import { AttributeValues } from './annotations-values';

interface Props {
  readonly foreign: ForeignLayer;
  readonly mapping: LayerMapping;
  /** Absent: a new layer. */
  readonly into: Layer | undefined;
}

/** The attributes and roles of a layer of the file, and where each goes. */
export function LayerParts({ foreign, mapping, into }: Props) {
  const { id: layer, label: of } = foreign.layer;
  return (
    <div className="annotations-parts">
      {foreign.attributes.map(({ attribute: { id, label }, count, values }) => {
        const own = mapping.attributes[id];
        if (!own) return null;
        const target =
          typeof own.to === 'object'
            ? into?.attributes.find((next) => next.id === (own.to as { attribute: string }).attribute)
            : undefined;
        return (
          <section key={id} aria-label={`${of}: ${label}`}>
            <div className="annotations-part">
              <span>
                {label} <small>attribute, {count.toLocaleString()}</small>
              </span>
              <Pick
                label={`${label} of ${of} becomes`}
                value={written(own.to)}
                groups={[
                  {
                    options: [
                      [written('new'), 'New attribute'],
                      [written('out'), 'Leave out'],
                    ],
                  },
                  {
                    label: 'Attributes',
                    options: (into?.attributes ?? []).map((next) => [
                      written({ attribute: next.id }),
                      next.label,
                    ]),
                  },
                ]}
                onPick={(value) => chooseAttribute(foreign, id, read<AttributeMapping['to']>(value))}
              />
            </div>
            {target && ('values' in target || target.kind === 'scale') && (
              <AttributeValues
                layer={layer}
                id={id}
                label={label}
                values={values}
                mapping={own}
                target={target}
              />
            )}
          </section>
        );
      })}
      {foreign.roles.map(({ role: { id, label }, count }) => (
        <div className="annotations-part" key={id}>
          <span>
            {label} <small>link, {count.toLocaleString()}</small>
          </span>
          <Pick
            label={`${label} of ${of} becomes`}
            value={written(mapping.roles[id] ?? 'out')}
            groups={[
              {
                options: [
                  [written('new'), 'New role'],
                  [written('out'), 'Leave out'],
                ],
              },
              {
                label: 'Roles',
                options: (into?.roles ?? []).map((next) => [written({ role: next.id }), next.label]),
              },
            ]}
            onPick={(value) => chooseRole(layer, id, read<RoleTo>(value))}
          />
        </div>
      ))}
    </div>
  );
}
