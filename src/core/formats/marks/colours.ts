import type { Colour } from '../../project/codebook';

/** The colours of the light theme, for the configurations of other tools: one to fill with, one to draw with. */
export const HEX: Readonly<Record<Colour, { readonly tint: string; readonly line: string }>> = {
  claim: { tint: '#fbe7b2', line: '#8a5a00' },
  speaker: { tint: '#dbe9f8', line: '#1f5fa8' },
  quote: { tint: '#ece5f5', line: '#6a4b93' },
  sentiment: { tint: '#d3eee9', line: '#0b6e63' },
  stance: { tint: '#f6dfed', line: '#8f2f6b' },
  argument: { tint: '#e6efcc', line: '#4b6410' },
  frame: { tint: '#d6ebf2', line: '#245f76' },
  neutral: { tint: '#ebe6db', line: '#6b6558' },
};
