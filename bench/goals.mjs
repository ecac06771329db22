import { figuresOf } from './figures.mjs';
import { PEERS } from './plan.mjs';
import { median, p95 } from './statistics.mjs';

/** The page on which most marks are drawn at once. */
const DENSEST = '50k, 10k';
/** One frame at 60 Hz, and what a clock that ticks in frames cannot tell apart (ms). */
const FRAME = 17;
const TICK = 2;

/**
 * Rows of the report: `{ part, what, size, peer?, ours, theirs?, unit, goal?, pass }`. `pass` is null where no
 * goal is set. A row with a peer is about the ratio ours/theirs; one without, about our own figure.
 */
export function judge(measured, parts) {
  const figures = figuresOf(measured);
  return [
    ...paint(figures),
    ...edits(figures),
    ...scrolling(figures),
    ...memory(figures),
    ...opening(measured.opening),
    ...table(measured.table),
    ...saves(measured.saves),
    ...imports(measured),
    ...exports_(measured),
    ...frames(measured.window),
    ...beginnings(measured),
    ...searches(measured.search),
    ...proposing(measured.propose),
  ].filter((row) => parts.includes(row.part) && (row.ours !== undefined || row.problem));
}

/** Our figure beside a peer's; `most` is the greatest ratio that passes, `tolerance` in the figure's unit. */
function beside(row, most, tolerance = 0) {
  const { ours, theirs } = row;
  const known = most !== undefined && ours !== undefined && theirs !== undefined;
  const goal = most === undefined ? undefined : most < 1 ? `≤ 1/${Math.round(1 / most)}` : `≤ ${most}`;
  return { ...row, goal, pass: known ? ours <= theirs * most + tolerance : null };
}

/** Our figure against a limit. */
const within = (row, most) => ({
  ...row,
  goal: `≤ ${most}`,
  pass: row.ours === undefined ? null : row.ours <= most,
});

const PAINT_GOALS = {
  'recogito 500k, 10k': 1 / 40,
  'recogito 2M, 50k': 1 / 400,
  'recogitoRanges 500k, 50k': 1 / 8,
};

function* paint({ sizes, firstFrame, settled, atLeast }) {
  for (const size of sizes) {
    for (const peer of Object.keys(PEERS).slice(1)) {
      const most = peer === 'codemirror' ? 1 : PAINT_GOALS[`${peer} ${size}`];
      const row = { part: 'paint', what: 'hand over, to first frame', size, peer, unit: 'ms' };
      const bound = atLeast(peer, size);
      const theirs = firstFrame(peer, size) ?? bound;
      const figures = { ours: firstFrame('ours', size), theirs, atLeast: bound !== undefined };
      yield beside({ ...row, ...figures }, most, peer === 'codemirror' ? TICK : 0);
    }
    yield {
      part: 'paint',
      what: 'until nothing changes any more',
      size,
      ours: settled('ours', size),
      unit: 'ms',
      pass: null,
    };
  }
  const [small, large] = [firstFrame('ours', '50k, 1k'), firstFrame('ours', '2M, 50k')];
  const what = 'flatness: 2M, 50k against 50k, 1k';
  if (small && large)
    yield within({ part: 'paint', what, size: 'both', ours: large / small, unit: '×' }, 1.3);
}

function* edits({ sizes, edit, editP95, longest }) {
  for (const size of sizes) {
    const row = { part: 'add', size, unit: 'ms' };
    for (const kind of ['add', 'resize', 'remove']) {
      yield within({ ...row, what: `${kind} one, p95`, ours: editP95('ours', size, kind) }, FRAME);
    }
    const after = ['add', 'resize', 'remove'].map((kind) => longest('ours', size, kind) ?? 0);
    yield { ...row, what: 'longest frame after one, p95', ours: Math.max(...after) || undefined, pass: null };
    for (const [peer, most] of [
      ['codemirror', 1],
      ['recogito', 1 / 5],
      ['naive', undefined],
    ]) {
      const figures = { ours: edit('ours', size, 'add'), theirs: edit(peer, size, 'add') };
      yield beside(
        { ...row, what: 'add one, median', peer, ...figures },
        most,
        peer === 'codemirror' ? TICK / 2 : 0,
      );
    }
  }
}

