import type { Article, Block, BlockKind, Speaker } from '../../project/model';
import { BLOCK_KINDS } from '../../project/model';
import type { Span } from '../../text/span';
import type { QuoteProposal } from '../proposal';

/** One quote as a person would mark it. Spans are UTF-16 offsets of the case's text. */
export interface ExpectedQuote {
  readonly spans: readonly Span[];
  readonly form: QuoteProposal['form'];
  readonly cue: Span | null;
  readonly source: Span | null;
  /** The full name of who speaks, or null where the text does not tell it. */
  readonly speaker: string | null;
}

/** A short text with the quotes in it. Rules may be tuned on the half `dev` only. */
export interface Case {
  readonly name: string;
  readonly half: 'dev' | 'held';
  readonly article: Article;
  readonly speakers: readonly Speaker[];
  readonly quotes: readonly ExpectedQuote[];
}

const OPENING = '{[<';
const CLOSING = '}]>';
const PARTS = ['content', 'source', 'cue'] as const;

/**
 * Reads cases out of their notation:
 *
 *     # dev: what is special            the half and a name
 *     register: Ida Holm = Ida, Holm    speakers known before, with aliases, parted by ";"
 *     title| {“We knew,”} [Ida] <said>  a block; the kind of block in front, paragraph if none; ⏎ breaks the line
 *     = direct Ida Holm; indirect -     form and speaker of the quotes, in the order of their numbers
 *
 * `{content}`, `[source]` and `<cue>` belong to quote 1 unless a number and a space follow the bracket: `{2 …}`.
 * They may nest. A text without "=" holds no quote. Throws where brackets and expectations do not agree.
 */
export function readCases(notation: string): readonly Case[] {
  return notation
    .split(/^# /mu)
    .slice(1)
    .map((part) => {
      const [head, ...lines] = part.trim().split('\n');
      const { half, name } = /^(?<half>dev|held): (?<name>.+)$/u.exec(head ?? '')?.groups ?? {};
      if ((half !== 'dev' && half !== 'held') || !name) throw new Error(`no half in “${head}”`);
      return readCase(name, half, lines);
    });
}

function readCase(name: string, half: Case['half'], lines: readonly string[]): Case {
  const register = lines.find((line) => line.startsWith('register: '))?.slice('register: '.length) ?? '';
  const expected =
    lines
      .find((line) => line.startsWith('= '))
      ?.slice(2)
      .split('; ') ?? [];
  let text = '';
  const blocks: Block[] = [];
  const marked: Marked[] = [];
  for (const line of lines.filter((next) => !/^(?:register: |= |$)/u.test(next))) {
    const [, label, rest] = /^(?:(\w+)\| )?(.*)$/su.exec(line)!;
    const kind = (BLOCK_KINDS as readonly string[]).includes(label ?? '')
      ? (label as BlockKind)
      : 'paragraph';
    if (text !== '') text += '\n\n';
    const start = text.length;
    text = readBrackets(text, rest!.replaceAll('⏎', '\n'), marked);
    blocks.push({ kind, start, end: text.length });
  }
  const numbers = [...new Set(marked.map(({ number }) => number))].sort();
  if (numbers.length !== expected.length) throw new Error(`“${name}” does not say who says what`);
  const quotes = numbers.map((number, at): ExpectedQuote => {
    const spans = (part: string) =>
      marked.filter((next) => next.number === number && next.part === part).map(({ span }) => span);
    const [form, ...speaker] = expected[at]!.split(' ');
    return {
      spans: spans('content').sort((a, b) => a.start - b.start),
      form: form as ExpectedQuote['form'],
      cue: spans('cue')[0] ?? null,
      source: spans('source')[0] ?? null,
      speaker: speaker.join(' ') === '-' ? null : speaker.join(' '),
    };
  });
  return { name, half, article: articleOf(text, blocks), speakers: readRegister(register), quotes };
}

interface Marked {
  readonly part: (typeof PARTS)[number];
  readonly number: number;
  readonly span: Span;
}

/** Appends a line without its brackets to the text, and what the brackets mark to `marked`. */
function readBrackets(before: string, line: string, marked: Marked[]): string {
  let text = before;
  const open: { readonly bracket: number; readonly number: number; readonly start: number }[] = [];
  for (let at = 0; at < line.length; at++) {
    const opening = OPENING.indexOf(line[at]!);
    const closing = CLOSING.indexOf(line[at]!);
    if (opening >= 0) {
      const number = /^\d /u.test(line.slice(at + 1, at + 3)) ? Number(line[at + 1]) : 1;
      open.push({ bracket: opening, number, start: text.length });
      if (/^\d /u.test(line.slice(at + 1, at + 3))) at += 2;
    } else if (closing >= 0) {
      const last = open.pop();
      if (last?.bracket !== closing) throw new Error(`brackets do not fit in “${line}”`);
      const span = { start: last.start, end: text.length };
      marked.push({ part: PARTS[closing]!, number: last.number, span });
    } else {
      text += line[at];
    }
  }
  if (open.length > 0) throw new Error(`a bracket stays open in “${line}”`);
  return text;
}

function readRegister(list: string): readonly Speaker[] {
  const entries = list.split('; ').filter(Boolean);
  return entries.map((entry, at) => {
    const [name, aliases] = entry.split(' = ');
    const names = aliases?.split(', ') ?? [];
    return { id: `speaker-${at + 1}`, name: name!, aliases: names, kind: 'unspecified', note: '' };
  });
}

function articleOf(text: string, blocks: readonly Block[]): Article {
  const hash = '0'.repeat(64);
  const origin = { fileName: null, format: 'pasted', encoding: 'utf-8', lineEnds: 'lf' } as const;
  return {
    id: 'case',
    title: '',
    language: 'en',
    text,
    blocks,
    sha256: hash,
    origin: { ...origin, bytes: text.length, bytesSha256: hash },
    order: 0,
    addedAt: '2024-01-01T00:00:00.000Z',
  };
}
