import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProject } from '../../project/project.arbitrary';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { formatWith } from '../options';
import { readXml } from '../uima/xml-read';
import { guidOf } from './guid';
import { printOurs, readOurs } from './ours';
import { likelyCounting, placing } from './positions';
import { refiQda } from './refi-qda';

const fixture = (path: string, as = path): FormatFile => ({
  path: as,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});
const read = (...files: FormatFile[]) => refiQda.parse!(files);

/** A project with one source, as another program would write it. */
function foreign(text: string, ...selections: (readonly [start: number, end: number, name?: string])[]) {
  const marked = selections.map(
    ([start, end, name = ''], at) =>
      `<PlainTextSelection guid="s${at}" startPosition="${start}" endPosition="${end}" name="${name}">
        <Coding guid="c${at}"><CodeRef targetGUID="code"/></Coding></PlainTextSelection>`,
  );
  const qde = `<Project xmlns="urn:QDA-XML:project:1.0" name="P">
    <CodeBook><Codes><Code guid="code" name="X" isCodable="true"/></Codes></CodeBook>
    <Sources><TextSource guid="t" name="T" plainTextPath="internal://t.txt">${marked.join('')}</TextSource></Sources></Project>`;
  return read({ path: 'project.qde', data: qde }, { path: 'sources/t.txt', data: text });
}
const quotes = ({ project }: ReturnType<typeof read>) =>
  [...project.annotations.values()].flat().map(({ quote }) => quote);

describe('a project of another program', () => {
  const name = '50000000-0000-4000-8000-000000000001.txt';
  const { project, warnings } = read(
    fixture('good/project.qde', 'project.qde'),
    fixture(`good/sources/${name}`, `Sources/${name}`),
    fixture(
      'good/sources/40000000-0000-4000-8000-000000000002.txt',
      'Sources/40000000-0000-4000-8000-000000000002.txt',
    ),
  );
  const [interview, log] = [...project.articles.values()];
  const found = project.annotations.get(interview!.id)!;

  it('has its texts, with what is known of them', () => {
    expect(project.info).toMatchObject({
      name: 'Ferry interviews',
      note: 'About a ferry',
      createdAt: '2023-05-04T09:00:00.000Z',
    });
    expect(interview).toMatchObject({
      title: 'Interview 1',
      note: 'First talk\nPlace: Oslo\nCase: Mara Lind\nSet: Spring',
    });
    expect(log).toMatchObject({ title: 'Log', text: 'No brakes, said the log.' });
  });

  it('has a layer for each code at the top, and values for those below', () => {
    expect(project.codebook).toMatchObject({ name: 'Ferry interviews' });
    expect(
      project.codebook.layers.map(({ id, colour, attributes }) => [
        id,
        colour,
        attributes.map((next) => [next.id, next.kind, 'values' in next && next.values.map(({ id }) => id)]),
      ]),
    ).toEqual([
      [
        'Emotion',
        'stance',
        [
          ['Strength', 'choice', ['weak', 'strong']],
          ['code', 'choice', ['Anger', 'Anger / Rage', 'Joy']],
        ],
      ],
      ['Safety', 'speaker', []],
      ['Never used', project.codebook.layers[2]!.colour, []],
      ['Note', project.codebook.layers[3]!.colour, []],
    ]);
    expect(project.codebook.layers[0]).toMatchObject({
      description: 'How someone feels',
      wholeArticle: true,
    });
    expect(new Set(project.codebook.layers.map(({ key }) => key)).size).toBe(4);
  });

  it('has an annotation for each layer and person of each selection', () => {
    expect(
      found.map(({ layer, quote, annotatorId, attributes, note }) => {
        return [layer, quote, annotatorId, attributes, note];
      }),
    ).toEqual([
      ['Emotion', '', 'ola-berg', {}, ''],
      [
        'Emotion',
        'We raged.',
        'ola-berg',
        { code: 'Anger / Rage', Strength: 'strong' },
        'Her own word\n\nLook again',
      ],
      ['Emotion', 'We raged.', 'kim-aho', { code: 'Joy' }, ''],
      ['Safety', 'We raged.', 'ola-berg', {}, ''],
      ['Note', 'The', 'kim-aho', {}, 'Which two?'],
      ['Safety', 'two of us', 'imported', {}, ''],
    ]);
    expect(found.at(1)!.createdAt).toBe('2023-05-04T09:12:00.000Z');
  });

  it('has its cases as speakers, and its links as roles', () => {
    expect([...project.speakers.values()]).toEqual([
      { id: 'mara-lind', name: 'Mara Lind', aliases: [], kind: 'unspecified', note: 'The mate\nAge: 44' },
    ]);
    expect(found.at(-1)!.roles).toEqual({
      case: [{ speaker: 'mara-lind' }],
      explains: [{ annotation: found[1]!.id }],
    });
  });

  it('is told of what was left out', () => {
    const place = 'project.qde, Interview 1.docx';
    expect(warnings).toEqual([
      `${place}: 1 selection is nowhere in the text and is left out`,
      `${place}: 1 selection has neither a code nor a comment and is left out`,
      `${place}: 1 coding with a code that the project does not have is left out`,
      `${place}: 1 link leads to what has no place here and is left out`,
      'project.qde: 1 picture is left out',
      'project.qde: 1 PDF as pages is left out',
      'project.qde: 1 sound recording is left out',
      'project.qde: 1 text that did not come with it is left out',
    ]);
  });
});

