import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleOf, claimOn, projectOf } from '../../../core/formats/fixtures/small-project';
import type { FormatFile } from '../../../core/formats/format';
import { FORMATS, formatById, READERS, VARIANTS } from '../../../core/formats/registry';
import type { Project } from '../../../core/project/model';
import { readSqlite } from '../sqlite/tables';
import { fileOf, type Sample, type SampleFile } from './sample';

const FERRY = articleOf(
  'ferry',
  'The 🛟 ferry stops.\nMara Lind said so, “e\u0301h”.\n\nNobody asked the crew of the Strand.',
  {
    byline: 'Tove',
    note: 'a note',
    publishedAt: '2024-03-12',
    blocks: [
      { kind: 'title', start: 0, end: 19 },
      { kind: 'paragraph', start: 20, end: 45 },
    ],
  },
);
const QUAY = articleOf('quay', 'The quay is\tclosed, said Bo Orr. It was said.', { order: 2, title: 'Quay' });

/** A small project with something of everything that annotations can be. */
export const PROJECT: Project = projectOf(
  [FERRY, QUAY],
  [
    claimOn(FERRY, 'a1', [[0, 12]], { roles: { claim: [{ claim: 'c1' }] }, note: 'so, "what"?\nIndeed' }),
    claimOn(
      FERRY,
      'a2',
      [
        [20, 24],
        [30, 34],
      ],
      {
        layer: 'quote',
        attributes: { type: 'direct', verbs: ['say', 'tell'] },
        roles: { source: [{ annotation: 'a3' }], cue: [{ spans: [{ start: 30, end: 34 }] }] },
      },
    ),
    claimOn(FERRY, 'a3', [[20, 29]], {
      layer: 'speaker',
      attributes: {},
      roles: { is: [{ speaker: 'ek' }] },
      certainty: 'very uncertain',
    }),
    claimOn(FERRY, 'a4', [], { layer: 'sentiment', attributes: { polarity: 0.5, mixed: true } }),
    claimOn(QUAY, 'b1', [[4, 18]], { roles: { source: [{ author: true }] }, status: 'final' }),
    claimOn(QUAY, 'b2', [[4, 8]], { layer: 'speaker', roles: { is: [{ speaker: 'orr' }] } }),
  ],
);

/** Files that are text beside the annotations of a folder. */
const BESIDE = /\.(?:txt|conf)$|(?:TypeSystem|tasks)\.xml$/;

/** The formats' own folders of fixtures, where they are not named as their format. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'conll-2002': ['conll'],
  'conll-2003': ['conll'],
  'conll-u': ['conll'],
  spacy: ['prodigy'],
  'refi-qda': ['refi'],
  'tei-standoff': ['tei'],
  'tei-inline': ['tei'],
  'uima-json': ['uima'],
  'uima-xmi': ['uima'],
};

/** Samples for each reader of annotations, by its id; `root` is the folder of the repository. */
export function annotationSamples(root: string): ReadonlyMap<string, readonly Sample[]> {
  const samples = new Map<string, Sample[]>(READERS.map(({ id }) => [id, []]));
  for (const id of [...FORMATS.map((format) => format.id), ...Object.keys(VARIANTS)]) {
    const format = formatById(id);
    const list = samples.get(format.id);
    if (list) list.push(...written(id));
  }
  for (const [id, list] of samples) {
    for (const folder of FOLDERS[id] ?? [id]) {
      const place = join(root, 'src/core/formats', folder, 'fixtures');
      list.push(...fixtures(join(place, 'good')));
      for (const sample of fixtures(join(place, 'bad'))) list.push({ ...sample, isBad: true });
    }
  }
  return samples;
}

function written(id: string): readonly Sample[] {
  const format = formatById(id);
  const files = format.serialize(PROJECT).files.map(toSample);
  if (!format.container) return [{ files }];
  return [{ files, zip: format.container(PROJECT) }, { files }];
}

function toSample({ path, data, bytes }: FormatFile): SampleFile {
  return fileOf(path, bytes ?? data);
}

/** A folder as a whole, and each of its files with the texts beside it. */
function fixtures(folder: string): readonly Sample[] {
  const all = filesIn(folder);
  if (all.length === 0) return [];
  const beside = all.filter(({ path }) => BESIDE.test(path));
  const alone = all.filter(({ path }) => !BESIDE.test(path));
  return [
    { files: all },
    ...alone.map((file): Sample => ({ files: [file, ...beside] })),
    ...alone.flatMap(({ path, bytes }) => (/\.(?:qda|sqlite3?)$/.test(path) ? [tables(path, bytes)] : [])),
  ];
}

/** The tables of a database as files, so that more than its pages is changed. */
function tables(path: string, bytes: Uint8Array): Sample {
  return {
    files: readSqlite(bytes).map(({ name, rows }) => fileOf(`${path}/${name}.json`, JSON.stringify(rows))),
  };
}

function filesIn(folder: string): readonly SampleFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: path.slice(folder.length + 1).replaceAll('\\', '/'),
      bytes: readFileSync(path),
    }));
}