function* scrolling({ sizes, frame, frameFast, lacking }) {
  const densest = sizes.includes(DENSEST) ? DENSEST : sizes.at(-1);
  for (const size of sizes) {
    const row = { part: 'scroll', size, unit: 'ms' };
    const pair = { ours: frame('ours', size, 0.95), theirs: frame('codemirror', densest, 0.95) };
    yield beside(
      { ...row, what: `400 px, p95 (theirs at ${densest})`, peer: 'codemirror', ...pair },
      1,
      TICK,
    );
    yield within({ ...row, what: '400 px, longest frame', ours: frame('ours', size, 1) }, 50);
    const fast = { ours: frameFast('ours', size, 0.95), theirs: frameFast('codemirror', size, 0.95) };
    yield beside({ ...row, what: '1,000 px, p95', peer: 'codemirror', ...fast });
    const what = 'frames of 60 lacking marks or text';
    const bare = (peer, speed) => lacking(peer, size, speed);
    yield within({ ...row, what: `400 px, ${what}`, unit: '', ours: bare('ours', 'scroll400') }, 0);
    for (const peer of ['codemirror', 'recogito']) {
      const figures = { ours: bare('ours', 'scroll1000'), theirs: bare(peer, 'scroll1000') };
      if (figures.theirs !== undefined)
        yield { ...row, what: `1,000 px, ${what}`, peer, unit: '', ...figures, pass: null };
    }
  }
}

function* memory({ memory: of }) {
  const size = '500k, 50k';
  for (const [peer, most] of [
    ['naive', 1 / 20],
    ['codemirror', undefined],
    ['recogito', undefined],
  ]) {
    const figures = { ours: toMegabytes(of('ours', size)), theirs: toMegabytes(of(peer, size)) };
    yield beside(
      { part: 'memory', what: 'private memory of the annotations', size, peer, unit: 'MB', ...figures },
      most,
    );
  }
}

const toMegabytes = (bytes) => (bytes === undefined ? undefined : bytes / 2 ** 20);

function* opening(measured) {
  if (!measured) return;
  const row = { part: 'open', unit: 'ms' };
  yield within({ ...row, what: 'open an article, median', size: '4k, 40', ours: median(measured.small) }, 50);
  yield { ...row, what: 'open an article, p95', size: '4k, 40', ours: p95(measured.small), pass: null };
  yield within(
    { ...row, what: 'open an article, median', size: '2M, 50k', ours: median(measured.large) },
    250,
  );
}

/** A frame this long came too late for its turn at 60 Hz (ms). */
const LATE = 25;
/** The longest that a filter or a sorting may take until its rows are shown (ms). */
const ANSWER = 150;

function* table(measured) {
  if (!measured) return;
  const row = { part: 'table', size: `${measured.annotations / 1_000}k rows`, unit: 'ms' };
  yield { ...row, what: 'table: open, to first rows', ours: measured.open, pass: null };
  for (const [frames, what] of [
    [measured.scrollSlow, 'table: scroll 3 rows a frame'],
    [measured.scroll, 'table: scroll 20 rows a frame'],
    [measured.scrollFar, 'table: scroll 1,000 rows a frame'],
  ]) {
    yield within({ ...row, what: `${what}, p95`, ours: p95(frames) }, FRAME + TICK);
    const dropped = frames.filter((time) => time > LATE).length;
    yield within({ ...row, what: `${what}, dropped of ${frames.length}`, unit: '', ours: dropped }, 0);
  }
  for (const [name, ours] of Object.entries(measured.filters))
    yield within({ ...row, what: `table: filter by ${name}`, ours }, ANSWER);
  for (const [name, ours] of Object.entries(measured.sorts))
    yield within({ ...row, what: `table: sort by ${name}`, ours }, ANSWER);
}

