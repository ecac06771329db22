import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CODEBOOK } from '../project/default-codebook';
import { emptyProject } from '../project/empty';
import type { Annotation, Article, Claim, Project, Speaker, Target } from '../project/model';
import { compareAnnotations } from '../project/order';
import { arbitraryProject } from '../project/project.arbitrary';
import type { Scope } from '../project/scope';
import { contextOf } from '../text/context';
import { sentences } from '../text/sentences';
import { normalise, type Span } from '../text/span';
import { words } from '../text/tokens';
import { conllU } from './conll/conllu';
import type { Format } from './format';
import { FormatError } from './format';
import { FORMATS, formatById, READERS, VARIANTS } from './registry';
import { teiInline } from './tei/tei-inline';

const runs = { numRuns: 1000 };
const EPOCH = '1970-01-01T00:00:00.000Z';
const UNKNOWN = { id: 'imported', name: 'Imported', note: '', createdAt: EPOCH };

const all = (project: Project) => [...project.annotations.values()].flat();
const targets = (annotation: Annotation) => Object.values(annotation.roles).flat();
const pointedAt = (project: Project, kind: 'speaker' | 'claim') =>
  new Set(
    all(project)
      .flatMap(targets)
      .flatMap((target) => (kind in target ? [Object.values(target)[0] as string] : [])),
  );
const keep = <Row>(map: ReadonlyMap<string, Row>, ids: ReadonlySet<string>) =>
  new Map([...map].filter(([id]) => ids.has(id)));
const mapRows = <Row>(map: ReadonlyMap<string, Row>, change: (row: Row, id: string) => Row) =>
  new Map([...map].map(([id, row]) => [id, change(row, id)]));
const mapAnnotations = (project: Project, change: (annotation: Annotation, text: string) => Annotation) =>
  mapRows(project.annotations, (list, id) =>
    list.map((next) => change(next, project.articles.get(id)!.text)).sort(compareAnnotations),
  );
const withoutKeys = <T extends object>(row: T, gone: (value: unknown) => boolean): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => !gone(value))) as T;
const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0);
/** An empty standfirst, byline … is no standfirst. */
const stripped = ({ title, text, ...facts }: Article): Article => ({
  ...withoutKeys(facts, (value) => value === ''),
  title,
  text,
});

/** Of the registers, every lossy format keeps what annotations mention: names and wordings. */
function mentioned(project: Project) {
  const annotators = new Set(all(project).map(({ annotatorId }) => annotatorId));
  return {
    speakers: mapRows(keep(project.speakers, pointedAt(project, 'speaker')), ({ id, name }): Speaker => {
      return { id, name, aliases: [], kind: 'unspecified', note: '' };
    }),
    claims: mapRows(keep(project.claims, pointedAt(project, 'claim')), ({ id, wording }): Claim => {
      return { id, wording, note: '' };
    }),
    readings: new Map(),
    annotators: keep(project.annotators, annotators),
  };
}

const annotated = (project: Project) => keep(project.articles, new Set(project.annotations.keys()));
/** An empty role is an unset role, in every format but our own. */
const plain = (annotation: Annotation) => ({ ...annotation, roles: withoutKeys(annotation.roles, isEmpty) });
/** Formats without types cannot tell an empty value from none. */
const untyped = (annotation: Annotation) => ({
  ...plain(annotation),
  attributes: withoutKeys(annotation.attributes, isEmpty),
});

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Spans grown to whole grapheme clusters, the slow way. */
function grown(text: string, spans: readonly Span[]): readonly Span[] {
  const edges = [...Array.from(clusters.segment(text), ({ index }) => index), text.length];
  return normalise(
    spans.map(({ start, end }) => ({
      start: edges.filter((edge) => edge <= start).at(-1)!,
      end: edges.find((edge) => edge >= end)!,
    })),
  );
}
const grownTarget = (text: string, target: Target) =>
  'spans' in target ? { spans: grown(text, target.spans) } : target;

/** Whatever JSON Lines keeps, formats keep too that have a place for what their own terms cannot say. */
const asJsonl = (project: Project): Project => ({
  ...project,
  ...mentioned(project),
  info:
    project.articles.size > 0
      ? { id: project.info.id, name: project.info.name, note: '', createdAt: EPOCH }
      : UNKNOWN,
  articles: mapRows(project.articles, stripped),
  annotations: mapAnnotations(project, plain),
});

