import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProject } from '../project/project.arbitrary';
import { codebookFile, readCodebook } from './codebook-file';
import { projectOf } from './fixtures/small-project';
import { FormatError } from './format';

const file = codebookFile(projectOf([]));
const lineOf = (text: string) => file.data.slice(0, file.data.indexOf(text)).split('\n').length;

describe('a codebook file', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(arbitraryProject({ articles: 1 }), (project) => {
        const written = codebookFile(project);
        expect(written.path).toMatch(/\.codebook\.json$/);
        expect(readCodebook(written)).toEqual({ codebook: project.codebook, warnings: [] });
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['malformed text', '"name": "News close reading"', '"name": "News', 'raw control character'],
    ['an unknown colour', '"colour": "quote"', '"colour": "pink"', 'colour'],
    ['a key of two letters', '"key": "m"', '"key": "mm"', 'key'],
    ['two layers of one id', '"id": "speaker"', '"id": "claim"', 'the id “claim” is given twice'],
    ['two values of one id', '"id": "denial"', '"id": "factual"', 'the id “factual” is given twice'],
  ])('is refused with its line: %s', (_, before, after, message) => {
    const refusal = () => readCodebook({ ...file, data: file.data.replace(before, after) });
    expect(refusal).toThrow(FormatError);
    try {
      refusal();
    } catch (error) {
      const { line, message: said } = error as FormatError;
      expect(said).toContain(message);
      expect(Math.abs(line - lineOf(before))).toBeLessThanOrEqual(1);
    }
  });

  it('is refused when it is something else', () => {
    const refused = (data: string) => () => readCodebook({ path: 'x.json', data });
    expect(refused('{"layers": 3}')).toThrow('x.json:1:1: not a valid codebook at id');
    expect(refused('hello')).toThrow('x.json:1:1: a value was expected');
  });

  it('says which layers share a key', () => {
    const data = file.data.replace('"key": "m"', '"key": "c"');
    expect(readCodebook({ ...file, data }).warnings).toEqual(['Claim and Sentiment have the same key, “c”.']);
  });
});
