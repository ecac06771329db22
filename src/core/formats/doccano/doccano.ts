import type { Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { codebookFile } from '../codebook-file';
import { fileNameOf } from '../file-name';
import type { LossReport, Progress, Writing } from '../format';
import { lossReport } from '../loss';
import { carriedRow } from '../marks/carried';
import { CONTINUES } from '../marks/piece';
import { showPassages } from '../marks/show-passages';
import { withOptions } from '../options';
import { someOutline } from '../outline';
import type { Part } from '../part';
import { partOf } from '../part';
import { layersIn } from '../part-layers';
import { partLosses } from '../part-losses';
import { inPieces } from '../reading';
import { streamed } from '../writing';
import { readDoccano } from './doccano-read';
import { labelsFile, relationRow, spanRow } from './doccano-write';

/**
 * JSON Lines of doccano (doccano.github.io), one text per line; offsets are UTF-16 code units, as its editor in the
 * browser counts. Every passage is a span of its own. What doccano cannot say is carried under the key `marginalia`,
 * which it keeps as metadata. Where marks overlap, the project must allow that, or doccano drops some on import.
 */
export const doccano = withOptions(
  {
    rows: {
      kind: 'choice',
      label: 'Rows',
      hint: 'What the project in doccano is made for.',
      values: [
        { value: 'spans', label: 'Passages', hint: 'Sequence labelling' },
        { value: 'relations', label: 'Passages and links', hint: 'Sequence labelling with relations' },
      ],
      standard: 'spans',
    },
  },
  ({ rows }) => ({
    id: 'doccano',
    label: 'doccano',
    hint: 'labelled passages, with or without their links',
    group: 'tools',
    extensions: ['jsonl'],
    unit: 'utf16',
    fidelity: 'lossy',
    losses: (project, scope) => losses(partOf(project, scope)),
    ...streamed((project, scope, progress) => write(rows === 'relations', project, scope, progress)),
    recognises: (files) => someOutline(files, /\.jsonl$/i, ({ keys }) => isDoccano(keys)),
    ...inPieces(readDoccano),
  }),
);

/** Lists of labels, or entities, beside a text; tokens and spans are Prodigy's and spaCy's. */
function isDoccano(keys: ReadonlyMap<string, string>): boolean {
  const others = ['offset_unit', 'spans', 'tokens', 'ents', 'answer', '_input_hash'];
  const lists = ['label', 'labels', 'entities'].some((key) => keys.get(key)?.startsWith('['));
  return lists && (keys.has('text') || keys.has('data')) && !others.some((key) => keys.has(key));
}

function losses(part: Part): LossReport {
  return lossReport('utf16', partLosses(part));
}

function* write(withRelations: boolean, project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  const name = fileNameOf(project.info.name);
  const path = `${name}.jsonl`;
  if (part.articles.length === 0) yield { path, data: '' };
  let last = 0;
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    const shown = showPassages(part.annotations.get(article.id) ?? [], { links: withRelations });
    const carried = carriedRow(part, article);
    const row = withRelations
      ? relationRow(done + 1, article.text, shown, carried, () => ++last)
      : spanRow(done + 1, article.text, shown, carried);
    yield { path, data: `${JSON.stringify(row)}\n` };
  }
  const layers = layersIn(part);
  yield { path: `${name}.labels.json`, data: labelsFile(layers) };
  if (withRelations) {
    const relations = new Set(layers.flatMap(({ roles }) => roles.map(({ id }) => id)));
    const data = labelsFile([...relations, CONTINUES].map((id) => ({ id })));
    yield { path: `${name}.relation-labels.json`, data };
  }
  yield codebookFile(project);
  return losses(part);
}
