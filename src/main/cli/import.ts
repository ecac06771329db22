import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importArticles } from '../../core/commands/import-articles';
import { counted } from '../../core/formats/counted';
import type { ArticleDraft, ImportProblem } from '../../core/import/draft';
import { recogniseJob } from '../import/annotations-job';
import { collectFiles } from '../import/collect-files';
import { readWhole } from '../import/read-file';
import type { UnpackedFile } from '../import/unzip';
import { unzipArticles } from '../import/unzip';
import { openProject } from '../store/project-store';
import { readerNamed, typed } from './arguments';
import { freshId, importAnnotationFiles } from './import-annotations';
import type { Command } from './index';
import { Misuse } from './streams';

/**
 * Adds articles to a project, as the app reads them; files that cannot be read are named, the others added. Files that
 * are annotations of another tool, or said to be by `--from`, are imported as such; `--from articles` says they are not.
 */
export const importCommand: Command = async (args, streams) => {
  const asked = typed(args, ['from', 'mapping', 'annotator']);
  const [folder, ...paths] = asked.words;
  if (folder === undefined || paths.length === 0)
    throw new Misuse('a project and at least one file are needed');
  const { from, mapping } = asked.options;
  if (from !== undefined && from !== 'articles') readerNamed(asked, 'from');
  const annotations = from === undefined ? (await recogniseJob(paths)) !== null : from !== 'articles';
  if (annotations) return importAnnotationFiles(folder, paths, asked, streams);
  if (mapping !== undefined) throw new Misuse('--mapping is for annotations, and these files are none');
  const { files, problems: unknown } = await collectFiles(paths);
  const read: { id: string; draft: ArticleDraft; bytes: Uint8Array }[] = [];
  const problems: ImportProblem[] = [...unknown];
  const readOne = async ({ path, fileName, format }: Pick<UnpackedFile, 'path' | 'fileName' | 'format'>) => {
    const result = await readWhole({ fileName, format, source: { path } });
    if ('code' in result) {
      problems.push(result);
    } else {
      problems.push(...result.problems);
      for (const { draft, bytes } of result.articles) read.push({ id: freshId('t'), draft, bytes });
    }
  };
  for (const { path, fileName, format } of files) {
    if (format !== 'zip') await readOne({ path, fileName, format });
    else problems.push(...(await unzipped(path, fileName, readOne)));
  }
  const store = await openProject(folder);
  try {
    if (store.readOnly !== null) throw new Error(`nothing was added: ${store.readOnly}`);
    const known = new Set([...store.project.articles.values()].map(({ sha256 }) => sha256));
    const fresh = read.filter(({ draft: { sha256 } }) => {
      if (known.has(sha256)) return false;
      known.add(sha256);
      return true;
    });
    const originals = new Map<string, Uint8Array>();
    for (const { id, bytes } of fresh) originals.set(id, bytes);
    if (fresh.length > 0) {
      const change = importArticles(store.project, { items: fresh, at: new Date().toISOString() });
      await store.commit(`add ${counted(fresh.length, 'article', 'articles')}`, change, originals);
    }
    const result = {
      added: fresh.map(({ id, draft }) => ({ id, title: draft.title })),
      duplicates: read.length - fresh.length,
      problems,
    };
    if (asked.json) await streams.write(`${JSON.stringify(result)}\n`);
    else {
      for (const { id, title } of result.added) await streams.write(`${id}\t${title}\n`);
      if (result.duplicates > 0) await streams.write(`${result.duplicates} already there, not added again\n`);
    }
    for (const { fileName, message } of problems) streams.complain(`${fileName}: ${message}`);
    return problems.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
};

/** Reads what is in a packed file, from a folder that is gone again afterwards. */
async function unzipped(
  path: string,
  fileName: string,
  readOne: (file: UnpackedFile) => Promise<void>,
): Promise<readonly ImportProblem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'marginalia-import-'));
  try {
    const { files, problems } = await unzipArticles({ path, fileName, to: join(folder, 'file') });
    for (const file of files) await readOne(file);
    return problems;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