/** The words of an article with the numbers of their sentences. */
function numberedWords({ text, blocks, language }: Article) {
  const whole = [{ start: 0, end: text.length }];
  const starts = (blocks.length > 0 ? blocks : whole).flatMap((block) =>
    sentences(text, block, language).map(({ start }) => start),
  );
  return words(text, language).map((word) => ({
    ...word,
    // A word before the first sentence is of the first.
    sentence: Math.max(0, starts.filter((start) => start <= word.start).length - 1),
  }));
}

/** Each annotation with the words it touches, in pieces as columns of tags can hold them, found the slow way. */
function tagged(article: Article, list: readonly Annotation[]) {
  const all = numberedWords(article);
  const taken = new Set<number>();
  return list.map((annotation) => {
    const touched = annotation.spans.map(({ start, end }) =>
      all.flatMap((word, at) => (word.start < end && start < word.end ? [at] : [])),
    );
    const numbers = [...new Set(touched.flat())];
    const free = numbers.length > 0 && !numbers.some((at) => taken.has(at));
    if (free) for (const at of numbers) taken.add(at);
    const together = (one: number, other: number) =>
      all[one]!.sentence === all[other]!.sentence &&
      touched.some((passage) => passage.includes(one) && passage.includes(other));
    const pieces: number[][] = [];
    for (const at of free ? numbers : []) {
      const last = pieces.at(-1);
      if (last && together(last.at(-1)!, at)) last.push(at);
      else pieces.push([at]);
    }
    const fitted = annotation.spans.some(
      (span) => !all.some(({ start }) => start === span.start) || !all.some(({ end }) => end === span.end),
    );
    const spans = pieces.map((piece) => ({ start: all[piece[0]!]!.start, end: all[piece.at(-1)!]!.end }));
    return { annotation, spans, numbers, free, fitted };
  });
}

/** What is left of annotations that were words with tags: where they are and of what layer. */
function asConll(project: Project): Project {
  const annotations = new Map<string, Annotation[]>();
  for (const [id, list] of project.annotations) {
    const article = project.articles.get(id)!;
    const pieces = tagged(article, list).flatMap(({ annotation: { layer }, spans }) =>
      spans.map((span) => ({ layer, span })),
    );
    pieces.sort((a, b) => a.span.start - b.span.start);
    const made = pieces.map(({ layer, span }, at): Annotation => {
      const plain = { attributes: {}, roles: {}, note: '', certainty: 'certain', status: 'draft' } as const;
      const times = { createdAt: EPOCH, updatedAt: EPOCH, codebookVersion: project.codebook.version };
      const own = { id: `${id}-${at + 1}`, articleId: id, annotatorId: 'imported', layer, spans: [span] };
      return { ...own, ...contextOf(article.text, [span]), ...plain, ...times };
    });
    if (made.length > 0) annotations.set(id, made.sort(compareAnnotations));
  }
  const annotators =
    annotations.size > 0 ? [['imported', { id: 'imported', name: 'Imported' }] as const] : [];
  return {
    ...project,
    info: UNKNOWN,
    speakers: new Map(),
    claims: new Map(),
    readings: new Map(),
    annotators: new Map(annotators),
    annotations,
  };
}

/** What columns of tags lose, counted from the annotations as `tagged` has them. */
function conllCounts(whole: Project, kept: Project): Record<string, number> {
  const list = [...kept.annotations].flatMap(([id, list]) => tagged(kept.articles.get(id)!, list));
  const number = (found: (each: (typeof list)[number]) => boolean) => list.filter(found).length;
  const used = new Set(all(kept).map(({ annotatorId }) => annotatorId));
  return {
    'article-details': kept.articles.size,
    'article-note': [...kept.articles.values()].filter(({ note }) => note).length,
    'whole-article': number(({ annotation }) => annotation.spans.length === 0),
    wordless: number(({ annotation, numbers }) => annotation.spans.length > 0 && numbers.length === 0),
    overlap: number(({ numbers, free }) => numbers.length > 0 && !free),
    'in-pieces': number(({ spans }) => spans.length > 1),
    fitted: number(({ free, fitted }) => free && fitted),
    'attribute-value': all(kept).flatMap(({ attributes }) => Object.keys(attributes)).length,
    link: all(kept).flatMap(targets).length,
    'annotation-note': all(kept).filter(({ note }) => note !== '').length,
    'annotation-details': number(({ free }) => free),
    speaker: whole.speakers.size,
    claim: whole.claims.size,
    annotator: [...whole.annotators.keys()].filter((id) => !used.has(id)).length,
    reading: [...kept.articles.keys()].filter((id) => whole.readings.has(id)).length,
    project: 1,
  };
}

