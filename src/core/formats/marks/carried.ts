import type { Annotation, Article } from '../../project/model';
import { offsetsOf } from '../../text/offsets';
import type { JsonlPassage } from '../jsonl-model';
import { readJsonlRow } from '../jsonl-read';
import { jsonlRow } from '../jsonl-rows';
import type { Part } from '../part';
import { infoOf, Recovered } from '../recovered';

/**
 * What a file of another tool's format carries of an article for us, where the format has a place for things that
 * the tool does not know: all that JSON Lines would have but the text itself, offsets in code points. The tool's
 * own pieces always have the last word (see merge.ts); this is what they cannot say.
 */
export function carriedRow(part: Part, article: Article): object {
  const offsets = offsetsOf(article.text, 'codepoint');
  const { text: _, annotations, ...facts } = jsonlRow(part, article, offsets);
  return {
    ...facts,
    length: offsets.length,
    annotations: annotations.map(({ inherited: _, spans, roles, ...annotation }) => ({
      ...annotation,
      spans: bare(spans),
      roles: roles.map((target) => ({ ...target, spans: bare(target.spans) })),
    })),
  };
}

/** The words of a passage are in the text beside it. */
function bare(passages: readonly JsonlPassage[]): readonly object[] {
  return passages.map(({ start, end }) => ({ start, end }));
}

/** An article that was carried, with its annotations in reading order and whom they name. */
export interface Carried {
  readonly article: Article;
  readonly annotations: readonly Annotation[];
  readonly registers: Recovered;
  /** Id and name of the project, when it was carried too. */
  readonly info: { readonly id?: string; readonly name?: string };
}

/** Reads what carriedRow wrote of an article whose text is `text`. Throws an Error when it does not fit the text. */
export function readCarried(value: unknown, text: string): Carried {
  const row = value as { readonly id: string; readonly length?: unknown } & Readonly<Record<string, unknown>>;
  if (typeof row !== 'object' || row === null) throw new Error('it is no record');
  if (row.length !== offsetsOf(text, 'codepoint').length) throw new Error('the text is another one');
  const registers = new Recovered();
  readJsonlRow({ ...row, text }, registers);
  const { project_id: id, project_name: name } = row;
  const { articles, annotations } = registers.letGo();
  return {
    article: articles.get(row.id)!,
    annotations: annotations.get(row.id) ?? [],
    registers,
    info: id && name ? infoOf(id, name) : {},
  };
}
