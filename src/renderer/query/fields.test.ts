import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameValue } from '../../core/change/same-value';
import { DEFAULT_CODEBOOK } from '../../core/project/default-codebook';
import { selected } from '../../core/project/matching';
import type { Project } from '../../core/project/model';
import { arbitraryProject } from '../../core/project/project.arbitrary';
import type { Selection } from '../../core/project/select';
import { chosenIn, fieldsOf, isAsked, isEverything, withChosen, without } from './fields';
import { optionsOf } from './options';
import { conditionWords } from './words';

/** A project and a question to it, put together as chips do: one choice after the other. */
const asked = fc
  .tuple(
    arbitraryProject({ articles: 3, annotations: 7 }),
    fc.array(fc.nat(999), { maxLength: 3 }),
    fc.nat(999),
  )
  .map(([project, picks, last]) => {
    let selection: Selection = {};
    for (const pick of picks) {
      const fields = fieldsOf(project, selection).filter(({ kind }) => kind === 'choices');
      const field = fields[pick % fields.length]!;
      const options = optionsOf(project, selection, field);
      const option = options[pick % Math.max(1, options.length)];
      if (option) selection = withChosen(field, selection, [...chosenIn(field, selection), option.value]);
    }
    const fields = fieldsOf(project, selection);
    return { project, selection, field: fields[last % fields.length]! };
  });

describe('the choices of a condition', () => {
  it('say how many annotations each would leave', () => {
    let counted = 0;
    fc.assert(
      fc.property(asked, ({ project, selection, field }) => {
        fc.pre(field.kind === 'choices');
        for (const { value, count } of optionsOf(project, selection, field)) {
          const one = withChosen(field, selection, [value]);
          expect(selected(project, one)).toHaveLength(count);
          counted += count;
        }
      }),
      { numRuns: 500 },
    );
    expect(counted).toBeGreaterThan(100);
  });

  it('are all of them: every annotation that is left meets one', () => {
    fc.assert(
      fc.property(asked, ({ project, selection, field }) => {
        fc.pre(field.kind === 'choices' && field.attribute === undefined);
        fc.pre(field.id !== 'about' && field.id !== 'claim');
        const values = optionsOf(project, selection, field).map(({ value }) => value);
        const rest = without(field, selection);
        expect(selected(project, withChosen(field, rest, values))).toEqual(selected(project, rest));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a condition', () => {
  it('is asked when something is chosen, and gone without a trace when it is taken away', () => {
    fc.assert(
      fc.property(asked, ({ project, selection, field }) => {
        const gone = without(field, selection);
        expect(isAsked(field, gone)).toBe(false);
        expect(isAsked(field, selection)).toBe(!sameValue(gone, selection));
        const rest = fieldsOf(project, selection).reduce((left, next) => without(next, left), selection);
        expect(isEverything(rest)).toBe(true);
        expect(conditionWords(project, field, gone)).toBe('any');
      }),
      { numRuns: 500 },
    );
  });
});

describe('the words of a chip', () => {
  const project = {
    codebook: DEFAULT_CODEBOOK,
    speakers: new Map([['s1', { id: 's1', name: 'Ida Holm' }]]),
  } as unknown as Project;
  const words = (id: string, selection: Selection) => {
    const field = fieldsOf(project, selection).find((next) => next.id === id)!;
    return `${field.label} ${conditionWords(project, field, selection)}`;
  };

  it.each<[string, Selection, string]>([
    ['speaker', { speakers: ['s1'] }, 'Speaker Ida Holm'],
    ['speaker', { speakers: ['s1', '@author', null] }, 'Speaker Ida Holm or 2 more'],
    ['attribute:kind', { attributes: { kind: ['denial', null] } }, 'Kind denial or not set'],
    ['attribute:polarity', { attributes: { polarity: [-2] } }, 'Polarity −2'],
    ['attribute:polarity', { attributes: { polarity: ['negated'] } }, 'Polarity negated'],
    ['layer', { layers: ['claim', 'gone'] }, 'Layer Claim or gone'],
    ['outlet', { outlets: [''] }, 'Outlet no outlet'],
    ['text', { text: 'brakes' }, 'Text “brakes”'],
    ['noted', { noted: false }, 'Note none'],
    ['status', {}, 'Status any'],
  ])('%s of %j', (id, selection, expected) => {
    expect(words(id, selection)).toBe(expected);
  });
});

describe('the conditions there are', () => {
  it('have the attributes of the layers chosen, and those asked for already', () => {
    const attributes = (selection: Selection) =>
      fieldsOf({ codebook: DEFAULT_CODEBOOK } as Project, selection).flatMap(
        ({ attribute }) => attribute ?? [],
      );
    expect(attributes({ layers: ['sentiment'] })).toEqual(['polarity', 'mixed', 'intensity', 'explicitness']);
    expect(attributes({ layers: ['speaker'] })).toEqual([]);
    expect(attributes({ layers: ['speaker'], attributes: { kind: ['denial'] } })).toEqual(['kind']);
    expect(attributes({})).not.toContain('genre');
  });
});