/** What is left of a project that went through each format; and what its report must count. */
const SURVIVES: Record<string, (project: Project) => Project> = {
  brat: asJsonl,
  'conll-2002': asConll,
  'conll-2003': asConll,
  'conll-2003-iob2': asConll,
  'conll-2003-biluo': asConll,
  doccano: asJsonl,
  'doccano-relations': asJsonl,
  'label-studio': asJsonl,
  'tei-standoff': asJsonl,
  'uima-json': asJsonl,
  'uima-xmi': asJsonl,
  prodigy: asJsonl,
  // A project file has a place for everything, and only leaves out what is not in its text.
  'refi-qda': (project) => project,
  spacy: asJsonl,
  'webanno-tsv': asJsonl,
  'marginalia-json': (project) => project,
  csv: (project) => ({
    ...project,
    ...mentioned(project),
    info: UNKNOWN,
    articles: annotated(project),
    annotations: mapAnnotations(project, untyped),
  }),
  jsonl: asJsonl,
  'web-annotation': (project) => ({
    ...project,
    ...mentioned(project),
    info: { id: project.info.id, name: project.info.name, note: '', createdAt: EPOCH },
    articles: annotated(project),
    annotations: mapAnnotations(project, (annotation, text) => {
      const spans = grown(text, annotation.spans);
      const roles = Object.entries(untyped(annotation).roles);
      return {
        ...untyped(annotation),
        spans,
        ...contextOf(text, spans),
        roles: Object.fromEntries(
          roles.map(([id, list]) => [id, list.map((next) => grownTarget(text, next))]),
        ),
        codebookVersion: project.codebook.version,
      };
    }),
  }),
};

/** Losses counted again, from what is left: `kept` is the part in scope, `whole` the project. */
function countsOf(id: string, whole: Project, kept: Project): Record<string, number> {
  const ids = new Set(all(kept).map((annotation) => annotation.id));
  const dangling = all(kept)
    .flatMap(targets)
    .filter((target) => 'annotation' in target && !ids.has(target.annotation)).length;
  if (id === 'marginalia-json' || id === 'refi-qda') return { 'dangling-target': dangling };
  if (SURVIVES[id] === asConll) return conllCounts(whole, kept);
  if (id === 'tei-inline') {
    return { ...countsOf('jsonl', whole, kept), 'article-origin': kept.articles.size };
  }
  if (id === 'conll-u') {
    const alone = [...kept.annotations].flatMap(([key, list]) =>
      list.flatMap((annotation) => tagged(kept.articles.get(key)!, [annotation])),
    );
    const number = (found: (each: (typeof alone)[number]) => boolean) => alone.filter(found).length;
    const spoken = ({ articleId }: Annotation) => numberedWords(kept.articles.get(articleId)!).length > 0;
    return {
      ...countsOf('jsonl', whole, kept),
      'article-text': kept.articles.size,
      'whole-article': number(({ annotation }) => annotation.spans.length === 0 && !spoken(annotation)),
      wordless: number(({ annotation, numbers }) => annotation.spans.length > 0 && numbers.length === 0),
      fitted: number(({ free, fitted }) => free && fitted),
    };
  }
  const left = SURVIVES[id]!(kept);
  const differ = <Row>(before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>) =>
    [...before].filter(([key, row]) => JSON.stringify(sorted(row)) !== JSON.stringify(sorted(after.get(key))))
      .length;
  const register = {
    'dangling-target': dangling,
    'speaker-details': differ(whole.speakers, left.speakers),
    'claim-details': differ(whole.claims, left.claims),
    annotator: whole.annotators.size - left.annotators.size,
    reading: [...kept.articles.keys()].filter((key) => whole.readings.has(key)).length,
    project: 1,
  };
  const notes = [...kept.articles.values()].filter(({ note }) => note).length;
  const values = all(kept)
    .flatMap(({ attributes }) => Object.values(attributes))
    .filter(isEmpty).length;
  if (SURVIVES[id] === asJsonl) return register;
  const common = { ...register, 'article-note': notes, 'untyped-value': values };
  if (id === 'csv') {
    const silent = kept.articles.size - left.articles.size;
    return { ...common, 'article-text': kept.articles.size, 'article-without-annotations': silent };
  }
  const split = all(kept).filter((annotation) => {
    const { text } = kept.articles.get(annotation.articleId)!;
    const places = [
      annotation.spans,
      ...targets(annotation).map((next) => ('spans' in next ? next.spans : [])),
    ];
    return places.some((spans) => JSON.stringify(spans) !== JSON.stringify(grown(text, spans)));
  }).length;
  const versions = all(kept).filter(
    ({ codebookVersion }) => codebookVersion !== whole.codebook.version,
  ).length;
  return {
    ...common,
    'article-details': kept.articles.size,
    'split-character': split,
    'codebook-version': versions,
  };
}

