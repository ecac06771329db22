import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import type { ForeignLayer } from '../../core/import-annotations/foreign-layers';
import type { Codebook } from '../../core/project/codebook';
import type { LayerTo } from '../../core/project/mapping';
import { plural } from '../ui/words';
import { Pick, placesIn, read } from './annotations-pick';
import { chooseLayers } from './annotations-store';

/** So few layers are taken in at a glance, and chosen one by one. */
const FEW = 8;

interface Props {
  readonly layers: readonly ForeignLayer[];
  /** Those that the filter leaves. */
  readonly listed: readonly ForeignLayer[];
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly codebook: Codebook;
}

/** Finds layers of the file among many, and says of all that are listed what they become. */
export function ManyLayers({ layers, listed, filter, onFilter, codebook }: Props) {
  const [to, setTo] = useState('');
  if (layers.length <= FEW) return null;
  const all = listed.length === layers.length ? `All ${listed.length.toLocaleString()}` : 'Those listed';
  return (
    <div className="annotations-line annotations-many">
      <label className="filter">
        <ListFilter aria-hidden="true" />
        <input
          type="search"
          aria-label="Filter the layers of the file"
          placeholder={`Filter ${plural(layers.length, 'layer')}`}
          value={filter}
          onChange={(event) => {
            onFilter(event.target.value);
            setTo('');
          }}
        />
      </label>
      <span className="aside">{listed.length === 0 ? 'No layer is called that.' : `${all} become`}</span>
      {listed.length > 0 && (
        <Pick
          label={`${all} become`}
          value={to}
          groups={[{ options: to === '' ? [['', 'Choose for all of them']] : [] }, ...placesIn(codebook)]}
          onPick={(value) => {
            setTo(value);
            chooseLayers(listed, read<LayerTo>(value));
          }}
        />
      )}
    </div>
  );
}

/** The layers whose names hold the words of the filter. */
export function layersListed(layers: readonly ForeignLayer[], filter: string): readonly ForeignLayer[] {
  const wanted = filter.trim().toLowerCase();
  return wanted === '' ? layers : layers.filter(({ layer }) => layer.label.toLowerCase().includes(wanted));
}
