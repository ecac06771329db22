import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileFormatOf } from '../../../src/core/import/file-format';
import { readArticle } from '../../../src/core/import/read-article';
import { buildSample } from '../../../src/core/import/sample/build-sample';
import { parseSampleFile } from '../../../src/core/import/sample/sample-file';
import { hash, type Proof } from './build';

/** The sample project that the app brings, read as the app reads it. `root` is the repository's folder. */
export function sample(root: string): Proof {
  const folder = join(root, 'resources/sample');
  const file = parseSampleFile(JSON.parse(readFileSync(join(folder, 'annotations.json'), 'utf8')));
  const drafts = new Map(
    file.articles.map(({ file: name }) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const draft = readArticle({ text, format: fileFormatOf(name)!, fileName: name, encoding: 'utf-8' })!;
      const origin = { ...draft.origin, bytes: Buffer.byteLength(text), bytesSha256: hash(text) };
      return [name, { ...draft, sha256: hash(draft.text), origin }] as const;
    }),
  );
  const annotator = { id: 'rs', name: 'RS' };
  return {
    name: 'sample',
    project: buildSample({ file, drafts, annotator, at: '2024-04-01T09:00:00.000Z' }),
  };
}