const SAVE_GOALS = { 10: 1 / 50, 96: 1 / 500 };

function* saves(measured) {
  for (const { megabytes, ours, lowdb, following } of measured) {
    const row = { part: 'save', size: `${megabytes} MB`, peer: 'lowdb', unit: 'ms' };
    const took = ({ took }) => took;
    const blocked = ({ blocked }) => blocked;
    const pair = (pick) => ({ ours: median(ours.map(pick)), theirs: median(lowdb.map(pick)) });
    yield beside({ ...row, what: 'save one annotation, median', ...pair(took) }, SAVE_GOALS[megabytes]);
    const most = megabytes >= 10 ? 1 / 100 : undefined;
    yield beside({ ...row, what: 'event loop blocked meanwhile', ...pair(blocked) }, most);
    const what = 'longest block while files follow the journal';
    yield { part: 'save', size: row.size, unit: 'ms', what, ours: following, pass: null };
  }
}

const perSecond = (count, time) => (1_000 * count) / time;

function* imports({ import: reading, kinds }) {
  if (!reading) return;
  const row = { part: 'import', size: `${reading.articles} articles`, unit: '/s' };
  yield atLeast(
    { ...row, what: 'import articles durably', ours: perSecond(reading.articles, reading.saved) },
    500,
  );
  yield {
    ...row,
    what: 'of that, reading them',
    ours: perSecond(reading.articles, reading.read),
    pass: null,
  };
  for (const { kind, articles, read, peak } of kinds) {
    const one = { ...row, size: `${articles} articles`, pass: null };
    yield { ...one, what: `read .${kind}`, ours: perSecond(articles, read) };
    yield { ...one, what: `read .${kind}, most memory`, unit: 'MB', ours: toMegabytes(peak ?? undefined) };
  }
}

/** The longest that anything may stand still while a person goes on working (ms). */
const STILL = 50;

function* exports_({ exports: written }) {
  for (const { format, label, annotations, written: out, read, cpu, peak, took, blocked } of written ?? []) {
    const row = { part: 'export', size: `${annotations} annotations`, unit: '/s', pass: null };
    const rate = { ...row, what: `${label}: annotations out`, ours: perSecond(annotations, out) };
    yield format === 'jsonl' ? atLeast(rate, 50_000) : rate;
    const back = read === null ? undefined : perSecond(annotations, read);
    yield { ...row, what: `${label}: annotations in, compared`, ours: back, problem: 'not read' };
    yield { ...row, what: `${label}: processor time`, unit: 'ms', ours: cpu * 1_000 };
    yield { ...row, what: `${label}: most memory`, unit: 'MB', ours: toMegabytes(peak) };
    yield { ...row, what: `${label}: in all`, unit: 'ms', ours: took };
    yield within({ ...row, what: `${label}: main stood still`, unit: 'ms', ours: blocked }, STILL);
  }
}

/** What goes on while the frames of the window are counted. */
const DURING = { import: 'an import', export: 'an export', tag: 'tagging all matches' };

function* frames(measured) {
  for (const [part, { articles, frames }] of Object.entries(measured ?? {})) {
    const row = { part, size: `${articles} articles`, unit: 'ms' };
    yield within(
      { ...row, what: `window during ${DURING[part]}, longest frame`, ours: Math.max(...frames) },
      STILL,
    );
    yield { ...row, what: `window during ${DURING[part]}, frames p95`, ours: p95(frames), pass: null };
    const late = frames.filter((time) => time > STILL).length;
    const what = `window during ${DURING[part]}, frames over ${STILL} ms of ${frames.length}`;
    yield { ...row, what, unit: '', ours: late, pass: null };
  }
}

/** Opening a project of 10,000 articles: the longest that a person waits (ms), and main's memory then (MB). */
const WAIT = 1_500;
const MAIN = 350;
/** Starting, against an empty window. */
const START = 1.5;
/** Annotations of an article, see sample/export-project.ts. */
const EACH = 20;

