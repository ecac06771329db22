import type { Article, Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { codebookFile } from '../codebook-file';
import { fileNameOf } from '../file-name';
import type { Format, FormatFile, LossReport, Progress, Writing } from '../format';
import { lossReport } from '../loss';
import { carriedRow } from '../marks/carried';
import type { Shown } from '../marks/piece';
import { someOutline } from '../outline';
import type { Part } from '../part';
import { partOf } from '../part';
import { partLosses } from '../part-losses';
import { inPieces } from '../reading';
import { streamed } from '../writing';
import { docBinScript, prodigyRow, spacyRow } from './prodigy-write';
import { readProdigy } from './read-prodigy';
import { showOnTokens } from './show';

/** Either reads both. */
const reading = inPieces(readProdigy);

type Row = (article: Article, shown: Shown, carried: object) => object;

/**
 * JSON Lines for Prodigy and for spaCy, one text per line, with the tokens that pieces are made of; offsets are code
 * points. Both are read by either: they are told apart by their keys.
 */
function onTokens(
  about: Pick<Format, 'id' | 'label' | 'hint'>,
  row: Row,
  links: boolean,
  recognises: Format['recognises'] & object,
  beside: (dataFile: string) => readonly FormatFile[],
): Format {
  function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
    const part = partOf(project, scope);
    const path = `${fileNameOf(project.info.name)}.jsonl`;
    if (part.articles.length === 0) yield { path, data: '' };
    for (const [done, article] of part.articles.entries()) {
      progress?.(done, part.articles.length);
      const shown = showOnTokens(article.text, part.annotations.get(article.id) ?? [], links);
      yield { path, data: `${JSON.stringify(row(article, shown, carriedRow(part, article)))}\n` };
    }
    yield* beside(path);
    yield codebookFile(project);
    return losses(part);
  }
  return {
    ...about,
    group: 'tools',
    extensions: ['jsonl'],
    unit: 'codepoint',
    fidelity: 'lossy',
    losses: (project, scope) => losses(partOf(project, scope)),
    ...streamed(write),
    recognises,
    ...reading,
  };
}

/** Texts with spans or tokens, or an answer to the question whether they are right. */
function isRow(keys: ReadonlyMap<string, string>): boolean {
  const others = ['spans', 'tokens', 'ents', 'cats', 'answer', '_input_hash'];
  return keys.has('text') && !keys.has('offset_unit') && others.some((key) => keys.has(key));
}

/** spaCy keeps spans in groups, and entities apart. */
function isSpacy(keys: ReadonlyMap<string, string>): boolean {
  return keys.has('ents') || keys.has('cats') || /^\{/.test(keys.get('spans') ?? '');
}

/** Training data of old: ["text", {"entities": …}]. */
function isPair(data: string): boolean {
  return (
    /^\ufeff?\s*\[\s*(?:\[\s*)?"/.test(data.slice(0, 200)) &&
    /"entities"\s*:\s*\[/.test(data.slice(0, 100_000))
  );
}

export const prodigy = onTokens(
  { id: 'prodigy', label: 'Prodigy', hint: 'tasks with tokens, spans and relations' },
  prodigyRow,
  true,
  (files) => someOutline(files, /\.jsonl?$/i, ({ keys }) => isRow(keys) && !isSpacy(keys)),
  () => [],
);

export const spacy = onTokens(
  { id: 'spacy', label: 'spaCy', hint: 'documents with span groups, and a script for DocBin' },
  spacyRow,
  false,
  (files) =>
    someOutline(
      files,
      /\.jsonl?$/i,
      ({ keys, list }, { data }) => (isRow(keys) && isSpacy(keys)) || (list && isPair(data)),
    ),
  (dataFile) => [{ path: dataFile.replace(/\.jsonl$/, '-to-spacy.py'), data: docBinScript(dataFile) }],
);

function losses(part: Part): LossReport {
  return lossReport('codepoint', partLosses(part));
}
