import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../core/change/change';
import { changeOf } from '../../core/change/change';
import { emptyProject } from '../../core/project/empty';
import type { Annotation, Article, Project, Speaker } from '../../core/project/model';
import { contextOf } from '../../core/text/context';

const AT = '2026-03-12T10:11:12.000Z';

/** Does something with a new folder on the real disk, which is removed afterwards. */
export async function inFolder<Value>(task: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'marginalia-'));
  try {
    return await task(join(folder, 'project'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An article with an id like `a7` and a text of about `length` characters, some of them outside ASCII. */
export function articleNumber(number: number, length = 200): Article {
  const sentence = `Nº ${number}: “We will not,” said the minister 😀, “give way to anyone.” `;
  const text = sentence.repeat(Math.ceil(length / sentence.length)).trimEnd();
  return {
    id: `a${number}`,
    title: `Article ${number}`,
    language: 'en',
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    sha256: createHash('sha256').update(text).digest('hex'),
    origin: {
      fileName: `${number}.txt`,
      format: 'txt',
      encoding: 'utf-8',
      lineEnds: 'lf',
      bytes: Buffer.byteLength(text),
      bytesSha256: createHash('sha256').update(text).digest('hex'),
    },
    order: number,
    addedAt: AT,
  };
}

/** An annotation of ten characters somewhere in the article; its id is made of both numbers. */
export function annotationNumber(number: number, article: Article, annotatorId = 'me'): Annotation {
  const start = (number * 7) % 20;
  const spans = [{ start, end: start + 10 }];
  return {
    id: `n${number}-${article.id}`,
    articleId: article.id,
    annotatorId,
    layer: 'claim',
    spans,
    ...contextOf(article.text, spans),
    attributes: { kind: 'factual', verdict: 'unchecked' },
    roles: { 'made-by': [{ speaker: 's1' }] },
    note: '',
    certainty: 'certain',
    status: 'draft',
    codebookVersion: '1.0',
    createdAt: AT,
    updatedAt: AT,
  };
}

/** A project with as many articles, each with as many annotations, one speaker and one claim. */
export function projectOf(articles: number, annotationsEach: number, textLength = 200): Project {
  const info = { id: 'p1', name: 'Water', note: '', createdAt: AT };
  const speaker: Speaker = { id: 's1', name: 'The minister', aliases: ['she'], kind: 'person', note: '' };
  const list = Array.from({ length: articles }, (_, index) => articleNumber(index + 1, textLength));
  const marked = list.filter(() => annotationsEach > 0);
  return {
    ...emptyProject(info, { id: 'me', name: 'Me' }),
    articles: new Map(list.map((article) => [article.id, article])),
    annotations: new Map(marked.map((article) => [article.id, annotationsOn(article, annotationsEach)])),
    speakers: new Map([[speaker.id, speaker]]),
    claims: new Map([['c1', { id: 'c1', wording: 'Nobody gives way.', note: '' }]]),
    readings: new Map(),
  };
}

function annotationsOn(article: Article, count: number): readonly Annotation[] {
  return Array.from({ length: count }, (_, index) => annotationNumber(1000 + index, article)).sort(
    (a, b) => a.spans[0]!.start - b.spans[0]!.start || (a.id < b.id ? -1 : 1),
  );
}

/** The change that tags article `a1` once more. */
export function tag(project: Project, number: number, articleId = 'a1'): Change {
  return changeOf('annotations', [[null, annotationNumber(number, project.articles.get(articleId)!)]]);
}

/** The change that adds articles with these numbers. */
export function add(numbers: readonly number[], length = 200): Change {
  return changeOf(
    'articles',
    numbers.map((number) => [null, articleNumber(number, length)]),
  );
}
