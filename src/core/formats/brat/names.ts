import type { Layer } from '../../project/codebook';
import { stored } from '../marks/stored-names';

/** The type of the words that are attributed, in the frames of PolNeAR and ours. */
export const CONTENT = 'Content';

/** Databases that normalisations to our registers name. */
export const SPEAKERS = 'speakers';
export const CLAIMS = 'claims';

/** The relation that `*` lines stand for: the same thing, marked several times. */
export const EQUIV = 'Equiv';

/** The attribute that normalisations to any other database are kept in: "Wikipedia:534366 Barack Obama". */
export const REFERENCE = 'Reference';

/** A role's name among the arguments of an event, which may be followed by a number. */
export function argumentName(role: string): string {
  return stored(role).replace(/\d$/, '$&_');
}

/** Does an annotation of the layer become an event? Those do that may point at passages. */
export function isEventLayer(layer: Layer | undefined): boolean {
  return layer?.roles.some(({ targets }) => targets.includes('spans')) ?? false;
}

/** The role of the words that attribute, in a layer of attributions: the one for a single contiguous passage. */
export function cueRole(layer: Layer | undefined): string | undefined {
  return layer?.roles.find(({ targets, contiguous }) => contiguous && targets.join() === 'spans')?.id;
}
