import type { Annotation, Article, Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { codebookFile } from '../codebook-file';
import { fileNameOf } from '../file-name';
import type { Format, LossReport, Progress, Writing } from '../format';
import { lossReport } from '../loss';
import { withOptions } from '../options';
import type { Part } from '../part';
import { partOf } from '../part';
import { inPieces } from '../reading';
import { streamed } from '../writing';
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
/** Both read what either writes. */
const reading = inPieces(readConll);

const TWO: Columns = { opening: '', line: (word, tag) => `${word} ${tag}` };
/** CoNLL-2003: the word, its part of speech, its phrase, its tag; what we do not know is written as nothing known. */
const FOUR: Columns = { opening: '-DOCSTART- -X- O O\n\n', line: (word, tag) => `${word} -X- _ ${tag}` };

/**
 * Columns of the CoNLL shared tasks of 2002 and 2003: a word on each line with a tag, an empty line after each
 * sentence, a file for each article and its text beside it. There is one column of tags, so that of annotations that
 * overlap only the first is written: choose one layer, or layers that keep apart.
 */
function conll(id: string, label: string, hint: string, columns: Columns, scheme: Scheme): Format {
  const own = (two: boolean) => (columns === TWO) === two;
  function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
    const part = partOf(project, scope);
    for (const [done, article] of part.articles.entries()) {
      progress?.(done, part.articles.length);
      const annotations = part.annotations.get(article.id) ?? [];
      yield { path: `${article.id}.conll`, data: dataOf(article, annotations, columns, scheme) };
      yield { path: `texts/${article.id}.txt`, data: article.text };
    }
    if (part.articles.length === 0) yield { path: `${fileNameOf(project.info.name)}.conll`, data: '' };
    yield codebookFile(project);
    return losses(part);
  }
  return {
    id,
    label,
    hint,
    extensions: ['conll'],
    unit: 'token',
    fidelity: 'lossy',
    losses: (project, scope) => losses(partOf(project, scope)),
    ...streamed(write),
    recognises: (files) => recognisesColumns(files, (shape) => own(shape.columns === 2)),
    ...reading,
  };
}

export const conll2002 = conll(
  'conll-2002',
  'CoNLL-2002',
  'words and tags in two columns (IOB2)',
  TWO,
  'IOB2',
);
export const conll2003 = withOptions(
  {
    tags: {
      kind: 'choice',
      label: 'Tags',
      hint: 'How a tag says where a mark begins and ends.',
      values: [
        { value: 'IOB1', label: 'IOB1', hint: 'B- only where two marks of a layer touch, as in 2003' },
        { value: 'IOB2', label: 'IOB2', hint: 'Every mark begins with B-' },
        { value: 'BILUO', label: 'BILUO', hint: 'Ends and single words are told too' },
      ],
      standard: 'IOB1',
    },
  },
  ({ tags }) => conll('conll-2003', 'CoNLL-2003', 'words and tags in four columns', FOUR, tags),
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
