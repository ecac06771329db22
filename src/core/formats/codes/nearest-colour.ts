import type { Colour } from '../../project/codebook';
import { COLOURS } from '../../project/codebook';
import { HEX } from '../marks/colours';

/** The colour of ours that is nearest to "#rrggbb" or "#rgb" in hue; undefined for anything else. */
export function nearestColour(hex: string): Colour | undefined {
  const point = channels(hex);
  if (!point) return undefined;
  const exact = COLOURS.find((colour) => HEX[colour].line === hex.toLowerCase());
  if (exact) return exact;
  const { hue, chroma } = hueOf(point);
  if (chroma < 24) return 'neutral';
  let best: { colour: Colour; far: number } = { colour: 'neutral', far: 360 };
  for (const colour of COLOURS) {
    if (colour === 'neutral') continue;
    const apart = Math.abs(hueOf(channels(HEX[colour].line)!).hue - hue);
    const far = Math.min(apart, 360 - apart);
    if (far < best.far) best = { colour, far };
  }
  return best.colour;
}

function channels(hex: string): readonly [number, number, number] | undefined {
  const [, digits] = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(hex.trim()) ?? [];
  if (digits === undefined) return undefined;
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const at = (place: number) => Number.parseInt(full.slice(place, place + 2), 16);
  return [at(0), at(2), at(4)];
}

/** Hue in degrees, and how far the colour is from grey (0 to 255). */
function hueOf([red, green, blue]: readonly [number, number, number]): { hue: number; chroma: number } {
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (chroma === 0) return { hue: 0, chroma };
  const sixth =
    most === red
      ? (green - blue) / chroma
      : most === green
        ? 2 + (blue - red) / chroma
        : 4 + (red - green) / chroma;
  return { hue: (60 * sixth + 360) % 360, chroma };
}