describe('positions', () => {
  const crlf = 'One.\r\nTwo ferries sank.\r\nThree crews knew.\r\n';

  it.each(GOLDEN_STRINGS)(
    'are code points or UTF-16, as the names tell: $name',
    ({ text, target, codepoint, utf16 }) => {
      for (const [start, end] of [codepoint, utf16]) {
        if (text.startsWith('\ufeff')) continue; // a byte order mark is no character of the text
        expect(quotes(foreign(text, [start, end, target]))).toEqual([target]);
      }
    },
  );

  it('count a line break of two characters as two or as one, as the words tell', () => {
    const two = foreign(crlf, [10, 17], [31, 36]);
    expect([quotes(two), two.warnings]).toEqual([['ferries', 'crews'], []]);
    const one = foreign(crlf, [9, 16], [29, 34]);
    expect(quotes(one)).toEqual(['ferries', 'crews']);
    expect(one.warnings).toEqual(['project.qde: positions count a line break as one character']);
    expect([...one.project.articles.values()][0]!.text).toBe(crlf.replaceAll('\r\n', '\n'));
  });

  it('are code points unless UTF-16 fits better', () => {
    expect(quotes(foreign('😀😀 ferries sank', [3, 10]))).toEqual(['ferries']);
    const utf16 = foreign('😀😀 ferries sank', [5, 12]);
    expect(quotes(utf16)).toEqual(['ferries']);
    expect(utf16.warnings).toEqual(['project.qde: positions count UTF-16 code units']);
  });

  it('end before the next character unless it fits much better that they end at the last one', () => {
    expect(quotes(foreign('Two ferries sank', [4, 11, 'ferries']))).toEqual(['ferries']);
    const last = foreign('Two ferries sank', [4, 10, 'ferries'], [0, 2, 'Two']);
    expect(quotes(last)).toEqual(['Two', 'ferries']);
    expect(last.warnings).toEqual(['project.qde: positions name the last character of a passage as its end']);
    // A hasty selection proves nothing.
    expect(quotes(foreign('Two ferries sank', [4, 10]))).toEqual(['ferrie']);
  });

  it('do not count a byte order mark, and leave it out', () => {
    const { project } = foreign('\ufeffTwo ferries', [4, 11]);
    expect([...project.articles.values()][0]!.text).toBe('Two ferries');
    expect([...project.annotations.values()].flat()[0]!.quote).toBe('ferries');
  });

  it('are put where they are whatever they count, for any text', () => {
    const pieces = fc.array(fc.constantFrom('ferry', ' ', '😀', '\r\n', '\n', '\r', 'é', '.'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), (list, from, to) => {
        const plain = list.join('').replace(/\r\n?/g, '\n');
        const text = plain.replaceAll('\n', '\r\n');
        const points = [...plain];
        const [start, end] = [from % (points.length + 1), to % (points.length + 1)].sort((a, b) => a - b);
        if (start === end) return;
        const quote = points.slice(start, end).join('');
        const breaks = (until: number) => points.slice(0, until).filter((point) => point === '\n').length;
        const units = (until: number) => points.slice(0, until).join('').length;
        for (const [lineBreak, unit, at] of [
          [1, 'codepoint', (n: number) => n],
          [2, 'codepoint', (n: number) => n + breaks(n)],
          [1, 'utf16', units],
          [2, 'utf16', (n: number) => units(n) + breaks(n)],
        ] as const) {
          const span = placing(text, { lineBreak, unit, end: 'after' })({
            start: at(start!),
            end: at(end!),
          })!;
          expect(plain.slice(span.start, span.end)).toBe(quote);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('of nothing are read as the standard has it', () => {
    expect(likelyCounting([])).toEqual({ lineBreak: 2, unit: 'codepoint', end: 'after' });
  });
});

describe('a file that is refused', () => {
  it.each([
    ['is cut off', 'bad/cut-off.qde', /^bad\/cut-off\.qde:\d+:\d+: /],
    ['has a document type', 'bad/entity.qde', /^bad\/entity\.qde:2:\d+: .*document type/],
    ['is no project', 'bad/no-project.qde', /^bad\/no-project\.qde:2:\d+: this is not a REFI-QDA project/],
    ['lacks a text that it says it has', 'bad/no-text.qde', /^bad\/no-text\.qde:4:\d+: the text internal:/],
  ])('%s', (_, path, message) => {
    expect(() => read(fixture(path))).toThrow(FormatError);
    expect(() => read(fixture(path))).toThrow(message);
  });

  it('is told when there is none, or a text that no file can carry', () => {
    expect(() => read({ path: 'x.txt', data: '' })).toThrow('x.txt:1:1: a file that ends in .qde');
    expect(() => foreign('a\0b')).toThrow(/^sources\/t\.txt:1:2: .*NUL/);
  });
});

describe('a project of ours', () => {
  const article = articleOf('a1', 'The 😀 ferry had no brakes, said Ek. We knew.');
  const claim = claimOn(
    article,
    'c1',
    [
      [4, 12],
      [20, 26],
    ],
    {
      attributes: { kind: 'factual', verifiable: 'yes' },
      roles: {
        supports: [{ annotation: 'c2' }, { claim: 'c1' }],
        'made-by': [{ speaker: 'ek' }],
        cue: [
          {
            spans: [
              { start: 0, end: 3 },
              { start: 28, end: 32 },
            ],
          },
        ],
      },
      note: 'kept',
    },
  );
  const other = claimOn(article, 'c2', [[37, 44]], { certainty: 'very uncertain' });
  const whole = claimOn(article, 's1', [], { layer: 'sentiment', attributes: { polarity: -2 } });
  const project = projectOf([article], [claim, other, whole]);
  const { files } = refiQda.serialize(project);
  const changed = (change: (qde: string) => string) => {
    const [qde, ...texts] = files;
    const data = change(qde!.data);
    expect(data).not.toBe(qde!.data);
    const back = read({ ...qde!, data }, ...texts);
    return { ...back, by: new Map(back.project.annotations.get('a1')!.map((next) => [next.id, next])) };
  };
  const guid = (kind: string, ...names: string[]) => guidOf('ferry', kind, ...names);
  const code = (...names: string[]) => guidOf('code', 'news-close-reading', ...names);

  it('says what is marked in terms that others know', () => {
    const root = readXml(files[0]!);
    const text = JSON.stringify(root);
    expect(text).toContain(code('claim', 'kind', 'factual'));
    expect(text).toContain(guid('case', 'ek'));
    // Without what we wrote for ourselves it is still most of it.
    const bare = read(
      { ...files[0]!, data: files[0]!.data.replace(/<\?marginalia .*\?>/g, '') },
      ...files.slice(1),
    );
    expect(bare.project.codebook.layers[0]).toMatchObject({ id: 'Claim', colour: 'claim' });
    const [first, second, third] = [...bare.project.annotations.values()].flat();
    expect(first).toMatchObject({ layer: 'Sentiment', spans: [], attributes: { Polarity: '−2' } });
    expect(second).toMatchObject({
      layer: 'Claim',
      quote: '😀 ferry … brakes',
      attributes: { Kind: 'factual', Verifiable: 'yes' },
      note: 'kept\n\nThe brakes failed',
      roles: {
        supports: [{ annotation: third!.id }],
        'made-by': [{ speaker: 'ada-ek' }],
        cue: [
          {
            spans: [
              { start: 0, end: 3 },
              { start: 28, end: 32 },
            ],
          },
        ],
      },
    });
  });

  it('is the same file each time, and names each thing once', () => {
    expect(refiQda.serialize(project).files).toEqual(files);
    const guids = [...files[0]!.data.matchAll(/ guid="([^"]+)"/g)].map(([, guid]) => guid);
    expect(new Set(guids).size).toBe(guids.length);
    for (const guid of guids)
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const refs = [...files[0]!.data.matchAll(/ (?:targetGUID|originGUID|creatingUser)="([^"]+)"/g)];
    for (const [, ref] of refs) expect(guids).toContain(ref);
  });

  it('comes back when texts got a byte order mark or other line breaks on the way', () => {
    const long = articleOf('a1', 'One.\nTwo 😀 ferries.\n');
    const written = refiQda.serialize(projectOf([long], [claimOn(long, 'c1', [[12, 19]])])).files;
    for (const spoil of [
      (text: string) => `\ufeff${text}`,
      (text: string) => text.replaceAll('\n', '\r\n'),
    ]) {
      const { project: back, warnings } = read(written[0]!, {
        ...written[1]!,
        data: spoil(written[1]!.data),
      });
      expect([back.articles.get('a1')!.text, warnings]).toEqual([long.text, []]);
      expect(back.annotations.get('a1')![0]).toMatchObject({ id: 'c1', quote: 'ferries' });
    }
    const { project: other, warnings } = read(written[0]!, { ...written[1]!, data: `${long.text} More.` });
    expect(warnings).toEqual([
      'project.qde, The ferry: the text was changed, so what Marginalia had written beside it is left out',
    ]);
    expect([...other.annotations.values()].flat()[0]!.quote).toBe('ferries');
  });

  it('takes what another program changed, and keeps the rest', () => {
    const moved = changed((qde) =>
      qde.replace('startPosition="36" endPosition="43"', 'startPosition="36" endPosition="38"'),
    );
    expect(moved.by.get('c2')).toMatchObject({ quote: 'We', certainty: 'very uncertain' });
    expect(moved.by.get('c1')).toEqual(claim);
    expect(moved.warnings).toEqual(['another tool changed 1, removed 0 and added 0 annotations']);

    const valued = changed((qde) =>
      qde.replaceAll(
        `<CodeRef targetGUID="${code('claim', 'verifiable', 'yes')}"/>`,
        `<CodeRef targetGUID="${code('claim', 'verifiable', 'no')}"/>`,
      ),
    );
    expect(valued.by.get('c1')).toMatchObject({
      attributes: { kind: 'factual', verifiable: 'no' },
      note: 'kept',
    });

    const unlinked = changed((qde) => qde.replace(/<Link [^>]*name="supports"[^>]*\/>/, ''));
    expect(unlinked.by.get('c1')!.roles.supports).toEqual([{ claim: 'c1' }]);

    const noted = changed((qde) => qde.replace('>kept<', '>changed<'));
    expect(noted.by.get('c1')).toMatchObject({ note: 'changed', roles: claim.roles });

    const gone = changed((qde) =>
      qde.replace(
        new RegExp(`<PlainTextSelection guid="${guid('selection', 'c2', '0')}"[^]*?</PlainTextSelection>`),
        '',
      ),
    );
    expect(gone.by.has('c2')).toBe(false);
    expect(gone.by.get('c1')!.roles.supports).toEqual([{ claim: 'c1' }]);

    const added = changed((qde) =>
      qde
        .replace('</TextSource>', `</TextSource>`)
        .replace(
          /(<PlainTextSelection guid)/,
          `<PlainTextSelection guid="new" startPosition="31" endPosition="33"><Coding guid="n2"><CodeRef targetGUID="${code('speaker')}"/></Coding></PlainTextSelection>$1`,
        ),
    );
    expect(added.by.get('a1-new')).toMatchObject({ layer: 'speaker', annotatorId: 'imported' });
  });

  it('takes names that were changed in the codebook and the registers', () => {
    const { project: back } = changed((qde) =>
      qde
        .replace('name="Claim" isCodable', 'name="Assertion" isCodable')
        .replace('name="factual"', 'name="of fact"')
        .replace(/(<Case [^>]*name=")Ada Ek"/, '$1Ida Ek"')
        .replace('>The brakes failed<', '>The brakes had failed<')
        .replace(' name="Ferry study"', ' name="Ferry"'),
    );
    expect(back.codebook.layers[0]).toMatchObject({ id: 'claim', label: 'Assertion', key: 'c' });
    expect(back.codebook.layers[0]!.attributes[0]).toMatchObject({
      id: 'kind',
      default: 'factual',
      values: expect.arrayContaining([expect.objectContaining({ id: 'factual', label: 'of fact' })]),
    });
    expect(back.speakers.get('ek')!.name).toBe('Ida Ek');
    expect(back.claims.get('c1')!.wording).toBe('The brakes had failed');
    expect(back.info).toMatchObject({ id: 'ferry', name: 'Ferry' });
    expect(back.annotations).toEqual(project.annotations);
  });

  it('is not harmed by what is no note of ours', () => {
    for (const note of [
      '{',
      '7',
      '{"info":{"id":3}}',
      '{"__proto__":{"x":1}}',
      '{"codebook":{"layers":7}}',
    ]) {
      const data = files[0]!.data.replace(/<\?marginalia .*?\?>/, `<?marginalia ${note}?>`);
      try {
        read({ ...files[0]!, data }, ...files.slice(1));
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }
    expect({}).not.toHaveProperty('x');
  });
});

describe('notes to ourselves', () => {
  it('come back from an element, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })),
        (value) => {
          const root = readXml({ path: 'x', data: `<a>${printOurs(value)}</a>` });
          expect(readOurs(root)).toEqual(value);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it('leaves elements empty that the schema has empty, but for notes of ours, which are no content', () => {
  const article = articleOf('a1', 'The ferry is late.');
  const [qde] = refiQda.serialize(projectOf([article], [claimOn(article, 'c1', [[4, 9]])])).files;
  const users = [...qde!.data.matchAll(/<User [^>]*>(.*?)<\/User>/gs)];
  expect(users.length).toBeGreaterThan(0);
  for (const [, inside] of users) expect(inside).toMatch(/^<\?marginalia .*\?>$/s);
});

describe('with line breaks of two characters', () => {
  const crlf = formatWith(refiQda, { breaks: 'crlf' });

  it('everything comes back as it does without them', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const back = crlf.parse!(crlf.serialize(project).files);
        const plain = refiQda.parse!(refiQda.serialize(project).files);
        expect(back.project).toEqual(plain.project);
        expect(back.warnings).toEqual(plain.warnings);
      }),
      { numRuns: 300 },
    );
  });

  it('stands at the same words for a program that knows nothing of us, which counts two', () => {
    const pieces = fc.array(fc.constantFrom('ferry', ' ', '😀', '\n', 'é', '.', '\n\n'), {
      minLength: 3,
      maxLength: 40,
    });
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), (list, one, other) => {
        const text = list.join('');
        const edges = [0, ...list.map((_, at) => list.slice(0, at + 1).join('').length)];
        const [start, end] = [edges[one % edges.length]!, edges[other % edges.length]!].sort((a, b) => a - b);
        fc.pre(start! < end!);
        const article = articleOf('a1', text);
        const [qde, source] = crlf.serialize(
          projectOf([article], [claimOn(article, 'c1', [[start!, end!]])]),
        ).files;
        expect(source!.data).toBe(text.replace(/\n/g, '\r\n'));
        const [, from, to] = /startPosition="(\d+)" endPosition="(\d+)"/.exec(qde!.data)!;
        const words = [...source!.data].slice(Number(from), Number(to)).join('');
        expect(words).toBe(text.slice(start, end).replace(/\n/g, '\r\n'));
      }),
      { numRuns: 1000 },
    );
  });

  it('is read without what we wrote for ourselves', () => {
    const article = articleOf('a1', 'One.\nTwo 😀 ferries.\n');
    const [qde, source] = crlf.serialize(projectOf([article], [claimOn(article, 'c1', [[12, 19]])])).files;
    const bare = { ...qde!, data: qde!.data.replace(/<\?marginalia .*?\?>/gs, '') };
    expect(quotes(read(bare, source!))).toEqual(['ferries']);
  });
});
