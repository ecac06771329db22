import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../change/change';
import { linkMentions } from '../commands/link-mentions';
import { overlaps } from '../text/span';
import { emptyProject } from './empty';
import { findMentions } from './find-mentions';
import type { Annotation, Article, Project, Speaker } from './model';
import { allAnnotations } from './query';

const speaker = (id: string, name: string, rest: Partial<Speaker> = {}): Speaker => ({
  id,
  name,
  aliases: [],
  kind: 'person',
  note: '',
  ...rest,
});

const IDA = speaker('ida', 'Ida Holm', { aliases: ['the night foreman'] });

function project(texts: readonly string[], others: readonly Speaker[] = [], ida: Speaker = IDA): Project {
  const articles = texts.map(
    (text, order) => ({ id: `a${order}`, order, text, blocks: [] }) as never as Article,
  );
  return {
    ...emptyProject({ id: 'p', name: '', note: '', createdAt: '' }, { id: 'me', name: 'Me' }),
    articles: new Map(articles.map((article) => [article.id, article])),
    speakers: new Map([ida, ...others].map((next) => [next.id, next])),
  };
}

/** A project with a mention of these words in its first text; linked to `is`, or to nobody. */
function tagged(made: Project, words: string, is?: string): Project {
  const { text } = made.articles.get('a0')!;
  const start = text.indexOf(words);
  const roles = is === undefined ? {} : { is: [{ speaker: is }] };
  const mention = {
    id: 'm',
    articleId: 'a0',
    layer: 'speaker',
    spans: [{ start, end: start + words.length }],
    roles,
  };
  return { ...made, annotations: new Map([['a0', [mention as never as Annotation]]]) };
}

const seen = (made: Project, who = IDA) =>
  findMentions(made, who).map(({ articleId, span, doubt }) => {
    const words = made.articles.get(articleId)!.text.slice(span.start, span.end);
    return doubt ? `${words}: ${doubt}` : words;
  });

describe('mentions of a speaker', () => {
  it('are found by name, other names and surname, without the genitive', () => {
    const made = project(['Ida Holm spoke. Holm’s log; the night foreman’s. Holmgren.', 'Then Holm left.']);
    expect(seen(made)).toEqual(['Ida Holm', 'Holm', 'the night foreman', 'Holm']);
  });

  it('are not looked for by the last word of what is no person’s name', () => {
    const port = speaker('port', 'The Port Authority', { kind: 'organisation' });
    expect(seen(project(['The Authority. The Port Authority.'], [], port), port)).toEqual([
      'The Port Authority',
    ]);
  });

  it('are doubtful where the words may be somebody else', () => {
    const kari = speaker('kari', 'Kari Holm');
    const text = 'We saw Kari Holm, then Ida Holm and Holm.';
    expect(seen(project([text], [kari]))).toEqual(['Ida Holm', 'Holm: shared']);
    expect(seen(project([text]))).toEqual(['Holm: preceded', 'Ida Holm', 'Holm']);
    expect(seen(project(['On Monday. Holm, I. Holm and K. Holm.']))).toEqual([
      'Holm',
      'Holm',
      'Holm: preceded',
    ]);
    expect(seen(project(['Mr. Holm met Dr Holm. Yesterday Holm met Arne Holm-Lie; Holm-based.']))).toEqual([
      'Holm',
      'Holm',
      'Holm',
      'Holm: joined',
      'Holm',
    ]);
  });

  it('leave out what is linked, and offer what is tagged and linked to nobody', () => {
    const made = project(['Then Ms. Holm and Holm went.']);
    expect(seen(tagged(made, 'Ms. Holm', 'ida'))).toEqual(['Holm']);
    expect(seen(tagged(made, 'Ms. Holm'))).toEqual(['Ms. Holm: within', 'Holm']);
    expect(findMentions(tagged(made, 'Holm and'), IDA)).toHaveLength(2);
    expect(findMentions(tagged(project(['Then Holm’s log']), 'Holm’s'), IDA)[0]).toMatchObject({
      mention: { id: 'm' },
      doubt: null,
    });
  });

  it('once linked are found no more, and each place is tagged once', () => {
    const piece = fc.constantFrom(
      'Ida Holm',
      'Holm',
      ' ',
      ' met ',
      '. ',
      '-',
      '’s ',
      'Kari ',
      'The night foreman',
    );
    const text = fc.array(piece, { maxLength: 20 }).map((list) => list.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
        const made = project(texts);
        const found = findMentions(made, IDA);
        const places = found.map((next, at) => ({ ...next, id: `new-${at}` }));
        const args = { speaker: 'ida', places, mentions: [], annotatorId: 'me', at: '' };
        const after = apply(made, linkMentions(made, args));
        expect(findMentions(after, IDA)).toEqual([]);
        const all = [...allAnnotations(after)];
        expect(all).toHaveLength(found.length);
        for (const one of all) {
          const twice = all.filter(
            (other) => other.articleId === one.articleId && overlaps(other.spans[0]!, one.spans[0]!),
          );
          expect(twice).toEqual([one]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
