import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../formats/csv';
import { articleOf, claimOn, projectOf } from '../formats/fixtures/small-project';
import type { Annotation, Article, Project, Target } from '../project/model';
import { arbitraryProject } from '../project/project.arbitrary';
import { allAnnotations } from '../project/query';
import { contextOf } from '../text/context';
import { RoughSearch } from '../text/find-roughly';
import { sha256 } from '../text/sha256';
import type { Span } from '../text/span';
import { arrive } from './arrive';
import { evenText } from './even-text';
import { findAgain } from './find-again';

const READER = { id: 'brat', label: 'brat standoff', unit: 'codepoint' } as const;
const even = (text: string) => evenText(text).even;

/** Without what spelling adds: marks and white space. */
const letters = (text: string) => text.normalize('NFD').replace(/[\p{M}\s]/gu, '');

/** Ways in which another tool may have stored the same words. */
const SPELLINGS: Record<string, (character: string) => string> = {
  'with CRLF': (character) => (character === '\n' ? '\r\n' : character),
  'in decomposed characters': (character) => character.normalize('NFD'),
  'with wider spaces': (character) => (character === ' ' ? '\u00a0  ' : character),
};

/** The project with its texts spelt otherwise, its spans moved along. */
function respelt(project: Project, spell: (character: string) => string): Project {
  const articles = new Map<string, Article>();
  const annotations = new Map<string, Annotation[]>();
  for (const [id, article] of project.articles) {
    const at = new Map<number, number>([[0, 0]]);
    let [from, text] = [0, ''];
    for (const character of article.text) {
      text += spell(character);
      from += character.length;
      at.set(from, text.length);
    }
    const moved = (spans: readonly Span[]) =>
      spans.map(({ start, end }) => ({ start: at.get(start)!, end: at.get(end)! }));
    const target = (next: Target): Target => ('spans' in next ? { spans: moved(next.spans) } : next);
    articles.set(id, { ...article, id: `other-${id}`, text, blocks: [], sha256: sha256(text) });
    const list = project.annotations.get(id) ?? [];
    const kept = list.map((annotation): Annotation => {
      const spans = moved(annotation.spans);
      const roles = Object.entries(annotation.roles).map(([role, all]) => [role, all.map(target)]);
      return {
        ...annotation,
        articleId: `other-${id}`,
        spans,
        ...contextOf(text, spans),
        roles: Object.fromEntries(roles),
      };
    });
    annotations.set(`other-${id}`, kept);
  }
  return {
    ...project,
    annotations,
    articles: new Map([...articles.values()].map((next) => [next.id, next])),
  };
}

describe.each(Object.entries(SPELLINGS))('texts stored %s', (_, spell) => {
  it('are the same articles, and every mark stands on its words', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const theirs = respelt(project, spell);
        const { articles, project: arrived } = arrive(
          READER,
          { project: theirs, warnings: [] },
          project.articles,
        );
        for (const { how, articleId } of articles)
          if (arrived.articles.get(articleId)!.text.trim() !== '') expect(['same', 'even']).toContain(how);
        const before = new Map([...allAnnotations(project)].map((annotation) => [annotation.id, annotation]));
        for (const annotation of allAnnotations(arrived)) {
          const own = before.get(annotation.id)!;
          if (!project.articles.has(annotation.articleId)) continue; // nothing but white space
          // What cut a character or a gap is as wide as that now.
          const [now, then] = [annotation, own].map(({ articleId, spans }) =>
            spans.map(({ start, end }) => letters(project.articles.get(articleId)!.text.slice(start, end))),
          );
          if (now!.length === then!.length)
            now!.forEach((words, index) => {
              expect(words).toContain(then![index]!);
            });
          seen++;
        }
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(500);
  });
});

