import { describe, expect, it } from 'vitest';
import type { Project } from '../project/model';
import type { OffsetUnit } from '../text/offsets';
import { GOLDEN_STRINGS } from './fixtures/golden-strings';
import { articleOf, claimOn, projectOf } from './fixtures/small-project';
import type { FormatFile } from './format';
import { FORMATS as ALL } from './registry';

/** Formats without offsets have tests of their own. */
const FORMATS = ALL.flatMap((format) => (format.unit === 'token' ? [] : { ...format, unit: format.unit }));

interface Reading {
  readonly text: string;
  readonly passages: readonly { readonly start: number; readonly end: number; readonly quote: string }[];
}

/** Rows of a CSV file, read by means of our own so that a fault of the library cannot hide behind itself. */
function rowsOf(csv: string): readonly Record<string, string>[] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of cells) {
    rows.at(-1)!.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  const [header, ...data] = rows.slice(0, -1);
  return data.map((row) => Object.fromEntries(header!.map((name, at) => [name, row[at]!.replace(/^'/, '')])));
}

/** What a stranger who knows the format reads of the only annotation, with no code of ours. */
const READERS: Record<string, (files: readonly FormatFile[], project: Project) => Reading> = {
  'marginalia-json': ([file]) => {
    const { articles, annotations } = JSON.parse(file!.data);
    const { quote, spans } = annotations[0];
    const quotes = quote.split(' … ');
    return {
      text: articles[0].text,
      passages: spans.map((span: object, at: number) => ({ ...span, quote: quotes[at] })),
    };
  },
  csv: ([file], project) => {
    const [row] = rowsOf(file!.data);
    const quotes = row!.quote!.split(' … ');
    const passages = row!.passages!.split(' ').map((passage, at) => {
      const [start, end] = passage.split('..').map(Number);
      return { start: start!, end: end!, quote: quotes[at]! };
    });
    expect([Number(row!.start), Number(row!.end)]).toEqual([passages[0]!.start, passages[0]!.end]);
    return { text: project.articles.get(row!.article_id!)!.text, passages };
  },
  jsonl: ([file]) => {
    const { text, annotations } = JSON.parse(file!.data.trimEnd());
    return { text, passages: annotations[0].spans };
  },
  'web-annotation': (files) => {
    const { first } = JSON.parse(files[0]!.data);
    const targets = [first.items[0].target].flat();
    const id = targets[0].source.split(':').at(-1);
    const passages = targets.map(({ selector }) => {
      const by = (type: string) => selector.find((next: { type: string }) => next.type === type);
      const { start, end } = by('TextPositionSelector');
      return { start, end, quote: by('TextQuoteSelector').exact };
    });
    return { text: files.find(({ path }) => path === `texts/${id}.txt`)!.data, passages };
  },
  doccano: ([file]) => {
    const { text, label } = JSON.parse(file!.data.trimEnd());
    const passages = label.map(([start, end]: [number, number]) => ({
      start,
      end,
      quote: text.slice(start, end),
    }));
    return { text, passages };
  },
  'doccano-relations': ([file]) => {
    const { text, entities } = JSON.parse(file!.data.trimEnd());
    const passages = entities.map(({ start_offset: start, end_offset: end }: Record<string, number>) => {
      return { start: start!, end: end!, quote: text.slice(start, end) };
    });
    return { text, passages };
  },
  'label-studio': ([file]) => {
    const [{ data, annotations }] = JSON.parse(file!.data);
    const regions = annotations[0].result.filter(({ type }: { type: string }) => type === 'labels');
    const passages = regions.map(({ value }: { value: { start: number; end: number; text: string } }) => {
      return { start: value.start, end: value.end, quote: value.text };
    });
    return { text: data.text, passages };
  },
  'uima-json': ([file]) => {
    const structures: Record<string, string | number>[] = JSON.parse(file!.data)['%FEATURE_STRUCTURES'];
    const text = structures.find((next) => next['%TYPE'] === 'uima.cas.Sofa')!.sofaString as string;
    const claims = structures.filter((next) => next['%TYPE'] === 'webanno.custom.Claim');
    const passages = claims.map(({ begin, end }) => ({
      start: Number(begin),
      end: Number(end),
      quote: text.slice(Number(begin), Number(end)),
    }));
    return { text, passages };
  },
  'uima-xmi': ([file]) => {
    const plain = (text: string) =>
      text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replaceAll('&quot;', '"');
    const text = plain(/ sofaString="([^"]*)"/.exec(file!.data)![1]!);
    const claims = file!.data.matchAll(/<custom:Claim xmi:id="\d+" sofa="1" begin="(\d+)" end="(\d+)"/g);
    const passages = Array.from(claims, ([, begin, end]) => ({
      start: Number(begin),
      end: Number(end),
      quote: text.slice(Number(begin), Number(end)),
    }));
    return { text, passages };
  },
  'tei-standoff': ([file]) => {
    const plain = (xml: string) =>
      xml
        .replace(/<[^>]*>/g, '')
        .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    const text = plain(/<body [^>]*>(.*)<\/body>/s.exec(file!.data)![1]!);
    const [, target] = /<annotation [^>]*target="([^"]*)"/.exec(file!.data)!;
    const passages = Array.from(
      target!.matchAll(/#string-range\(text,(\d+),(\d+)\)/g),
      ([, from, length]) => {
        const [start, end] = [Number(from), Number(from) + Number(length)];
        return { start, end, quote: [...text].slice(start, end).join('') };
      },
    );
    return { text, passages };
  },
  prodigy: ([file]) => {
    const { text, spans, tokens } = JSON.parse(file!.data.trimEnd());
    const points = [...text];
    const passages = spans.map(({ start, end, token_start, token_end }: Record<string, number>) => {
      expect([tokens[token_start!].start, tokens[token_end!].end]).toEqual([start, end]);
      return { start: start!, end: end!, quote: points.slice(start, end).join('') };
    });
    return { text, passages };
  },
  'refi-qda': (files) => {
    const qde = files[0]!.data;
    const [, name] = / plainTextPath="internal:\/\/([^"]+)"/.exec(qde)!;
    const { data: text } = files.find(({ path }) => path === `sources/${name}`)!;
    const points = [...text];
    const claim = / <Code guid="([^"]+)" name="Claim"/.exec(` ${qde.replaceAll('\n', ' ')}`)![1];
    const selections = qde.matchAll(
      /<PlainTextSelection [^>]*startPosition="(\d+)" endPosition="(\d+)"[^>]*>\s*<Coding [^>]*>\s*<CodeRef targetGUID="([^"]+)"\/>/g,
    );
    const passages = Array.from(selections, ([, start, end, code]) => {
      expect(code).toBe(claim);
      return {
        start: Number(start),
        end: Number(end),
        quote: points.slice(Number(start), Number(end)).join(''),
      };
    });
    return { text, passages };
  },
  spacy: ([file]) => {
    const { text, spans } = JSON.parse(file!.data.trimEnd());
    const points = [...text];
    const passages = spans.sc.map(({ start, end }: Record<string, number>) => {
      return { start: start!, end: end!, quote: points.slice(start, end).join('') };
    });
    return { text, passages };
  },
  'webanno-tsv': ([file], project) => {
    // Text between sentences is not in the file; what is there must be where it says.
    const { text } = project.articles.get('a1')!;
    const passages = new Map<string, { start: number; end: number; quote: string }>();
    for (const [, begin, end, form, cells] of file!.data.matchAll(
      /^[\d.-]+\t(\d+)-(\d+)\t([^\t\n]+)((?:\t[^\t\n]*)*)\t$/gm,
    )) {
      const [start, stop] = [Number(begin), Number(end)];
      expect(text.slice(start, stop)).toBe(form);
      for (const [number] of cells!.matchAll(/(?<!\d-[\d.]+)\[\d+\](?=[\t|]|$)/g)) {
        const from = Math.min(start, passages.get(number)?.start ?? start);
        passages.set(number, { start: from, end: stop, quote: text.slice(from, stop) });
      }
    }
    return { text, passages: [...passages.values()] };
  },
  brat: ([ann, txt]) => {
    const [, places] = /^T1\tclaim ([\d ;]+)\t/.exec(ann!.data)!;
    const passages = places!.split(';').map((place) => place.split(' ').map(Number));
    const quotes = passages.map(([start, end]) => [...txt!.data].slice(start, end).join(''));
    expect(ann!.data.split('\n')[0]).toBe(`T1\tclaim ${places}\t${quotes.join(' ')}`);
    return {
      text: txt!.data,
      passages: passages.map(([start, end], at) => ({ start: start!, end: end!, quote: quotes[at]! })),
    };
  },
};

