import type { Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { codebookFile } from '../codebook-file';
import { fileNameOf } from '../file-name';
import type { Format, FormatFile, LossReport, Progress, Serialized } from '../format';
import { lossReport } from '../loss';
import { carriedRow } from '../marks/carried';
import { CONTINUES } from '../marks/piece';
import { showPassages } from '../marks/show-passages';
import type { Part } from '../part';
import { partOf } from '../part';
import { layersIn } from '../part-layers';
import { partLosses } from '../part-losses';
import { readDoccano } from './doccano-read';
import { labelsFile, relationRow, spanRow } from './doccano-write';

/**
 * JSON Lines of doccano (doccano.github.io), one text per line; offsets are UTF-16 code units, as its editor in the
 * browser counts. Every passage is a span of its own. What doccano cannot say is carried under the key `marginalia`,
 * which it keeps as metadata. Where marks overlap, the project must allow that, or doccano drops some on import.
 */
function doccano(id: string, label: string, hint: string, withRelations: boolean): Format {
  return {
    id,
    label,
    hint,
    extensions: ['jsonl'],
    unit: 'utf16',
    fidelity: 'lossy',
    losses: (project, scope) => losses(partOf(project, scope)),
    serialize: (project, scope, progress) => serialize(withRelations, project, scope, progress),
    parse: readDoccano,
  };
}

export const doccanoSpans = doccano('doccano', 'doccano', 'labelled passages; let them overlap', false);

export const doccanoRelations = doccano(
  'doccano-relations',
  'doccano with relations',
  'labelled passages and the links between them',
  true,
);

function losses(part: Part): LossReport {
  return lossReport('utf16', partLosses(part));
}

function serialize(
  withRelations: boolean,
  project: Project,
  scope: Scope | undefined,
  progress: Progress | undefined,
): Serialized {
  const part = partOf(project, scope);
  let last = 0;
  const rows = part.articles.map((article, done) => {
    progress?.(done, part.articles.length);
    const shown = showPassages(part.annotations.get(article.id) ?? [], { links: withRelations });
    const carried = carriedRow(part, article);
    const row = withRelations
      ? relationRow(done + 1, article.text, shown, carried, () => ++last)
      : spanRow(done + 1, article.text, shown, carried);
    return `${JSON.stringify(row)}\n`;
  });
  const name = fileNameOf(project.info.name);
  const layers = layersIn(part);
  const relations = new Set(layers.flatMap(({ roles }) => roles.map(({ id }) => id)));
  const files: FormatFile[] = [
    { path: `${name}.jsonl`, data: rows.join('') },
    { path: `${name}.labels.json`, data: labelsFile(layers) },
  ];
  if (withRelations) {
    const data = labelsFile([...relations, CONTINUES].map((id) => ({ id })));
    files.push({ path: `${name}.relation-labels.json`, data });
  }
  return { files: [...files, codebookFile(project)], loss: losses(part) };
}
