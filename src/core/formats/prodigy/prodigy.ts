import type { Article, Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { codebookFile } from '../codebook-file';
import { fileNameOf } from '../file-name';
import type { Format, FormatFile, LossReport, Progress, Serialized } from '../format';
import { lossReport } from '../loss';
import { carriedRow } from '../marks/carried';
import type { Shown } from '../marks/piece';
import type { Part } from '../part';
import { partOf } from '../part';
import { partLosses } from '../part-losses';
import { docBinScript, prodigyRow, spacyRow } from './prodigy-write';
import { readProdigy } from './read-prodigy';
import { showOnTokens } from './show';

type Row = (article: Article, shown: Shown, carried: object) => object;

/**
 * JSON Lines for Prodigy and for spaCy, one text per line, with the tokens that pieces are made of; offsets are code
 * points. Both are read by either: they are told apart by their keys.
 */
function onTokens(
  about: Pick<Format, 'id' | 'label' | 'hint'>,
  row: Row,
  links: boolean,
  beside: (dataFile: string) => readonly FormatFile[],
): Format {
  const serialize = (project: Project, scope?: Scope, progress?: Progress): Serialized => {
    const part = partOf(project, scope);
    const rows = part.articles.map((article, done) => {
      progress?.(done, part.articles.length);
      const shown = showOnTokens(article.text, part.annotations.get(article.id) ?? [], links);
      return `${JSON.stringify(row(article, shown, carriedRow(part, article)))}\n`;
    });
    const path = `${fileNameOf(project.info.name)}.jsonl`;
    const files = [{ path, data: rows.join('') }, ...beside(path), codebookFile(project)];
    return { files, loss: losses(part) };
  };
  return {
    ...about,
    extensions: ['jsonl'],
    unit: 'codepoint',
    fidelity: 'lossy',
    losses: (project, scope) => losses(partOf(project, scope)),
    serialize,
    parse: readProdigy,
  };
}

export const prodigy = onTokens(
  { id: 'prodigy', label: 'Prodigy', hint: 'tasks with tokens, spans and relations' },
  prodigyRow,
  true,
  () => [],
);

export const spacy = onTokens(
  { id: 'spacy', label: 'spaCy', hint: 'documents with span groups, and a script for DocBin' },
  spacyRow,
  false,
  (dataFile) => [{ path: dataFile.replace(/\.jsonl$/, '-to-spacy.py'), data: docBinScript(dataFile) }],
);

function losses(part: Part): LossReport {
  return lossReport('codepoint', partLosses(part));
}
