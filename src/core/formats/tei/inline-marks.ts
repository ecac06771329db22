import { layerKinds } from '../../project/layer-kinds';
import type { Annotation } from '../../project/model';
import { speakerIdOf } from '../../project/query';
import { targetsIn } from '../../project/roles';
import { textsOfValue } from '../attribute-values';
import { orderedEntries } from '../ordered-entries';
import { anaOf, type Written } from './annotation-write';
import { AUTHOR_ID, teiName, xmlId } from './names';

/** The element that marks a passage of an annotation: its name, and its attributes as they are written. */
export interface InlineMark {
  readonly name: string;
  readonly attributes: string;
}

/**
 * How passages of an annotation are marked up: words that are ascribed to someone as `<said>`, or as `<quote>` where
 * the source is a document, mentions of speakers as `<rs>`, anything else as `<seg>`.
 */
export function inlineMark(about: Written, annotation: Annotation): InlineMark {
  const { codebook } = about.part.whole;
  const kinds = layerKinds(codebook);
  const { layer, roles, attributes } = annotation;
  const values = orderedEntries(attributes).map(([name, value]) => ({ name, value }));
  const ana = ` ana="${anaOf(about.part, annotation, values)}" corresp="#${xmlId('annotation', annotation.id)}"`;
  const words = kinds.words.get(layer);
  if (words) {
    const sources = peopleBehind(about, annotation, words.source);
    const isDocument = sources.length > 0 && sources.every(({ document }) => document);
    const who = sources.map(({ id }) => `#${id}`).join(' ');
    if (isDocument) return { name: 'quote', attributes: `${ana} source="${who}"` };
    const form = words.form && textsOfValue(attributes[words.form.id] ?? '')[0];
    const direct = !form || form === 'mixed' ? 'unknown' : form === 'direct' ? 'true' : 'false';
    return { name: 'said', attributes: `${who === '' ? '' : ` who="${who}"`} direct="${direct}"${ana}` };
  }
  const type = ` type="${teiName(layer)}"`;
  if (!kinds.mentions.includes(layer)) return { name: 'seg', attributes: `${type}${ana}` };
  const people = Object.keys(roles).flatMap((role) => peopleBehind(about, annotation, role));
  const ref = [...new Set(people.map(({ id }) => `#${id}`))].join(' ');
  return { name: 'rs', attributes: `${type}${ref === '' ? '' : ` ref="${ref}"`}${ana}` };
}

/** Those of the document's people that a role leads to, also by way of a mention. */
function peopleBehind(about: Written, annotation: Annotation, role: string) {
  const { whole } = about.part;
  return targetsIn(annotation.roles, role).flatMap((target) => {
    if ('author' in target) return [{ id: AUTHOR_ID, document: false }];
    const id = speakerIdOf(whole, target, annotation.articleId);
    const speaker = id === undefined ? undefined : about.people.speakers.get(id);
    return speaker
      ? [{ id: xmlId('speaker', speaker.id), document: speaker.kind === 'document or data' }]
      : [];
  });
}
