import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, invert, isEmpty } from '../change/change';
import { acceptProposals } from '../commands/accept-proposals';
import { rejectProposals } from '../commands/readings';
import { emptyProject } from '../project/empty';
import type { Article, Project, Speaker } from '../project/model';
import { arbitrarySpeaker } from '../project/project.arbitrary';
import { allAnnotations } from '../project/query';
import { arbitraryText, boundariesOf } from '../project/text.arbitrary';
import { trim } from '../text/sentences';
import { assertSpan, contains, normalise } from '../text/span';
import { evaluationCases } from './evaluation/evaluate';
import { arbitraryNewsArticle } from './news.arbitrary';
import type { Proposal, QuoteProposal } from './proposal';
import { frameAt, frameNear, openProposals, propose } from './propose';

const runs = { numRuns: 1000 };
const at = '2030-01-02T03:04:05.000Z';

const register = fc.nat(2).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, index) => arbitrarySpeaker(`speaker-${index + 1}`)),
    fc.constantFrom(
      { id: 'ida', name: 'Ida Holm', aliases: ['Holm'], kind: 'person', note: '' } as const,
      {
        id: 'union',
        name: 'The crews’ union',
        aliases: ['the union'],
        kind: 'organisation',
        note: '',
      } as const,
    ),
  ),
) as fc.Arbitrary<readonly Speaker[]>;

function projectOf(article: Article, speakers: readonly Speaker[] = []): Project {
  const info = { id: 'p', name: 'P', note: '', createdAt: at };
  return {
    ...emptyProject(info, { id: 'annotator-0', name: 'Me' }),
    articles: new Map([[article.id, article]]),
    speakers: new Map(speakers.map((speaker) => [speaker.id, speaker])),
  };
}

function accept(project: Project, articleId: string, proposals: readonly Proposal[], id = 'new'): Project {
  return apply(
    project,
    acceptProposals(project, { articleId, proposals, annotatorId: 'annotator-0', id, at }),
  );
}

/** Canonical spans of whole characters, and quotes within one block or wherever one runs on. */
function holdsUp({ text, blocks }: Article, proposal: Proposal): void {
  expect(proposal.spans.length).toBeGreaterThan(0);
  expect(normalise(proposal.spans)).toEqual(proposal.spans);
  for (const span of proposal.spans) {
    assertSpan(text, span);
    expect(blocks.some((block) => contains(block, span))).toBe(true);
    expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end));
  }
  if (proposal.kind !== 'quote') return;
  for (const span of [proposal.cue, proposal.source?.span]) if (span) assertSpan(text, span);
}

describe('propose', () => {
  it('gives canonical spans of the text with keys of their own, in reading order, the same each time', () => {
    fc.assert(
      fc.property(arbitraryNewsArticle(), register, (article, speakers) => {
        const found = propose(article, speakers);
        for (const next of found) holdsUp(article, next);
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        const starts = found.map(({ spans }) => spans[0]!.start);
        expect([...starts].sort((a, b) => a - b)).toEqual(starts);
        expect(propose({ ...article }, speakers)).toEqual(found);
        expect(propose(article, [...speakers])).toBe(propose(article, speakers));
      }),
      runs,
    );
  });

  it('never throws, whatever the text', () => {
    const texts = fc.oneof(arbitraryText(60), fc.string({ unit: 'binary', maxLength: 200 }));
    fc.assert(
      fc.property(
        arbitraryNewsArticle(),
        texts,
        register,
        fc.constantFrom('en', 'de', 'he', 'zz-nonsense', ''),
        (some, text, speakers, language) => {
          const article = {
            ...some,
            text,
            language,
            blocks: [{ kind: 'paragraph' as const, start: 0, end: text.length }],
          };
          for (const { spans } of propose(article, speakers)) expect(normalise(spans)).toEqual(spans);
        },
      ),
      runs,
    );
  });
});

