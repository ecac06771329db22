import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCodebook } from '../../../core/formats/codebook-file';
import type { FormatFile } from '../../../core/formats/format';
import { FormatError } from '../../../core/formats/format';
import { printJson } from '../../../core/formats/print-json';
import { printQdc, readQdc } from '../../../core/formats/refi/qdc';
import { READERS } from '../../../core/formats/registry';
import type { FileFormat } from '../../../core/import/file-format';
import { Refusal } from '../../../core/import/problem';
import { parseCodebook } from '../../../core/project/validate';
import { annotationsIn } from '../annotations-job';
import { readBytes } from '../read-bytes';
import { unpack } from '../unpack';
import { annotationSamples, PROJECT } from './annotation-samples';
import { ARTICLE_SAMPLES, OTHER_ZIPS } from './article-samples';
import { checkArrival } from './check-arrival';
import { checkDraft } from './check-article';
import { holds, messageFault } from './faults';
import { alone, type Sample, type SampleFile } from './sample';

/** One way into a project for what others wrote. */
export interface Importer {
  readonly id: string;
  readonly samples: readonly Sample[];
  /** Reads files and checks what came of it. True when they were read; throws for whatever must not be. */
  read(files: readonly SampleFile[]): Promise<boolean>;
}

/** Everything that reads files of others; `root` is the folder of the repository. */
export function importersOf(root: string): readonly Importer[] {
  const annotations = annotationSamples(root);
  const everything = [...annotations.values()].flat();
  return [
    ...Object.entries(ARTICLE_SAMPLES).map(
      ([format, samples]): Importer => ({
        id: format === 'json' || format === 'jsonl' || format === 'csv' ? `${format}-articles` : format,
        samples,
        read: (files) => readArticles(files[0]!, format as FileFormat),
      }),
    ),
    ...READERS.map(
      ({ id }): Importer => ({
        id,
        samples: annotations.get(id)!,
        read: (files) => readAnnotations(files, id),
      }),
    ),
    { id: 'any', samples: [...everything, ...OTHER_ZIPS], read: (files) => readAnnotations(files) },
    codebooks(root),
  ];
}

async function readArticles({ path, bytes }: SampleFile, format: FileFormat): Promise<boolean> {
  const read = await readBytes(bytes, { fileName: path, format });
  if ('code' in read) return !sound(read.message);
  // A file in which nothing was taken for the text is kept, and waits for a person to say what is.
  const told = read.articles.length > 0 || read.problems.length > 0 || read.seen !== undefined;
  holds(told, 'neither articles nor a problem');
  for (const { draft } of read.articles) checkDraft(draft);
  for (const { message } of read.problems) sound(message);
  return true;
}

async function readAnnotations(files: readonly SampleFile[], format?: string): Promise<boolean> {
  return refusable(async () => {
    const found: FormatFile[] = [];
    for (const { path, bytes } of files) found.push(...(await unpack(path, bytes)));
    const read = annotationsIn(found, {
      articles: PROJECT.articles,
      ...(format === undefined ? {} : { format }),
    });
    if ('problem' in read) return !sound(read.problem);
    checkArrival(read.part, PROJECT);
    return true;
  });
}

function codebooks(root: string): Importer {
  const fixtures = join(root, 'src/core/formats/refi/fixtures/good');
  return {
    id: 'codebook',
    samples: [
      alone('a.codebook.json', printJson(PROJECT.codebook)),
      alone('a.qdc', printQdc(PROJECT.codebook)),
      ...['nvivo.qdc', 'taguette.qdc'].map((name) => alone(name, readFileSync(join(fixtures, name)))),
    ],
    read: ([file]) =>
      refusable(async () => {
        const data = Buffer.from(file!.bytes).toString('utf8');
        const isQdc = file!.path.endsWith('.qdc');
        const { codebook, warnings } = isQdc
          ? readQdc({ path: file!.path, data }, PROJECT.codebook)
          : readCodebook({ path: file!.path, data });
        parseCodebook(codebook);
        for (const warning of warnings) sound(warning);
        return true;
      }),
  };
}

/** False when it is refused in a sentence; whatever else is thrown goes on. */
async function refusable(read: () => Promise<boolean>): Promise<boolean> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof FormatError || error instanceof Refusal)) throw error;
    return !sound(error.message);
  }
}

function sound(message: string): true {
  const fault = messageFault(message);
  holds(fault === null, () => fault!);
  return true;
}
