import type { Article } from '../../project/model';
import { offsetsOf } from '../../text/offsets';
import type { Shown } from '../marks/piece';
import { placer, tokensFor } from './show';

/**
 * A task of Prodigy with its tokens, spans (as its spancat recipes have them: they may overlap) and relations.
 * `token_end` is the last token, not the one after. What is carried stands under a key of its own, for `meta` is
 * shown to people.
 */
export function prodigyRow(article: Article, shown: Shown, carried: object): object {
  const { text, language, title } = article;
  const offsets = offsetsOf(text, 'codepoint');
  const list = tokensFor(text, language, shown);
  const placeOf = placer(list, offsets);
  const spans = new Map(
    shown.pieces.map(({ key, label, spans: [span] }) => [key, { ...placeOf(span!), label }] as const),
  );
  return {
    text,
    meta: { title, article: article.id },
    tokens: list.map(({ start, end, spaceAfter }, id) => ({
      text: text.slice(start, end),
      start: offsets.fromUtf16(start),
      end: offsets.fromUtf16(end),
      id,
      ws: spaceAfter,
    })),
    spans: [...spans.values()],
    relations: shown.links.flatMap(({ from, role, to }) => {
      const head = spans.get(from);
      const child = 'piece' in to ? spans.get(to.piece) : undefined;
      if (!head || !child) return [];
      const ends = { head: head.token_end, child: child.token_end, head_span: head, child_span: child };
      return [{ ...ends, label: role }];
    }),
    answer: 'accept',
    marginalia: carried,
  };
}

/**
 * A text as spaCy's `Doc.to_json()` has it: everything is a span of the group `sc`, which spancat learns from and
 * which may overlap, as entities must not. What is carried has a key of its own, which spaCy passes over: it would not
 * read a custom attribute ("_") that nobody registered before.
 */
export function spacyRow({ text, language }: Article, shown: Shown, carried: object): object {
  const offsets = offsetsOf(text, 'codepoint');
  const list = tokensFor(text, language, shown);
  const placeOf = placer(list, offsets);
  return {
    text,
    tokens: list.map(({ start, end }, id) => ({
      id,
      start: offsets.fromUtf16(start),
      end: offsets.fromUtf16(end),
    })),
    spans: {
      sc: shown.pieces.map(({ label, spans: [span] }) => {
        const { start, end } = placeOf(span!);
        return { start, end, label, kb_id: '' };
      }),
    },
    marginalia: carried,
  };
}

/** A script that makes spaCy's own binary file of the rows, which nothing but Python can write. */
export function docBinScript(dataFile: string): string {
  return `"""Makes a file for spaCy (DocBin) of the JSON lines beside this script.

    python ${dataFile.replace(/[^\\x20-\\x7e]|["\\\\]/g, '_').replace(/\\.jsonl$/, '')}-to-spacy.py [language]

The spans are in doc.spans["sc"], where the span categorizer looks for them; all else that is known of a text and its
annotations is in doc._.marginalia.
"""

import json
import sys
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

source = Path(__file__).with_name(${JSON.stringify(dataFile)})
nlp = spacy.blank(sys.argv[1] if len(sys.argv) > 1 else "xx")
docs = DocBin(store_user_data=True)
Doc.set_extension("marginalia", default=None, force=True)
with open(source, encoding="utf-8", newline="\\n") as rows:
    for row in map(json.loads, rows):
        doc = Doc(nlp.vocab).from_json(row)
        doc._.marginalia = row.get("marginalia")
        docs.add(doc)
docs.to_disk(source.with_suffix(".spacy"))
print(len(docs), "texts")
`;
}
