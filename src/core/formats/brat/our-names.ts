import type { Codebook } from '../../project/codebook';
import { layerOf } from '../../project/codebook';
import { stored } from '../marks/stored-names';
import { usableName } from '../marks/usable-name';
import { cueRole } from './names';

/** Are two names the same but for capitals? */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The layer of the codebook that is stored under this name, or the name itself. */
export function layerNamed({ layers }: Codebook, type: string): string {
  return layers.find(({ id }) => stored(id) === type)?.id ?? usableName(type, 'annotation');
}

/** The same for a type of attributions; one the codebook does not know is its first layer with a cue, if any. */
export function frameLayer(codebook: Codebook, type: string): string {
  const { layers } = codebook;
  const known =
    layers.find(({ id }) => stored(id) === type) ?? layers.find((layer) => cueRole(layer) !== undefined);
  return known?.id ?? layerNamed(codebook, type);
}

/** The role of the layer that is written with this name (`written`), capitals aside if need be, or the name itself. */
export function roleNamed(
  codebook: Codebook,
  layer: string | undefined,
  name: string,
  written: (role: string) => string,
): string {
  const roles = layer === undefined ? [] : (layerOf(codebook, layer)?.roles ?? []);
  const exact = roles.find(({ id }) => written(id) === name);
  return (exact ?? roles.find(({ id }) => sameName(written(id), name)))?.id ?? usableName(name, 'link');
}