describe('a text that was corrected meanwhile', () => {
  const OLD = 'Ferry stops\n\nThe ferry 🛟 was checked. Nobody asked. The ferry was late. They asked twice.';
  const NEW =
    'Ferry stops\n\nBy our reporter\n\nThe ferry 🛟 was not checked. Nobody asked. The ferry was late.';
  const place = (words: string, from = 0) => {
    const start = OLD.indexOf(words, from);
    return { start, end: start + words.length };
  };
  const theirs = (...spans: Span[][]) => {
    const article = articleOf('foreign', OLD, { title: 'Ferry stops', sha256: sha256(OLD) });
    const pairs = spans.map((own) => own.map(({ start, end }) => [start, end] as const));
    return projectOf(
      [article],
      pairs.map((own, at) => claimOn(article, `c-${at}`, own)),
    );
  };
  const ours = new Map([['t1', articleOf('t1', NEW, { title: 'FERRY STOPS ', sha256: sha256(NEW) })]]);
  const arriving = (...spans: Span[][]) => arrive(READER, { project: theirs(...spans), warnings: [] }, ours);

  it('is found by its title; words are found with their surroundings, and those that are gone are told', () => {
    const { articles, project, lostQuotes } = arriving(
      [place('The ferry 🛟')],
      [place('The ferry', 40), place('late.')],
      [place('They asked twice.')],
    );
    expect(articles).toEqual([{ articleId: 't1', title: 'FERRY STOPS ', how: 'quote', moved: 2, lost: 1 }]);
    expect(lostQuotes).toEqual(['They asked twice.']);
    const quotes = [...allAnnotations(project)].map(({ quote, spans }) => [quote, spans[0]!.start]);
    expect(quotes).toEqual([
      ['The ferry 🛟', NEW.indexOf('The ferry 🛟')],
      ['The ferry … late.', NEW.lastIndexOf('The ferry')],
    ]);
  });

  it('is another article when most of its words are not there', () => {
    const { articles } = arriving(
      [place('They asked twice.')],
      [place('checked. Nobody asked. The ferry was late. They')],
    );
    expect(articles.map(({ how }) => how)).toEqual(['new']);
  });
});

describe('words are looked for', () => {
  const find = (text: string, quote: string, prefix = '', suffix = '', share = 0) =>
    findAgain(new RoughSearch(text), { quote, prefix, suffix, share })?.start;
  it.each([
    ['where they stand once', 'so it was', 'it was', '', '', 3],
    ['where the surroundings are the same', 'he said no. she said no.', 'said', 'she ', ' no', 16],
    ['nowhere, when nothing tells several places apart', 'a b a', 'a', '', '', undefined],
    ['nowhere, when they are gone', 'so it is', 'it was', 'so ', '', undefined],
    ['nowhere, when they are very short and stand elsewhere', 'abc', 'b', 'x', 'y', undefined],
    ['nowhere, when there are none', 'a  b', ' ', 'a', 'b', undefined],
  ] as const)('%s', (_, text, quote, prefix, suffix, start) => {
    expect(find(text, quote, prefix, suffix)).toBe(start);
  });
  it('nearest to where they were, when the surroundings are equally good', () => {
    const text = 'well, he said no. — well, he said no.';
    expect(find(text, 'said', 'well, he ', ' no', 0.9)).toBe(text.lastIndexOf('said'));
    expect(find(text, 'said', 'well, he ', ' no', 0.1)).toBe(text.indexOf('said'));
  });
});

it('rows of a table that were written for another version of the text are set right by their quotes', () => {
  const text = 'The ferry 🛟 was late. Nobody asked.';
  const article = articleOf('t1', text);
  const { files } = csv.serialize(projectOf([article], [claimOn(article, 'c-1', [[13, 21]])]));
  const now = { ...article, text: `Oh: ${text}` };
  const articles = new Map([[article.id, now]]);
  const { project } = arrive(csv, csv.parse!(files, articles), articles);
  const [annotation] = allAnnotations(project);
  expect([annotation!.quote, annotation!.spans]).toEqual(['was late', [{ start: 17, end: 25 }]]);
});

it.each([
  ['no quote', { quote: '' }],
  ['other surroundings', { prefix: 'x', suffix: 'y' }],
])('rows of a table with %s are given the words of the text', (_, said) => {
  const text = articleOf('a1', 'The ferry is late.');
  const known = projectOf([text], [claimOn(text, 'c', [[4, 9]])]);
  const claim = claimOn(text, 'c', [[4, 9]], said);
  const { project } = arrive(READER, { project: projectOf([text], [claim]), warnings: [] }, known.articles);
  expect([...allAnnotations(project)]).toEqual([...allAnnotations(known)]);
});

it('texts are even whatever their white space and composition', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const spelt = [...text].map((character) => SPELLINGS['in decomposed characters']!(character)).join('');
      expect(even(` ${spelt}\r\n`)).toBe(even(text));
      const { starts, ends, even: plain } = evenText(text);
      expect([starts.length, ends.length]).toEqual([plain.length, plain.length]);
    }),
    { numRuns: 1000 },
  );
});
