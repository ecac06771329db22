import fc from 'fast-check';
import type { Article, Block } from './model';
import { BLOCK_KINDS } from './model';
import { arbitraryTime, maybe, present } from './record.arbitrary';
import { arbitraryField, arbitraryName, arbitraryText } from './text.arbitrary';

/** Paragraphs as an importer would find them: every run of lines, trimmed; kinds at random. */
function blocksOf(text: string, kind: number): readonly Block[] {
  return [...text.matchAll(/\S(?:[^\n]*\S)?/g)].map(({ 0: line, index }, at) => ({
    kind: BLOCK_KINDS[(kind + at) % BLOCK_KINDS.length]!,
    start: index,
    end: index + line.length,
  }));
}

/** An article with consistent blocks. The hash is any 64 hex digits: core does not compute hashes. */
export function arbitraryArticle(id = 'article-1', order = 1, text = arbitraryText()): fc.Arbitrary<Article> {
  return fc
    .record({
      title: arbitraryField(),
      facts: fc.record({
        standfirst: maybe(arbitraryField()),
        byline: maybe(arbitraryField()),
        outlet: maybe(arbitraryField()),
        url: maybe(fc.constant(`https://news.example/${id}`)),
        publishedAt: maybe(fc.constantFrom('2024-02-29', '1999-12-31')),
        note: maybe(arbitraryField()),
        metadata: fc.option(fc.dictionary(arbitraryName(), arbitraryField(), { minKeys: 1, maxKeys: 3 }), {
          nil: undefined,
          freq: 1,
        }),
      }),
      language: fc.constantFrom('en', 'de', 'he', 'pt-BR'),
      text,
      kind: fc.nat(BLOCK_KINDS.length),
      sha256: fc.nat(0xffffff).map((value) => value.toString(16).padStart(64, '0')),
      fileName: fc.option(arbitraryName(), { nil: null }),
      lineEnds: fc.constantFrom('none', 'lf', 'crlf', 'cr', 'mixed'),
      bytes: fc.nat(1e6),
      addedAt: arbitraryTime(),
    })
    .map(({ facts, kind, fileName, lineEnds, bytes, ...row }) =>
      present<Article>({
        id,
        ...row,
        ...facts,
        order,
        blocks: blocksOf(row.text, kind),
        origin: {
          fileName,
          format: fileName === null ? 'pasted' : 'txt',
          encoding: 'utf-8',
          lineEnds,
          bytes,
          bytesSha256: row.sha256,
        },
      }),
    );
}
