import { describe, expect, it } from 'vitest';
import { evaluate, evaluationCases } from './evaluate';
import { readCases } from './read-cases';

describe('the hand-made cases', () => {
  const all = evaluate(evaluationCases());

  it('are enough, half of them never tuned on, and some without any quote', () => {
    const cases = evaluationCases();
    expect(cases.length).toBeGreaterThanOrEqual(80);
    const held = cases.filter(({ half }) => half === 'held').length;
    expect(Math.abs(held - cases.length / 2)).toBeLessThan(cases.length / 10);
    expect(cases.filter(({ quotes }) => quotes.length === 0).length).toBeGreaterThan(20);
  });

  it('are met: what is proposed is right', () => {
    expect(all.content.precision).toBeGreaterThanOrEqual(0.95);
    expect(all.speaker.precision).toBeGreaterThanOrEqual(0.9);
    expect(all.source.precision).toBeGreaterThanOrEqual(0.9);
  });

  it('are met: most of what is there is proposed', () => {
    expect(all.content.recall).toBeGreaterThanOrEqual(0.9);
    expect(all.speaker.recall).toBeGreaterThanOrEqual(0.85);
    expect(all.source.recall).toBeGreaterThanOrEqual(0.85);
  });
});

describe('the notation of cases', () => {
  it('puts brackets where they belong', () => {
    const [read] = readCases(
      '# held: two\nregister: Ida Holm = Ida\ntitle| {1 “A, [2 B] <2 says> {2 c},”} [1 Ida] <1 said>\n= direct Ida Holm; indirect -',
    );
    const { text, blocks } = read!.article;
    expect(text).toBe('“A, B says c,” Ida said');
    expect(blocks).toEqual([{ kind: 'title', start: 0, end: text.length }]);
    expect(read!.speakers.map(({ name, aliases }) => [name, aliases])).toEqual([['Ida Holm', ['Ida']]]);
    expect(read!.quotes).toEqual([
      {
        spans: [{ start: 0, end: 14 }],
        form: 'direct',
        cue: { start: 19, end: 23 },
        source: { start: 15, end: 18 },
        speaker: 'Ida Holm',
      },
      {
        spans: [{ start: 11, end: 12 }],
        form: 'indirect',
        cue: { start: 6, end: 10 },
        source: { start: 4, end: 5 },
        speaker: null,
      },
    ]);
  });

  it('is refused where it does not add up', () => {
    expect(() => readCases('# dev: x\n{“A,”} she said')).toThrow('who says what');
    expect(() => readCases('# dev: x\n{“A,” she said\n= direct -')).toThrow('stays open');
    expect(() => readCases('# test: x\nA')).toThrow('no half');
  });
});
