import { expect, it } from 'vitest';
import { parseAnnotator, parseArticle, parseChange, parseCodebook, parseSpeaker } from './validate';

const origin = { fileName: null, format: 'doc', encoding: '', lineEnds: 'lf', bytes: -1, bytesSha256: '' };

it.each([
  ['what is missing', () => parseAnnotator({}), 'not a valid annotator at id: it is missing'],
  ['another kind', () => parseAnnotator({ id: 'a', name: 3 }), 'at name: a text was expected'],
  ['nothing', () => parseAnnotator(null), 'not a valid annotator: an object was expected'],
  ['an empty text', () => parseAnnotator({ id: 'a', name: '' }), 'at name: it is empty'],
  [
    'a choice',
    () => parseSpeaker({ id: 'a', name: 'A', aliases: [], kind: 'x' }),
    'at kind: “person” or “organ',
  ],
  [
    'a number',
    () => parseArticle({ id: 'a', title: '', language: '', text: '', blocks: [{ kind: 'post', start: -1 }] }),
    'at blocks.0.start: it is less than 0',
  ],
  [
    'a choice of texts',
    () => parseArticle({ id: 'a', title: '', language: '', text: '', blocks: [], sha256: '', origin }),
    'at origin.format: “txt” or ',
  ],
  [
    'a list',
    () => parseCodebook({ id: 'a', name: '', version: '', layers: {} }),
    'at layers: a list was expected',
  ],
  ['a name that is not known', () => parseChange({ x: 1 }), 'not a valid change: nothing is known of “x”'],
  ['an id', () => parseAnnotator({ id: 'A b', name: 'A' }), 'at id: an id is lower-case letters'],
])('what is wrong is said in words of people: %s', (_, parse, said) => {
  expect(parse).toThrow(said);
});
