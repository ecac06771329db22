import { ChevronRight } from 'lucide-react';
import type { ForeignLayer } from '../../core/import-annotations/foreign-layers';
import type { Why } from '../../core/import-annotations/propose-mapping';
import type { Codebook } from '../../core/project/codebook';
import { layerOf } from '../../core/project/codebook';
import type { LayerMapping, LayerTo } from '../../core/project/mapping';
import { LayerParts } from './annotations-parts';
import { Pick, placesIn, read, written } from './annotations-pick';
import { chooseLayers, forgetChoice, setShown } from './annotations-store';
import { cut, WHY } from './annotations-words';

interface Props {
  readonly foreign: ForeignLayer;
  readonly mapping: LayerMapping;
  readonly why: Why | 'chosen';
  readonly codebook: Codebook;
  readonly shown: boolean;
}

/** A layer of the file, an example of it, where it goes and why; and what it carries, when that is opened. */
export function AnnotationsRow({ foreign, mapping, why, codebook, shown }: Props) {
  const { layer, count, examples } = foreign;
  const { to } = mapping;
  const into = typeof to === 'object' && 'layer' in to ? layerOf(codebook, to.layer) : undefined;
  const of = typeof to === 'object' && 'of' in to ? layerOf(codebook, to.of) : undefined;
  const parts = foreign.attributes.length + foreign.roles.length;
  const opens = parts > 0 && (into !== undefined || to === 'new');
  const [example] = examples;
  const name = (
    <>
      <b title={layer.label}>{layer.label}</b>
      <small>{count.toLocaleString()}</small>
    </>
  );
  return (
    <li className={to === 'out' ? 'annotations-row out' : 'annotations-row'}>
      <div className="annotations-line">
        {opens ? (
          <button
            type="button"
            className="annotations-name"
            aria-expanded={shown}
            onClick={() => setShown(layer.id, !shown)}
          >
            <ChevronRight aria-hidden="true" />
            {name}
          </button>
        ) : (
          <span className="annotations-name">
            <i />
            {name}
          </span>
        )}
        <q title={examples.map((words) => cut(words, 200)).join('\n')}>
          {example === undefined ? 'whole articles' : cut(example, 90)}
        </q>
        <i className={`swatch ${(into ?? of)?.colour ?? 'none'}`} aria-hidden="true" />
        <Pick
          label={`${layer.label} becomes`}
          value={written(to)}
          groups={placesIn(codebook)}
          onPick={(value) => chooseLayers([foreign], read<LayerTo>(value))}
        />
        <small className="annotations-why">
          {to === 'out' && why === 'chosen' ? 'left out' : WHY[why]}
          {why === 'remembered' && (
            <button
              type="button"
              className="text-button"
              aria-label={`Forget where ${layer.label} went last time`}
              onClick={() => forgetChoice(foreign)}
            >
              Forget
            </button>
          )}
        </small>
      </div>
      {opens && shown && <LayerParts foreign={foreign} mapping={mapping} into={into} />}
    </li>
  );
}
