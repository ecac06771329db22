import type { Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import type { Format, LossReport, Progress, Writing } from '../format';
import { lossReport } from '../loss';
import { type Part, partOf } from '../part';
import { partLosses } from '../part-losses';
import { inPieces } from '../reading';
import { countForbidden } from '../uima/xml-text';
import { streamed } from '../writing';
import { ownData, teiDocument, teiDocuments } from './document';
import { readTei } from './read-tei';
import { recognisesTei } from './recognise';

/**
 * TEI P5 with annotations beside the text (`<standOff>`, since version 4 of the Guidelines): a document for each
 * article. Pointers are string-range(), in code points. XML 1.0 has no control characters: they become spaces, so that
 * offsets hold, and are counted as lost. What TEI has no words for stands in the header, in `<xenoData>`.
 */
export const teiStandoff: Format = {
  id: 'tei-standoff',
  label: 'TEI P5, standOff',
  hint: 'an XML document per article, annotations beside the text',
  extensions: ['xml', 'tei'],
  unit: 'codepoint',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  ...streamed(write),
  recognises: recognisesTei,
  ...inPieces(readTei),
};

function losses(part: Part): LossReport {
  const forbidden = part.articles.reduce((sum, { text }) => sum + countForbidden(text), 0);
  return lossReport('codepoint', { ...partLosses(part), 'control-character': forbidden });
}

function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  yield* teiDocuments(part, progress, (about) => teiDocument(about, ownData(about)));
  return losses(part);
}
