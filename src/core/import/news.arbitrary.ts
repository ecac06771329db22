import fc from 'fast-check';
import type { Block } from '../project/model';
import { splitsSurrogatePair } from '../text/span';

const sentence =
  'The harbour opened late on Monday after divers had looked at the piles, the port authority said.';

/** Lines as they stand in articles, and lines that only look so. */
const line = fc.oneof(
  fc.constantFrom(
    'Ferry Strikes Pier In Linden',
    '“They sent her out anyway”',
    '"Is it safe?”',
    sentence,
    `${sentence} ${sentence}`,
    `“${sentence}” she wrote. “And ${sentence}”`,
    'She said so in a series of tweets:',
    '“i keep hearing the sound of it all night”',
    'still shaking 😳 👩‍🚒',
    '— Noor B (@noor_onboard) February 24, 2024',
    'Coast Wire/Jonas Petrel',
    '(Photo by Jonas Petrel/Coast Wire)',
    'LINDEN, NV - MARCH 2: Divers at Pier 4. (Photo by Jonas Petrel/Coast Wire)',
    'By Jane Doe',
    'Written by Jane Doe and Max Roe',
    '29, commuter, collector of tide tables',
    'Background',
    'Source: The Harbour Post',
    'Date: 2024-03-12',
    'Mar. 12, 2024 9:05 AM EST',
    'OPINION',
    '- a list item',
    '> a quoted line',
    'https://harbourpost.example/1',
    'the harbour opened late',
    '\u200b',
    ':',
    '…',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const gap = fc.constantFrom('\n', '\n', '\n\n', '\n \n', ' ', '\n\t\n\u00a0\n');

/** Texts that look more or less like articles, and some that do not. Not normalised. */
export const newsText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.array(fc.tuple(line, gap), { maxLength: 24 }).map((all) => all.flat().join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** What is wrong with the blocks of a text, or null: order, overlap, white space at an end, words left out. */
export function wrongWithBlocks(text: string, blocks: readonly Block[]): string | null {
  let end = 0;
  for (const [index, block] of blocks.entries()) {
    const name = `block ${index} (${block.start}, ${block.end})`;
    if (block.start < end || block.end <= block.start || block.end > text.length)
      return `${name} is out of order`;
    if (splitsSurrogatePair(text, block.start) || splitsSurrogatePair(text, block.end))
      return `${name} cuts a character`;
    if (/\S/u.test(text.slice(end, block.start))) return `words stand before ${name}`;
    if (/^\s|\s$/u.test(text.slice(block.start, block.end))) return `${name} is not trimmed`;
    end = block.end;
  }
  return /\S/u.test(text.slice(end)) ? 'words stand after the last block' : null;
}