const sorted = (row: unknown) => (row ? Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)) : null);
const counted = (losses: readonly { kind: string; count: number }[]) =>
  Object.fromEntries(losses.map(({ kind, count }) => [kind, count]));
const onlyCounted = (counts: Record<string, number>) => withoutKeys(counts, (count) => count === 0);

/** The same value with the rows of all maps and the keys of all records the other way round. */
function reversed(value: unknown): unknown {
  if (value instanceof Map) return new Map([...value].reverse().map(([key, row]) => [key, reversed(row)]));
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, next]) => [key, reversed(next)]),
  );
}

/** A part of the project, cut by hand. */
function cutTo(project: Project, { layers, statuses, articles }: Scope): Project {
  const kept = new Map<string, readonly Annotation[]>();
  for (const [id, list] of project.annotations) {
    if (articles && !articles.includes(id)) continue;
    const found = list.filter(
      ({ layer, status }) => (layers?.includes(layer) ?? true) && (statuses?.includes(status) ?? true),
    );
    if (found.length > 0) kept.set(id, found);
  }
  return {
    ...project,
    articles: keep(project.articles, new Set(articles ?? project.articles.keys())),
    annotations: kept,
  };
}

const scopes: fc.Arbitrary<Scope> = fc
  .record({
    layers: fc.option(fc.subarray(['quote', 'claim', 'speaker', 'sentiment', '=odd.layer'])),
    statuses: fc.option(fc.subarray(['draft', 'final'] as const)),
    articles: fc.option(fc.subarray(['article-1', 'article-2', 'article-3'])),
  })
  .map((scope) => withoutKeys(scope, (value) => value === null) as Scope);

const parse = (format: Format, files: Parameters<NonNullable<Format['parse']>>[0], project: Project) =>
  format.parse!(files, project.articles);

/** Formats that only write are held to the laws of dataset.test.ts. */
const READ = [...FORMATS, ...Object.keys(VARIANTS).map((id) => ({ ...formatById(id), id }))].filter(
  ({ parse }) => parse,
);