describe('open proposals', () => {
  it('are none when all were accepted, and undoing brings every one back', () => {
    let accepted = 0;
    fc.assert(
      fc.property(arbitraryNewsArticle(), register, (article, speakers) => {
        const before = projectOf(article, speakers);
        const open = openProposals(before, article.id);
        accepted += open.length;
        const change = acceptProposals(before, {
          articleId: article.id,
          proposals: open,
          annotatorId: 'annotator-0',
          id: 'new',
          at,
        });
        const after = apply(before, change);
        expect(openProposals(after, article.id)).toEqual([]);
        expect(isEmpty(change)).toBe(open.length === 0);
        const undone = apply(after, invert(change));
        expect(undone).toEqual(before);
        expect(openProposals(undone, article.id)).toEqual(open);
      }),
      runs,
    );
    expect(accepted).toBeGreaterThan(2000);
  });

  it('are none either when all were accepted in the hand-made cases', () => {
    for (const { name, article, speakers } of evaluationCases()) {
      const before = projectOf(article, speakers);
      const after = accept(before, article.id, openProposals(before, article.id));
      expect([name, openProposals(after, article.id)]).toEqual([name, []]);
    }
  });

  it('lose exactly what was rejected, whoever joins the register later', () => {
    fc.assert(
      fc.property(arbitraryNewsArticle(), fc.nat(), register, (article, seed, speakers) => {
        const before = projectOf(article);
        const open = openProposals(before, article.id);
        fc.pre(open.length > 0);
        const gone = open[seed % open.length]!;
        const after = apply(before, rejectProposals(before, { articleId: article.id, keys: [gone.key] }));
        expect(openProposals(after, article.id)).toEqual(open.filter((next) => next !== gone));
        const more = { ...after, speakers: new Map(speakers.map((next) => [next.id, next])) };
        expect(openProposals(more, article.id).some(({ key }) => key === gone.key)).toBe(false);
      }),
      runs,
    );
  });

  it('can be accepted one after the other, until none is left', () => {
    fc.assert(
      fc.property(arbitraryNewsArticle(), (article) => {
        let project = projectOf(article);
        for (let turn = 0; ; turn++) {
          const [first] = openProposals(project, article.id);
          if (!first) break;
          expect(turn).toBeLessThan(500);
          project = accept(project, article.id, [first], `t${turn}`);
        }
        const places = [...allAnnotations(project)].map(({ layer, spans }) => layer + JSON.stringify(spans));
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 200 },
    );
  });

  it('are the same array as long as nothing changes', () => {
    const [article] = fc.sample(arbitraryNewsArticle(), { numRuns: 1, seed: 3 });
    const project = projectOf(article!);
    expect(openProposals(project, article!.id)).toBe(openProposals({ ...project }, article!.id));
    expect(openProposals(project, 'nowhere')).toEqual([]);
  });
});

describe('frameAt', () => {
  const places = fc.tuple(arbitraryNewsArticle(), fc.nat(), fc.nat(), fc.nat(), register, fc.boolean());

  it('frames any place of any text, exactly or around it', () => {
    fc.assert(
      fc.property(places, ([article, which, a, b, speakers, exact]) => {
        const block = article.blocks[which % Math.max(1, article.blocks.length)];
        fc.pre(block !== undefined);
        const offsets = boundariesOf(article.text).filter(
          (next) => block!.start <= next && next <= block!.end,
        );
        const [one, other] = [offsets[a % offsets.length]!, offsets[b % offsets.length]!];
        const span = { start: Math.min(one, other), end: Math.max(one, other) };
        const frame = frameAt(article, speakers, span, exact);
        holdsUp(article, frame);
        const chosen = exact ? trim(article.text, span) : null;
        if (chosen) expect(frame.spans.some((next) => contains(next, chosen))).toBe(true);
      }),
      runs,
    );
  });

  const text =
    'Ida Holm left. “We knew,” she said, “and we kept quiet.” The “smart” bins were full, Holm wrote.';
  const [sample] = fc.sample(arbitraryNewsArticle(), { numRuns: 1, seed: 1 });
  const article: Article = {
    ...sample!,
    text,
    language: 'en',
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  };
  const said = ({ spans, cue, source, form }: QuoteProposal) => [
    form,
    spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
    cue && text.slice(cue.start, cue.end),
    source && text.slice(source.span.start, source.span.end),
    source?.name,
  ];
  const placeOf = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });

  it.each([
    // A cursor in one of the parts, in the cue between them, in a word in marks, in a sentence of the reporter's.
    ['knew', false, ['direct', '“We knew,” … “and we kept quiet.”', 'said', 'she', 'Ida Holm']],
    ['quiet', false, ['direct', '“We knew,” … “and we kept quiet.”', 'said', 'she', 'Ida Holm']],
    ['she', false, ['direct', '“We knew,” … “and we kept quiet.”', 'said', 'she', 'Ida Holm']],
    ['bins', false, ['mixed', 'The “smart” bins were full', 'wrote', 'Holm', 'Ida Holm']],
    ['left', false, ['indirect', 'Ida Holm left.', null, null, undefined]],
    // Exactly the passage, with the marks around it.
    ['We knew,', true, ['direct', '“We knew,”', 'said', 'she', 'Ida Holm']],
    ['kept quiet', true, ['direct', 'kept quiet', 'said', 'she', 'Ida Holm']],
    [
      'The “smart” bins were full',
      true,
      ['mixed', 'The “smart” bins were full', 'wrote', 'Holm', 'Ida Holm'],
    ],
    ['bins were full', true, ['indirect', 'bins were full', 'wrote', 'Holm', 'Ida Holm']],
  ] as const)('frames “%s”', (words, exact, expected) => {
    expect(said(frameAt(article, [], placeOf(words), exact))).toEqual(expected);
  });

  it.each([0, 30_000])('finds the same near a place in the midst of a long text, %d units in', (before) => {
    const filler = 'the bridge over the water is long and grey in the rain.\n';
    const lead = filler.repeat(Math.ceil(before / filler.length));
    const fillers = (count: number, from: number) =>
      Array.from({ length: count }, (_, index) => ({
        kind: 'paragraph' as const,
        start: from + index * filler.length,
        end: from + (index + 1) * filler.length - 1,
      }));
    const own = lead.length;
    const long: Article = {
      ...article,
      text: `${lead}${text}\n${filler.repeat(900)}`,
      blocks: [
        ...fillers(own / filler.length, 0),
        { kind: 'paragraph', start: own, end: own + text.length },
        ...fillers(900, own + text.length + 1),
      ],
    };
    const { start, end } = placeOf('kept quiet');
    const near = frameNear(long, [], { start: start + own, end: end + own }, true);
    const alone = frameAt(article, [], { start, end }, true);
    const back = (span: { start: number; end: number }) => ({
      start: span.start - own,
      end: span.end - own,
    });
    expect(near.spans.map(back)).toEqual(alone.spans);
    expect(near.cue && back(near.cue)).toEqual(alone.cue);
    expect(near.source && { ...near.source, span: back(near.source.span) }).toEqual(alone.source);
    expect(near.key).toBe(`quote:${start + own}-${end + own}`);
  });

  it('takes a caret, and a text of nothing', () => {
    const caret = { start: text.indexOf('knew'), end: text.indexOf('knew') };
    expect(frameAt(article, [], caret, false).spans).toHaveLength(2);
    expect(frameAt({ ...article, text: '', blocks: [] }, [], { start: 0, end: 0 }, true).spans).toEqual([]);
  });
});