/** Cuts a text by offsets of one unit, as programs do that count in it. */
const slice: Record<OffsetUnit, (text: string, start: number, end: number) => string> = {
  utf16: (text, start, end) => text.slice(start, end),
  codepoint: (text, start, end) => [...text].slice(start, end).join(''),
  byte: (text, start, end) => Buffer.from(text, 'utf8').subarray(start, end).toString('utf8'),
  grapheme: (text, start, end) =>
    Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
      .slice(start, end)
      .join(''),
};

// The dataset, which is not read back, has them in its own tests.
describe.each(FORMATS.filter(({ parse }) => parse))('$id', (format) => {
  const read = (project: Project) => READERS[format.id]!(format.serialize(project).files, project);

  it.each(GOLDEN_STRINGS)('counts in the unit it declares: $name', (golden) => {
    const article = articleOf('a1', golden.text);
    const project = projectOf([article], [claimOn(article, 'n1', [golden.utf16])]);
    const { text, passages } = read(project);
    expect(text).toBe(golden.text);
    expect(passages).toEqual([
      { start: golden[format.unit][0], end: golden[format.unit][1], quote: golden.target },
    ]);
    expect(slice[format.unit](text, passages[0]!.start, passages[0]!.end)).toBe(golden.target);
    const { project: back } = format.parse!(format.serialize(project).files, project.articles);
    expect(back.annotations.get('a1')).toEqual(project.annotations.get('a1'));
  });

  it('keeps every passage of a discontinuous annotation, each with its words', () => {
    const article = articleOf('a1', '😀 We knew, said Ek 👩‍👩‍👧, nothing at all.');
    const at = (part: string) => {
      const start = article.text.indexOf(part);
      return [start, start + part.length] as const;
    };
    const parts = ['We knew', 'nothing', 'all'];
    const project = projectOf([article], [claimOn(article, 'n1', parts.map(at))]);
    const { text, passages } = read(project);
    expect(passages.map(({ quote }) => quote)).toEqual(parts);
    expect(passages.map(({ start, end }) => slice[format.unit](text, start, end))).toEqual(parts);
  });

  it('keeps nested, overlapping, equal and whole-article annotations apart', () => {
    const article = articleOf('a1', 'The 😀 ferry had no working brakes.');
    const project = projectOf(
      [article],
      [
        claimOn(article, 'whole', [], { layer: 'sentiment', attributes: { polarity: -3 } }),
        claimOn(article, 'outer', [[0, article.text.length]]),
        claimOn(article, 'inner', [[4, 12]]),
        claimOn(article, 'across', [[7, 20]]),
        claimOn(article, 'twin', [[7, 20]], { layer: 'quote', attributes: {} }),
      ],
    );
    const { project: back } = format.parse!(format.serialize(project).files, project.articles);
    expect(back.annotations).toEqual(project.annotations);
  });

  it('takes a text of 2 MB', () => {
    const article = articleOf('a1', 'Ships 😀 sail on “every” day.\n'.repeat(65_000));
    const last = article.text.lastIndexOf('“every”');
    const project = projectOf([article], [claimOn(article, 'n1', [[last, last + 7]])]);
    const before = performance.now();
    const { files } = format.serialize(project);
    const { project: back } = format.parse!(files, project.articles);
    // It must end; one that takes time with the square of the text would take hours.
    expect(performance.now() - before).toBeLessThan(50_000);
    expect(back.annotations).toEqual(project.annotations);
    expect(READERS[format.id]!(files, project).passages[0]!.quote).toBe('“every”');
  });
});
