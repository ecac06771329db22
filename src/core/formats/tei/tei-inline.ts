import type { Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import type { Format, LossReport, Progress, Writing } from '../format';
import { lossReport } from '../loss';
import { type Part, partOf } from '../part';
import { partLosses } from '../part-losses';
import { countForbidden } from '../uima/xml-text';
import { isStale } from '../web-annotation';
import { streamed } from '../writing';
import { teiDocument, teiDocuments } from './document';
import { inlineContent } from './inline';

/**
 * TEI P5 with the annotations marked up in the text: `<said>`, `<quote>`, `<rs>` and `<seg>`, in pieces linked by
 * @next and @prev where one element cannot hold them. Each piece leads (@corresp) to an `<annotation>` in the standOff
 * of the document, which says all the rest. All text of the body is the article's, character by character.
 */
export const teiInline: Format = {
  id: 'tei-inline',
  label: 'TEI P5, inline',
  hint: 'an XML document per article, marked up; not read back',
  extensions: ['xml'],
  unit: 'codepoint',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  ...streamed(write),
};

function losses(part: Part): LossReport {
  const counts = { forbidden: 0, stale: 0 };
  for (const article of part.articles) {
    counts.forbidden += countForbidden(article.text);
    counts.stale += (part.annotations.get(article.id) ?? []).filter((each) => isStale(article, each)).length;
  }
  return lossReport('codepoint', {
    ...partLosses(part),
    'control-character': counts.forbidden,
    'stale-quote': counts.stale,
    'article-origin': part.articles.length,
  });
}

function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  yield* teiDocuments(part, progress, (about) => teiDocument(about, '', inlineContent(about)));
  return losses(part);
}
