import type { Article, Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { fileNameOf } from '../file-name';
import type { Format, FormatFile, LossReport, Progress, Writing } from '../format';
import { lossReport } from '../loss';
import { carriedRow } from '../marks/carried';
import { withOptions } from '../options';
import type { Part } from '../part';
import { annotationsIn, partOf } from '../part';
import { partLosses } from '../part-losses';
import { inPieces } from '../reading';
import { streamed } from '../writing';
import { blanksOf } from './blanks';
import { codeElements } from './codes-write';
import { element, tagOf, textElement, xmlTime } from './elements';
import { type Guids, guidsOf } from './guids';
import { type LineBreaks, withReturns } from './line-breaks';
import { type WrittenMarks, writeMarks } from './marks-write';
import { printOurs } from './ours';
import { codebookFacts } from './qdc';
import { readRefi } from './read-refi';
import * as registers from './registers-write';

export const NAMESPACE = 'urn:QDA-XML:project:1.0';

/**
 * A project for other programs of qualitative analysis (REFI-QDA 1.0, refi-qda.org): NVivo, ATLAS.ti, MAXQDA, QualCoder.
 * A zip of project.qde and the texts, UTF-8 without a mark, their line breaks as they are here, or CR LF, each counted as
 * two, as MAXQDA and NVivo have them. Positions are code points. Layers and values are codes; speakers are cases; what
 * else we know is written for us alone (ours.ts), so that all of it comes back.
 */
export const refiQda = withOptions(
  {
    breaks: {
      kind: 'choice',
      label: 'Line breaks',
      hint: 'Programs differ in what positions count where a line ends.',
      values: [
        { value: 'lf', label: 'One character (LF)', hint: 'As QualCoder has them, and most others read' },
        { value: 'crlf', label: 'Two characters (CR LF)', hint: 'As MAXQDA and NVivo store texts' },
      ],
      standard: 'lf',
    },
  },
  ({ breaks }): Format => ({
    id: 'refi-qda',
    label: 'REFI-QDA project',
    hint: 'a project for NVivo, ATLAS.ti, MAXQDA and QualCoder',
    extensions: ['qdpx', 'qde'],
    unit: 'codepoint',
    fidelity: 'lossy',
    losses: (project, scope) => losses(partOf(project, scope)),
    container: ({ info }) => `${fileNameOf(info.name)}.qdpx`,
    ...streamed((project, scope, progress) => write(breaks, project, scope, progress)),
    recognises: (files) => files.some(({ path }) => /\.qde$/i.test(path)),
    ...inPieces(readRefi),
  }),
);

function losses(part: Part): LossReport {
  const all = partLosses(part);
  return lossReport('codepoint', {
    'misplaced-annotation': all['misplaced-annotation'] ?? 0,
    'orphan-annotation': all['orphan-annotation'] ?? 0,
    'dangling-target': all['dangling-target'] ?? 0,
  });
}

const PATH = 'project.qde';

function* write(breaks: LineBreaks, project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  const { speakers, claims, info, codebook } = project;
  const annotations = new Map([...annotationsIn(part)].map((annotation) => [annotation.id, annotation]));
  const guids = guidsOf(info.id, codebook, { annotations, speakers, claims });
  const notes = [...registers.claimElements(claims.values(), guids)];
  const links: string[] = [];
  const line = (data: string): FormatFile => ({ path: PATH, data: `\n${data}` });
  yield { path: PATH, data: `<?xml version="1.0" encoding="UTF-8"?>\n${opening(part, guids)}` };
  for (const each of beforeSources(part, guids)) yield line(each);
  if (part.articles.length > 0) yield line('<Sources>');
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    const marks = writeMarks(article, part.annotations.get(article.id) ?? [], guids, breaks);
    notes.push(...marks.notes, ...articleNote(article, guids));
    if (marks.links.length > 0) links.push(marks.links.join('\n'));
    yield line(sourceElement(part, article, marks, guids, breaks));
  }
  if (part.articles.length > 0) yield line('</Sources>');
  for (const [name, children] of [
    ['Notes', notes],
    ['Links', links],
  ] as const) {
    if (children.length === 0) continue;
    yield line(`<${name}>`);
    for (const child of children) yield line(child);
    yield line(`</${name}>`);
  }
  if (info.note !== '') yield line(textElement('Description', info.note));
  yield line('</Project>\n');
  for (const { id, text } of part.articles) {
    const data = breaks === 'crlf' ? withReturns(text) : text;
    yield { path: `sources/${guids.of('text', id)}.txt`, data };
  }
  return losses(part);
}

function opening({ whole }: Part, guids: Guids): string {
  const { info, annotators } = whole;
  const [user] = [...annotators.keys()].sort();
  const tag = tagOf('Project', {
    xmlns: NAMESPACE,
    name: info.name,
    origin: 'Marginalia',
    ...(user === undefined ? {} : { creatingUserGUID: guids.user(user) }),
    creationDateTime: xmlTime(info.createdAt),
  });
  return `${tag}>`;
}

/** The parts of a project that the schema demands before its sources; none of its lists may be empty. */
function beforeSources(part: Part, guids: Guids): readonly string[] {
  const { info, codebook } = part.whole;
  const list = (name: string, children: readonly string[]) =>
    children.length === 0 ? [] : [element(name, {}, children)];
  const used = new Set([...annotationsIn(part)].map(({ layer }) => layer));
  for (const { id } of codebook.layers) used.delete(id);
  const codes = codeElements(codebook, [...used].sort());
  return [
    printOurs({ info, codebook: codebookFacts(codebook) }),
    ...list('Users', registers.userElements(part.whole, guids)),
    ...(codes.length === 0 ? [] : [element('CodeBook', {}, [element('Codes', {}, codes)])]),
    ...list('Variables', registers.variableElements(guids)),
    ...list('Cases', registers.caseElements(part, guids)),
  ];
}

function sourceElement(
  part: Part,
  article: Article,
  marks: WrittenMarks,
  guids: Guids,
  breaks: LineBreaks,
): string {
  const { id, title, standfirst = '', addedAt } = article;
  const reading = part.whole.readings.get(id);
  const row = carriedRow(part, article);
  const blank = blanksOf(article, part.annotations.get(id) ?? []);
  return element(
    'TextSource',
    {
      guid: guids.of('source', id),
      name: title === '' ? id : title,
      plainTextPath: `internal://${guids.of('text', id)}.txt`,
      creationDateTime: xmlTime(addedAt),
    },
    [
      ...(standfirst === '' ? [] : [textElement('Description', standfirst)]),
      ...marks.selections,
      ...marks.codings,
      ...(article.note ? [element('NoteRef', { targetGUID: guids.of('article-note', id) })] : []),
      ...registers.articleValues(article, reading?.status, guids),
      // Last, for it is long, and nobody else reads it.
      printOurs({
        row,
        ...(breaks === 'crlf' ? { breaks } : {}),
        ...(reading ? { reading } : {}),
        ...(blank ? { blank } : {}),
      }),
    ],
  );
}

function articleNote({ id, title, note = '' }: Article, guids: Guids): readonly string[] {
  if (note === '') return [];
  const shown = { guid: guids.of('article-note', id), name: title === '' ? id : title };
  return [element('Note', shown, [textElement('PlainTextContent', note)])];
}