function* beginnings({ project, start }) {
  if (project) {
    const { articles, openings } = project;
    const row = { part: 'project', size: `${articles} articles, ${articles * EACH} annotations`, unit: 'ms' };
    const of = (pick) => median(openings.map(pick));
    const memory = (kind) => toMegabytes(of((one) => one.memory?.[kind]));
    const all = openings.flatMap(({ frames }) => frames);
    const what = 'open a project, until its library';
    yield within({ ...row, what: `${what} answers a click`, ours: of(({ answered }) => answered) }, WAIT);
    yield { ...row, what: `${what} stands`, ours: of(({ stood }) => stood), pass: null };
    yield within({ ...row, what: 'window meanwhile, longest frame', ours: Math.max(...all) }, STILL);
    const late = all.filter((time) => time > STILL).length;
    yield { ...row, what: `frames over ${STILL} ms of ${all.length}`, unit: '', ours: late, pass: null };
    yield within({ ...row, what: 'main process then, resident', unit: 'MB', ours: memory('rss') }, MAIN);
    yield { ...row, what: 'main process then, proportional', unit: 'MB', ours: memory('pss'), pass: null };
    yield { ...row, what: 'main process, most ever', unit: 'MB', ours: memory('peak'), pass: null };
  }
  if (start) {
    const row = { part: 'start', size: 'sample project', peer: 'empty Electron window' };
    const pair = (pick) => ({ ours: median(start.ours.map(pick)), theirs: median(start.empty.map(pick)) });
    yield beside(
      { ...row, what: 'start, until its list stands', unit: 'ms', ...pair(({ shown }) => shown) },
      START,
    );
    const memory = pair((one) => toMegabytes(one.memory ?? undefined));
    yield beside({ ...row, what: 'memory of all processes (PSS)', unit: 'MB', ...memory }, START);
  }
}

const FIRST_HITS = 20;
const ALL_HITS = 60;

function* searches(measured) {
  if (!measured) return;
  const { articles, ready, queries } = measured;
  for (const { mode, text, hits, first, all } of queries) {
    const row = { part: 'search', size: `${articles} articles`, unit: 'ms' };
    const what = `${mode}: ${text} (${hits} hits)`;
    const figures = [
      [`${what}, first hits`, median(first), FIRST_HITS],
      [`${what}, all`, median(all), ALL_HITS],
    ];
    for (const [named, ours, most] of figures) {
      const one = { ...row, what: named, ours };
      yield mode === 'fuzzy' ? { ...one, pass: null } : within(one, most);
    }
  }
  const what = 'start the process and hand it the texts';
  yield { part: 'search', what, size: `${articles} articles`, ours: ready, unit: 'ms', pass: null };
}

function* proposing(measured) {
  if (!measured) return;
  const { articles, proposals, first, again, evaluation } = measured;
  const row = { part: 'propose', size: `${articles} articles of 4k`, unit: '/s', pass: null };
  yield { ...row, what: 'articles read for the first time', ours: (1_000 * articles) / first };
  yield { ...row, what: 'proposals made', ours: (1_000 * proposals) / first };
  yield { ...row, what: 'articles, the register changed', ours: (1_000 * articles) / again };
  const names = {
    content: 'quotes, all of their spans',
    source: 'words of the source',
    speaker: 'speaker of direct quotes',
  };
  for (const [half, figures] of Object.entries(evaluation)) {
    const size = `${figures.cases} cases${half === 'held' ? ', held out' : ''}`;
    for (const [name, what] of Object.entries(names)) {
      const of = { part: 'propose', size, unit: '%' };
      const { precision, recall } = figures[name];
      yield atLeast({ ...of, what: `${what}: precision`, ours: 100 * precision }, PRECISION_GOALS[name]);
      yield { ...of, what: `${what}: recall`, ours: 100 * recall, pass: null };
    }
  }
}

/** In percent. */
const PRECISION_GOALS = { content: 95, source: 90, speaker: 90 };

const atLeast = (row, least) => ({
  ...row,
  goal: `≥ ${least}`,
  pass: row.ours === undefined ? null : row.ours >= least,
});