describe.each(READ)('$id', (format) => {
  it('gives back what survives it', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const { project: back, warnings } = parse(format, format.serialize(project).files, project);
        expect(back).toEqual(SURVIVES[format.id]!(project));
        expect(warnings).toEqual([]);
      }),
      runs,
    );
  });

  it('reports exactly what did not, also of a part', () => {
    fc.assert(
      fc.property(arbitraryProject(), scopes, (project, scope) => {
        const { loss } = format.serialize(project, scope);
        expect(loss.unit).toBe(format.unit);
        expect(counted(loss.losses)).toEqual(
          onlyCounted(countsOf(format.id, project, cutTo(project, scope))),
        );
        expect(format.losses(project, scope)).toEqual(loss);
      }),
      runs,
    );
  });

  it('writes the same part whether it is cut by the scope or was all there is', () => {
    fc.assert(
      fc.property(arbitraryProject(), scopes, (project, scope) => {
        const part = cutTo(project, scope);
        const { project: back } = parse(format, format.serialize(project, scope).files, part);
        expect(back.annotations).toEqual(SURVIVES[format.id]!(part).annotations);
      }),
      { numRuns: 300 },
    );
  });

  it('writes equal files for equal projects, whatever the order of their tables and keys', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const other = reversed(project) as Project;
        expect(Object.keys(other)).not.toEqual(Object.keys(project));
        expect(format.serialize(other)).toEqual(format.serialize(project));
      }),
      { numRuns: 300 },
    );
  });

  it('writes well-formed text only, to paths that stay in the folder', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const { files } = format.serialize(project);
        expect(format.extensions.some((extension) => files[0]!.path.endsWith(`.${extension}`))).toBe(true);
        for (const { path, data } of files) {
          expect(path).toMatch(/^(?:texts\/|sources\/)?[^/\\:*?"<>|\0-\x1f]+$/u);
          expect(path).not.toMatch(/(?:^|\/)\.\.?(?:\/|$)/);
          expect(data).not.toMatch(/\p{Surrogate}/u);
          expect(data.includes('\0')).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('carries an empty project', () => {
    const project = emptyProject(
      { id: 'p', name: 'Empty', note: '', createdAt: EPOCH },
      { id: 'ada', name: 'Ada' },
    );
    const { files, loss } = format.serialize(project);
    expect(parse(format, files, project).project).toEqual(SURVIVES[format.id]!(project));
    expect(counted(loss.losses)).toEqual(onlyCounted(countsOf(format.id, project, project)));
  });

  it('tells how far it is, and can be stopped', () => {
    const project = fc.sample(
      arbitraryProject({ articles: 3 }).filter(({ articles }) => articles.size === 3),
      1,
    )[0]!;
    const told: number[][] = [];
    format.serialize(project, {}, (done, total) => told.push([done, total]));
    expect(told).toEqual([0, 1, 2].map((done) => [done, 3]));
    const stop = () => {
      throw new Error('stopped');
    };
    expect(() => format.serialize(project, {}, stop)).toThrow('stopped');
  });

  it.each([
    ['NUL', 'a\0b', 1],
    ['a lone high surrogate', 'ab\ud83d', 2],
    ['a lone low surrogate', '😀\ude00b', 2],
  ])('refuses a text with %s, and says where', (_, text, offset) => {
    const article = { id: 'x', title: 'Damaged', order: 1, text, blocks: [] } as unknown as Article;
    const project = { ...emptyProject(UNKNOWN, { id: 'a', name: 'A' }), articles: new Map([['x', article]]) };
    expect(() => format.serialize(project)).toThrow(new RegExp(`Damaged.* at UTF-16 offset ${offset}\\.`));
  });
});

describe('the registry', () => {
  it('knows each format by its id, once', () => {
    expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
    for (const format of FORMATS) expect(formatById(format.id)).toBe(format);
    expect(() => formatById('docx')).toThrow('docx');
    expect(Object.keys(SURVIVES).sort()).toEqual(READ.map(({ id }) => id).sort());
  });

  it('has readers of other tools’ files that know their own, and take none of ours', () => {
    const ids = READERS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const foreign = READERS.filter(({ id }) => !FORMATS.some((format) => format.id === id));
    expect(foreign.length).toBeGreaterThan(0);
    for (const project of fc.sample(arbitraryProject(), 20)) {
      for (const format of FORMATS) {
        const { files } = format.serialize(project);
        for (const { id, recognises } of foreign)
          expect([id, format.id, recognises(files)]).toEqual([id, format.id, false]);
      }
    }
    for (const { recognises } of foreign) expect(recognises([])).toBe(false);
  });

  it('starts from the built-in codebook when a file brings none', () => {
    for (const format of READ.filter(({ fidelity }) => fidelity === 'lossy')) {
      // A codebook of our own making that the file does not bring is made of the file by those that can.
      const builtIn = arbitraryProject().filter(
        ({ codebook, articles }) => codebook === DEFAULT_CODEBOOK && articles.size > 0,
      );
      const [project] = fc.sample(builtIn, 1);
      const { files } = format.serialize(project!);
      const alone = files.filter(({ path }) => !path.endsWith('.codebook.json'));
      expect(parse(format, alone, project!).project.codebook).toEqual(DEFAULT_CODEBOOK);
    }
  });
});

describe('everything that can be read', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '[{"id":1}]',
      '{"a":[',
      '<?xml version="1.0"?><a/>',
      'a,b\n"c',
      '#FORMAT=',
      'x\ty\n',
      '\ufeff',
    ),
  );
  const path = fc.constantFrom(
    ...[
      'a.json',
      'a.qde',
      'a.csv',
      'a.tsv',
      'b/tags.json',
      'b/documents.json',
      'b/source.json',
      'c',
      'd.xml',
    ],
  );

  it('has an id of its own', () => {
    expect(new Set(READERS.map(({ id }) => id)).size).toBe(READERS.length);
  });

  it.each(READERS)(
    '$id looks at any files without a fault, and refuses what is none of its own',
    (reader) => {
      expect(reader.recognises([])).toBe(false);
      expect(() => reader.parse([])).toThrow(FormatError);
      fc.assert(
        fc.property(fc.array(fc.record({ path, data: text }), { maxLength: 4 }), (files) => {
          expect(typeof reader.recognises(files)).toBe('boolean');
          try {
            reader.parse(files);
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError);
          }
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe.each([conllU, teiInline])('$id, which is not read back,', (format) => {
  it('reports exactly what its files do not tell, also of a part', () => {
    fc.assert(
      fc.property(arbitraryProject(), scopes, (project, scope) => {
        const { loss } = format.serialize(project, scope);
        expect(counted(loss.losses)).toEqual(
          onlyCounted(countsOf(format.id, project, cutTo(project, scope))),
        );
        expect(format.losses(project, scope)).toEqual(loss);
      }),
      runs,
    );
  });

  it('writes equal files for equal projects, whatever the order of their tables and keys', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        expect(format.serialize(reversed(project) as Project)).toEqual(format.serialize(project));
      }),
      { numRuns: 300 },
    );
  });
});
