import { layerOf } from '../project/codebook';
import type { Article, Project, Speaker } from '../project/model';
import { annotationsOf } from '../project/query';
import { sentences } from '../text/sentences';
import type { Span } from '../text/span';
import { overlaps } from '../text/span';
import type { MentionProposal, Proposal, ProposedSource, QuoteProposal } from './proposal';
import { keyOf } from './proposal';
import { quotedPassages } from './quoted-passages';

const VERB = '(?:said|says|wrote|writes|added|adds|told|asked|tweeted|argued|warned|insisted)';
const NAME = "(?:\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+){0,3}|she|he|they)";

/** What the rules find in an article, in reading order. */
export function propose(article: Article, speakers: Iterable<Speaker>): readonly Proposal[] {
  const register = [...speakers];
  const quotes = quotedPassages(article)
    .filter(({ spans }) => article.text.slice(spans[0]!.start, spans[0]!.end).split(/\s+/u).length >= 3)
    .map(({ spans }) => quoteOf(article, register, spans));
  return [...quotes, ...mentionsOf(article, register)].sort(
    (a, b) => a.spans[0]!.start - b.spans[0]!.start || b.spans.at(-1)!.end - a.spans.at(-1)!.end,
  );
}

/** The frame of a passage: see the gesture `q`. */
export function frameAt(
  article: Article,
  speakers: Iterable<Speaker>,
  passage: Span,
  exact: boolean,
): QuoteProposal {
  const register = [...speakers];
  if (exact) return quoteOf(article, register, [passage]);
  const there = propose(article, register).find(
    (next): next is QuoteProposal =>
      next.kind === 'quote' &&
      next.spans.some(({ start, end }) => start <= passage.start && passage.end <= end),
  );
  if (there) return there;
  for (const block of article.blocks) {
    for (const sentence of sentences(article.text, block, article.language)) {
      if (sentence.start <= passage.start && passage.end <= sentence.end) {
        return { ...quoteOf(article, register, [sentence]), form: 'indirect' };
      }
    }
  }
  return { ...quoteOf(article, register, [passage]), form: 'indirect' };
}

/** The proposals that are still open in a project. */
export function openProposals(project: Project, articleId: string): readonly Proposal[] {
  const article = project.articles.get(articleId);
  if (!article) return [];
  const rejected = new Set(project.readings.get(articleId)?.rejected);
  const list = annotationsOf(project, articleId);
  return propose(article, project.speakers.values()).filter(({ kind, key, spans }) => {
    const layer = kind === 'mention' ? 'speaker' : kind;
    if (rejected.has(key) || !layerOf(project.codebook, layer)) return false;
    return !list.some(
      (next) => next.layer === layer && next.spans.some((one) => spans.some((two) => overlaps(one, two))),
    );
  });
}

function quoteOf({ text }: Article, register: readonly Speaker[], spans: readonly Span[]): QuoteProposal {
  const { start, end } = spans[0]!;
  const after = new RegExp(`^\\s*(?:(${NAME}) (${VERB})|(${VERB}) (${NAME}))`, 'du').exec(
    text.slice(end, end + 80),
  );
  const from = Math.max(0, start - 80);
  const before = new RegExp(`(${NAME}) (${VERB})[,:]?\\s*$`, 'du').exec(text.slice(from, start));
  const shift = after ? end : from;
  const indices = (after ?? before)?.indices;
  const place = (group: number): Span | null => {
    const at = indices?.[group];
    return at ? { start: at[0] + shift, end: at[1] + shift } : null;
  };
  const name = place(1) ?? place(4);
  const base = {
    kind: 'quote',
    key: keyOf('quote', spans),
    spans,
    form: 'direct',
    medium: 'speech',
  } as const;
  return { ...base, cue: place(2) ?? place(3), source: name && sourceOf(text, register, name) };
}

function sourceOf(text: string, register: readonly Speaker[], span: Span): ProposedSource {
  const words = text.slice(span.start, span.end);
  const entry = register.find(({ name, aliases }) => name === words || aliases.includes(words));
  const pronoun = /^(?:she|he|they)$/u.test(words);
  return { span, name: pronoun ? '' : (entry?.name ?? words), speaker: entry?.id ?? null };
}

function mentionsOf({ text }: Article, register: readonly Speaker[]): readonly MentionProposal[] {
  const found: MentionProposal[] = [];
  for (const { id, name, aliases } of register) {
    for (const word of [name, ...aliases].filter((next) => next.trim().length > 1)) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const spans = [{ start: at, end: at + word.length }] as const;
        if (found.some((other) => overlaps(other.spans[0], spans[0]))) continue;
        found.push({ kind: 'mention', key: keyOf('mention', spans), spans, name, speaker: id });
      }
    }
  }
  return found;
}
