import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleOf, claimOn, projectOf } from '../formats/fixtures/small-project';
import { DEFAULT_CODEBOOK } from './default-codebook';
import { hintsOf, summaryOf } from './hints';
import type { Annotation, Project } from './model';
import { arbitraryProject } from './project.arbitrary';

const TEXT = 'Holm said: “It leaks,” and added that nobody’s “boat” is safe. 船は安全だ。 They know.';
const article = articleOf('ferry', TEXT);
const source = { source: [{ speaker: 'ek' }] };

/** An annotation on these words. */
function on(words: string, more: Partial<Annotation> = {}, id = 'x'): Annotation {
  const start = TEXT.indexOf(words);
  return claimOn(article, id, [[start, start + words.length]], { attributes: {}, ...more });
}

const quote = (words: string, more: Partial<Annotation> = {}, id = 'x') =>
  on(words, { layer: 'quote', roles: source, ...more }, id);

function texts(annotations: readonly Annotation[], edit: Partial<Project['codebook']> = {}): string[] {
  const made = projectOf([article], annotations);
  const project = { ...made, codebook: { ...DEFAULT_CODEBOOK, ...edit } };
  return hintsOf(project, 'ferry').map(({ annotationId, text }) => `${annotationId}: ${text}`);
}

describe('what the codebook expects and is not there', () => {
  it('a quote without source or cue', () => {
    expect(texts([quote('“It leaks,”', { roles: {} })])).toEqual(['x: This quote has no source and no cue']);
    const cue = { cue: [{ spans: [{ start: 5, end: 9 }] }] };
    expect(texts([quote('“It leaks,”', { roles: cue })])).toEqual(['x: This quote has no source']);
    expect(texts([quote('“It leaks,”')])).toEqual([]);
  });

  it('a cue with a gap', () => {
    const roles = {
      ...source,
      cue: [
        {
          spans: [
            { start: 5, end: 9 },
            { start: 27, end: 32 },
          ],
        },
      ],
    };
    expect(texts([quote('“It leaks,”', { roles })])).toEqual(['x: This quote has a cue with a gap in it']);
  });

  it('a sentiment without a target, a mention of nobody', () => {
    expect(texts([on('leaks', { layer: 'sentiment' })])).toEqual(['x: This sentiment has no target']);
    expect(texts([on('Holm', { layer: 'speaker' })])).toEqual(['x: This mention has no speaker']);
    expect(texts([on('Holm', { layer: 'speaker', roles: { is: [{ speaker: 'ek' }] } })])).toEqual([]);
  });

  it('a claim that is neither quoted nor ascribed', () => {
    expect(texts([on('It leaks')])).toEqual(['x: This claim has no speaker and is in no quote']);
    expect(texts([on('It leaks', { roles: { 'made-by': [{ author: true }] } })])).toEqual([]);
    // In a quote it is the quote that lacks its source.
    const both = [quote('“It leaks,”', { roles: {} }, 'q'), on('It leaks')];
    expect(texts(both)).toEqual(['q: This quote has no source and no cue']);
  });
});

describe('where it begins and ends', () => {
  const claim = (words: string) => texts([on(words, { roles: { 'made-by': [{ author: true }] } })]);

  it('inside a word', () => {
    expect(claim('eaks')).toEqual(['x: This claim begins inside a word']);
    expect(claim('leak')).toEqual(['x: This claim ends inside a word']);
    expect(claim('leaks')).toEqual([]);
  });

  it('but not beside an apostrophe, nor where words have no spaces between them', () => {
    expect(claim('nobody')).toEqual([]);
    expect(claim('は安')).toEqual([]);
  });

  it('just inside the quotation marks, for quotes only', () => {
    const left = 'x: This quote leaves out its quotation marks';
    expect(texts([quote('It leaks,')])).toEqual([left]);
    expect(texts([quote('that nobody’s “boat')])).toEqual([left]);
    expect(texts([quote('“It leaks,”')])).toEqual([]);
    expect(texts([quote('that nobody')])).toEqual([]);
    expect(claim('It leaks')).toEqual([]);
  });
});

describe('the univocal profile', () => {
  const nested = [quote('“It leaks,” and added', {}, 'a'), quote('“It leaks,”', {}, 'b')];
  const overlapping = [quote('“It leaks,” and', {}, 'a'), quote('and added', {}, 'b')];

  it('tells quotes in quotes, and quotes that share words', () => {
    expect(texts(nested, { univocal: true })).toEqual(['b: This quote lies inside another quote']);
    expect(texts(overlapping, { univocal: true })).toEqual(['b: This quote shares words with another quote']);
  });

  it('is silent when switched off, and of quotes side by side', () => {
    expect(texts(nested)).toEqual([]);
    expect(texts([quote('“It leaks,”', {}, 'a'), quote('and added', {}, 'b')], { univocal: true })).toEqual(
      [],
    );
  });
});

describe('what the codebook does not have', () => {
  it('layers, attributes, values and roles', () => {
    expect(texts([on('leaks', { layer: 'irony' })])).toEqual(['x: The codebook has no layer “irony”']);
    const roles = { 'made-by': [{ author: true as const }] };
    expect(texts([on('leaks', { roles, attributes: { tone: 'dry' } })])).toEqual([
      'x: Claim has no attribute “tone”',
    ]);
    expect(texts([on('leaks', { roles, attributes: { kind: 'rumour' } })])).toEqual([
      'x: “rumour” is no value of Kind',
    ]);
    expect(texts([on('leaks', { roles: { ...roles, victim: [{ speaker: 'ek' }] } })])).toEqual([
      'x: Claim has no role “victim”',
    ]);
  });
});

describe('hints', () => {
  it('are of annotations of the article, in reading order, each kind once for each', () => {
    fc.assert(
      fc.property(arbitraryProject({ annotations: 8 }), (project) => {
        for (const [articleId, list] of project.annotations) {
          const hints = hintsOf(project, articleId);
          const places = hints.map(({ annotationId }) => list.findIndex(({ id }) => id === annotationId));
          expect(places).not.toContain(-1);
          expect([...places].sort((a, b) => a - b)).toEqual(places);
          const names = hints.map(({ rule, annotationId }) => `${rule} ${annotationId}`);
          expect(new Set(names).size).toBe(names.length);
          // Those who never lose a layer have no hint of one.
          expect(hints.filter(({ rule }) => rule.endsWith('/lost'))).toEqual([]);
        }
        expect(hintsOf(project, 'nowhere')).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('are counted in a sentence: the most common, or the only one', () => {
    const sentiment = (id: string) => on('leaks', { layer: 'sentiment' }, id);
    const of = (annotations: readonly Annotation[]) =>
      summaryOf(hintsOf(projectOf([article], annotations), 'ferry'));
    expect(of([])).toBe('');
    expect(of([sentiment('a')])).toBe('This sentiment has no target');
    expect(of([sentiment('a'), on('It leaks', {}, 'c'), sentiment('b')])).toBe('2 sentiments have no target');
  });
});
