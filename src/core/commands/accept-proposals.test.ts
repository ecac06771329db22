import { describe, expect, it } from 'vitest';
import { apply } from '../change/change';
import { emptyProject } from '../project/empty';
import type { Annotation, Project, Speaker } from '../project/model';
import { annotationsOf } from '../project/query';
import { readCases } from '../propose/evaluation/read-cases';
import type { Proposal } from '../propose/proposal';
import { openProposals } from '../propose/propose';
import { acceptProposals, completeQuote } from './accept-proposals';
import { addAnnotation } from './add-annotation';

const at = '2030-01-02T03:04:05.000Z';
const IDA: Speaker = { id: 'ida', name: 'Ida Holm', aliases: [], kind: 'person', note: '' };

/** A project with one article of these paragraphs. */
function projectOf(text: string, speakers: readonly Speaker[] = []): Project {
  const [{ article } = { article: null }] = readCases(`# dev: a text\n${text}`);
  const info = { id: 'p', name: 'P', note: '', createdAt: at };
  return {
    ...emptyProject(info, { id: 'me', name: 'Me' }),
    articles: new Map([['case', article!]]),
    speakers: new Map(speakers.map((speaker) => [speaker.id, speaker])),
  };
}

function accepting(project: Project, proposals: readonly Proposal[], id = 'new'): Project {
  return apply(
    project,
    acceptProposals(project, { articleId: 'case', proposals, annotatorId: 'me', id, at }),
  );
}

const open = (project: Project, kind: Proposal['kind']) =>
  openProposals(project, 'case').filter((next) => next.kind === kind);
const made = (project: Project, layer: string) =>
  annotationsOf(project, 'case').filter((next) => next.layer === layer);
const withoutLayer = (project: Project, id: string): Project => ({
  ...project,
  codebook: { ...project.codebook, layers: project.codebook.layers.filter((layer) => layer.id !== id) },
});

describe('accepting a quote', () => {
  const text = '“We knew,” Ida Holm wrote, “and we kept quiet.”';

  it('makes quote, cue, mention and register entry in one step, the quote under the id given', () => {
    const before = projectOf(text);
    const after = accepting(before, open(before, 'quote'));
    const [quote] = made(after, 'quote') as [Annotation];
    const [mention] = made(after, 'speaker') as [Annotation];
    expect(quote.id).toBe('new');
    expect(quote.quote).toBe('“We knew,” … “and we kept quiet.”');
    expect(quote.attributes).toMatchObject({ form: 'direct', medium: 'writing', act: 'statement' });
    expect(quote.roles.source).toEqual([{ annotation: mention.id }]);
    expect(quote.roles.cue).toEqual([
      { spans: [{ start: text.indexOf('wrote'), end: text.indexOf('wrote') + 5 }] },
    ]);
    expect(mention.quote).toBe('Ida Holm');
    const [speaker] = [...after.speakers.values()];
    expect(mention.roles.is).toEqual([{ speaker: speaker!.id }]);
    expect(speaker).toMatchObject({ name: 'Ida Holm', kind: 'person' });
  });

  it('links to the register where the name is there', () => {
    const before = projectOf(text, [IDA]);
    const after = accepting(before, open(before, 'quote'));
    expect(after.speakers.size).toBe(1);
    expect(made(after, 'speaker')[0]!.roles.is).toEqual([{ speaker: 'ida' }]);
  });

  it('registers a name once for all that is accepted together, a firm as a firm', () => {
    const before = projectOf(
      '“No,” said Ida Holm. “Not so fast,” Holm added.\nThe Harbour Council said that nobody had asked it.',
    );
    const after = accepting(before, openProposals(before, 'case'));
    const entries = [...after.speakers.values()].map(({ name, kind }) => `${name}: ${kind}`);
    expect(entries.sort()).toEqual(['Harbour Council: organisation', 'Ida Holm: person']);
    expect(made(after, 'speaker').every(({ roles }) => roles.is?.length === 1)).toBe(true);
  });

  it('takes the mention that is there, and links it when it was not', () => {
    const before = projectOf(text);
    const span = { start: text.indexOf('Ida'), end: text.indexOf('Ida') + 8 };
    const args = { id: 'mine', articleId: 'case', annotatorId: 'me', layer: 'speaker', spans: [span], at };
    const tagged = apply(before, addAnnotation(before, args));
    const after = accepting(tagged, open(tagged, 'quote'));
    expect(made(after, 'speaker').map(({ id }) => id)).toEqual(['mine']);
    expect(made(after, 'speaker')[0]!.roles.is).toHaveLength(1);
    expect(made(after, 'quote')[0]!.roles.source).toEqual([{ annotation: 'mine' }]);
  });

  it('makes a mention but no entry of someone without a name', () => {
    const before = projectOf('A former clerk said that the note was burnt.');
    const after = accepting(before, open(before, 'quote'));
    expect(made(after, 'speaker').map(({ quote, roles }) => [quote, roles])).toEqual([
      ['A former clerk', {}],
    ]);
    expect(after.speakers.size).toBe(0);
  });

  it('nests a quote in the one around it, accepted with it or before', () => {
    const before = projectOf('Ms. Holm said a clerk had told her that the note was burnt.');
    const [outer, inner] = open(before, 'quote');
    for (const batches of [[[outer!, inner!]], [[outer!], [inner!]]]) {
      const after = batches.reduce((project, batch, index) => accepting(project, batch, `b${index}`), before);
      const quotes = made(after, 'quote');
      expect(quotes[1]!.roles['nested-in']).toEqual([{ annotation: quotes[0]!.id }]);
    }
  });

  it('says whose words they are without a layer of speakers, and nothing without a layer of quotes', () => {
    const before = withoutLayer(projectOf(text), 'speaker');
    const after = accepting(before, open(before, 'quote'));
    const span = { start: text.indexOf('Ida'), end: text.indexOf('Ida') + 8 };
    expect(made(after, 'quote')[0]!.roles.source).toEqual([{ spans: [span] }]);
    const proposals = open(before, 'quote');
    const bare = withoutLayer(before, 'quote');
    expect(open(bare, 'quote')).toEqual([]);
    expect(() => accepting(bare, proposals)).toThrow('no layer “quote”');
  });
});

describe('completing a quote', () => {
  const text = '“We knew,” she said.';
  const she = { start: 11, end: 14 };
  const said = { start: 15, end: 19 };

  it('gives it a cue and a source, and gives them only once', () => {
    const bare = projectOf(text, [IDA]);
    const args = { id: 'q', articleId: 'case', annotatorId: 'me', layer: 'quote', at };
    const before = apply(bare, addAnnotation(bare, { ...args, spans: [{ start: 0, end: 10 }] }));
    const source = { span: she, name: 'Ida Holm', speaker: 'ida' };
    const completed = (project: Project, id: string) =>
      apply(project, completeQuote(project, { annotationId: 'q', cue: said, source, id, at }));
    const after = completed(before, 'one');
    expect(made(after, 'quote')[0]!.roles).toEqual({
      cue: [{ spans: [said] }],
      source: [{ annotation: 'one' }],
    });
    expect(made(after, 'speaker')[0]!.roles.is).toEqual([{ speaker: 'ida' }]);
    expect(completed(after, 'two')).toBe(after);
  });
});
