import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyProject } from '../../core/project/empty';
import type { Article, Project } from '../../core/project/model';
import { compile, SearchText } from '../../core/search/matcher';
import type { SearchMode } from '../../core/search/query';
import { forkedWorkers } from '../import/fixtures/fork-worker';
import type { JobOutcome } from '../import/worker-host';
import type { SearchBatch } from './search-task';
import type { Searcher } from './searcher';
import { createSearcher } from './searcher';

const query = (text: string, mode: SearchMode = 'words') => ({
  text,
  mode,
  matchCase: false,
  wholeWord: true,
});

function articleOf(id: string, text: string, order = Number(id.slice(1))): Article {
  const blocks = [{ kind: 'title' as const, start: 0, end: 4 }];
  return { id, text, order, blocks, title: id, language: 'en' } as unknown as Article;
}

function projectOf(...articles: readonly Article[]): Project {
  const info = { id: 'p', name: 'p', note: '', createdAt: '2030-01-01T00:00:00.000Z' };
  const empty = emptyProject(info, { id: 'a', name: 'A' });
  return { ...empty, articles: new Map(articles.map((article) => [article.id, article])) };
}

/** A pattern that tries every way to cut a word, and a word to cut. */
const RUNAWAY = '^(\\w+\\s?)*$';
const LONG = `${'crane'.repeat(12)}!`;

/** Real processes, started with Node's fork where the app uses Electron's. */
describe('the searcher', () => {
  let workers: Awaited<ReturnType<typeof forkedWorkers>>;
  let searcher: Searcher;
  beforeAll(async () => {
    workers = await forkedWorkers(join(import.meta.dirname, 'worker.ts'));
  });
  const begin = (milliseconds?: number) => {
    workers.started.length = 0;
    searcher = createSearcher(workers, milliseconds === undefined ? {} : { milliseconds });
  };
  afterEach(() => searcher.dispose());

  async function hits(
    project: Project,
    asked = query('crane'),
    parts: Parameters<Searcher['search']>[2] = [],
  ) {
    const batches: SearchBatch[] = [];
    const outcome: JobOutcome<'search'> = await searcher.search(project, asked, parts, (batch) =>
      batches.push(batch),
    );
    const found = batches.flatMap(({ articles, counts, spans }) => {
      let at = 0;
      return articles.flatMap((id, index) =>
        Array.from({ length: counts[index]! }, () => `${id} ${spans[at++]}-${spans[at++]}`),
      );
    });
    return { outcome, found, batches };
  }

  it('finds what the matcher finds, in library order, in batches that add up', async () => {
    begin();
    const articles = Array.from({ length: 3000 }, (_, index) =>
      articleOf(
        `t${index}`,
        `${'quay '.repeat(index % 50)}crane and ${index % 7 ? 'crane' : 'boat'}`,
        5000 - index,
      ),
    );
    const compiled = compile(query('crane'));
    const matcher = compiled.ok ? compiled.matcher : expect.fail();
    const slow = articles
      .toReversed()
      .flatMap(({ id, text }) =>
        matcher.find(new SearchText(text), 1e6).map(({ start, end }) => `${id} ${start}-${end}`),
      );
    const { outcome, found, batches } = await hits(projectOf(...articles));
    expect(outcome).toEqual({ kind: 'done', result: { full: false } });
    expect(found).toEqual(slow);
    expect(batches.length).toBeGreaterThan(1);
    expect(batches.at(-1)).toMatchObject({ done: 3000, total: 3000 });
  });

  it('knows of articles that were added, changed and deleted', async () => {
    begin();
    const [one, two] = [articleOf('t1', 'a crane'), articleOf('t2', 'crane crane')];
    expect((await hits(projectOf(one))).found).toEqual(['t1 2-7']);
    expect((await hits(projectOf(one, two))).found).toEqual(['t1 2-7', 't2 0-5', 't2 6-11']);
    expect((await hits(projectOf({ ...one, text: 'crane' }, two))).found[0]).toBe('t1 0-5');
    expect((await hits(projectOf({ ...two, order: 0 }, one))).found).toHaveLength(3);
    expect((await hits(projectOf(two))).found).toEqual(['t2 0-5', 't2 6-11']);
    expect((await hits(projectOf(two), query('crane'), ['headline'])).found).toEqual([]);
    expect((await hits(projectOf())).found).toEqual([]);
    expect(workers.started).toHaveLength(1);
  });

  it('stops at the most hits that are looked for', async () => {
    begin();
    const { outcome, found } = await hits(
      projectOf(articleOf('t1', 'a '.repeat(30_000)), articleOf('t2', 'a '.repeat(30_000))),
      query('a'),
    );
    expect(outcome).toEqual({ kind: 'done', result: { full: true } });
    expect(found).toHaveLength(50_000);
  });

  it('drops a search when a newer one comes, without losing the texts', async () => {
    begin();
    const project = projectOf(
      ...Array.from({ length: 4000 }, (_, index) => articleOf(`t${index}`, 'crane '.repeat(800))),
    );
    await searcher.prepare(project);
    const older = hits(project, query('cranes', 'fuzzy'));
    const newer = hits(project, query('“crane crane crane” nowhere'));
    expect((await older).outcome).toEqual({ kind: 'stopped', reason: 'cancelled' });
    expect((await newer).outcome).toEqual({ kind: 'done', result: { full: false } });
    expect(workers.started).toHaveLength(1);
  });

  it('ends a pattern that runs away, and goes on with another process', async () => {
    begin(700);
    const project = projectOf(articleOf('t1', 'a crane'), articleOf('t2', LONG));
    const runaway = await hits(project, query(RUNAWAY, 'regex'));
    expect(runaway.outcome).toEqual({ kind: 'stopped', reason: 'time' });
    expect((await hits(project)).found).toEqual(['t1 2-7']);
    expect(workers.started).toHaveLength(2);
  });

  it('does not wait for a pattern that runs away when something else is asked', async () => {
    begin();
    const project = projectOf(articleOf('t1', LONG), articleOf('t2', 'a crane'));
    await searcher.prepare(project);
    const runaway = hits(project, query(RUNAWAY, 'regex'));
    await new Promise((turn) => setImmediate(turn));
    expect((await hits(project)).found).toEqual(['t2 2-7']);
    expect((await runaway).outcome).toEqual({ kind: 'stopped', reason: 'cancelled' });
  });
});
