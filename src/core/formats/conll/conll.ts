import type { Annotation, Article, Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { codebookFile } from '../codebook-file';
import { fileNameOf } from '../file-name';
import type { Format, FormatFile, LossReport, Progress, Serialized } from '../format';
import { lossReport } from '../loss';
import type { Part } from '../part';
import { partOf } from '../part';
import { chunksOf } from './chunks';
import { conllLosses } from './conll-losses';
import { readConll } from './read-conll';
import { recognisesColumns } from './recognise-conll';
import { sentencesOf } from './sentences-of';
import { type Scheme, tagsOf } from './tags';

/** How a line is written, and what stands before the first sentence. */
interface Columns {
  readonly opening: string;
  readonly line: (word: string, tag: string) => string;
}

/** CoNLL-2002: the word and its tag. */
const TWO: Columns = { opening: '', line: (word, tag) => `${word} ${tag}` };
/** CoNLL-2003: the word, its part of speech, its phrase, its tag; what we do not know is written as nothing known. */
const FOUR: Columns = { opening: '-DOCSTART- -X- O O\n\n', line: (word, tag) => `${word} -X- _ ${tag}` };

/**
 * Columns of the CoNLL shared tasks of 2002 and 2003: a word on each line with a tag, an empty line after each
 * sentence, a file for each article and its text beside it. There is one column of tags, so that of annotations that
 * overlap only the first is written: choose one layer, or layers that keep apart.
 */
function conll(id: string, label: string, hint: string, columns: Columns, scheme: Scheme): Format {
  const own = (two: boolean, found: Scheme) => (columns === TWO ? two : !two && found === scheme);
  const serialize = (project: Project, scope?: Scope, progress?: Progress): Serialized => {
    const part = partOf(project, scope);
    const documents = part.articles.flatMap((article, done): readonly FormatFile[] => {
      progress?.(done, part.articles.length);
      const annotations = part.annotations.get(article.id) ?? [];
      return [
        { path: `${article.id}.conll`, data: dataOf(article, annotations, columns, scheme) },
        { path: `texts/${article.id}.txt`, data: article.text },
      ];
    });
    const nothing = { path: `${fileNameOf(project.info.name)}.conll`, data: '' };
    const files = [...(documents.length > 0 ? documents : [nothing]), codebookFile(project)];
    return { files, loss: losses(part) };
  };
  return {
    id,
    label,
    hint,
    extensions: ['conll'],
    unit: 'token',
    fidelity: 'lossy',
    losses: (project, scope) => losses(partOf(project, scope)),
    serialize,
    recognises: (files) => recognisesColumns(files, (shape) => own(shape.columns === 2, shape.scheme)),
    parse: readConll,
  };
}

export const conll2002 = conll(
  'conll-2002',
  'CoNLL-2002',
  'words and tags in two columns (IOB2)',
  TWO,
  'IOB2',
);
export const conll2003 = conll(
  'conll-2003',
  'CoNLL-2003',
  'words and tags in four columns (IOB1)',
  FOUR,
  'IOB1',
);
export const conll2003Iob2 = conll(
  'conll-2003-iob2',
  'CoNLL-2003, IOB2',
  'every mark begins with B-',
  FOUR,
  'IOB2',
);
export const conll2003Biluo = conll(
  'conll-2003-biluo',
  'CoNLL-2003, BILUO',
  'ends and single words are told',
  FOUR,
  'BILUO',
);

function losses(part: Part): LossReport {
  return lossReport('token', conllLosses(part));
}

function dataOf(
  article: Article,
  annotations: readonly Annotation[],
  { opening, line }: Columns,
  scheme: Scheme,
): string {
  const sentences = sentencesOf(article);
  const { chunks } = chunksOf(sentences, annotations);
  let next = 0;
  const written = sentences.map(({ words }, sentence) => {
    const own = [];
    for (; chunks[next]?.sentence === sentence; next++) own.push(chunks[next]!);
    const tags = tagsOf(words.length, own, scheme);
    return words.map(({ start, end }, at) => `${line(article.text.slice(start, end), tags[at]!)}\n`).join('');
  });
  return `${opening}${written.map((sentence) => `${sentence}\n`).join('')}`;
}
