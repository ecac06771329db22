import { describe, expect, it } from 'vitest';
import { isCaption } from './credits';

describe('isCaption', () => {
  it.each([
    'Reuters/Jane Doe',
    'Jane Doe/Reuters',
    'Coast Wire/Jonas Petrel',
    'Harbourpix / Jane Doe',
    'Getty Images',
    'AP Photo/Jane Doe',
    'Jane Doe via Getty Images',
    '(Photo by Jane Doe/Coast Wire)',
    'Photo: Jane Doe',
    'Photograph by Jane Doe',
    'Image credit: Port of Linden',
    '© 2024 Coast Wire',
    'LINDEN, NV - MARCH 2: Divers look at the piles of Pier 4.',
    'Divers look at the piles on Sunday. (Photo by Jane Doe/Getty Images)',
    'The Marta at Pier 4. Coast Wire/Jonas Petrel',
    'The Marta at Pier 4. Photo: Jonas Petrel',
  ])('%s', (text) => {
    expect(isCaption(text)).toBe(true);
  });

  it.each([
    'Photos of the crash shake Linden',
    'Picture of health',
    'A moment for the press',
    'Victory for Free Press',
    'The Linden Free Press',
    'LINDEN - Managers were told twice in January, the union said.',
    'LINDEN, March 12 (Coast Wire) - Managers were told twice.',
    'The pictures were sold to Reuters (AP).',
    'He/She Debate Divides Harbour',
    'She gave the photo to the inspectors.',
    `${'A very long paragraph. '.repeat(80)}(Photo by Jane Doe/Coast Wire)`,
  ])('%s is none', (text) => {
    expect(isCaption(text)).toBe(false);
  });
});
