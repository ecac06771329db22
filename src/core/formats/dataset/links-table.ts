import { layerOf } from '../../project/codebook';
import type { Target } from '../../project/model';
import { resolveRole, speakerIdOf, targetLabel } from '../../project/query';
import type { Offsets } from '../../text/offsets';
import type { Part } from '../part';
import { ANNOTATION, integer, string, TO_ANNOTATION } from './columns';
import type { OffsetsOf } from './last-offsets';
import type { Names } from './names';
import type { Row, Table } from './table';

/** One row per target of a role, set or inherited. */
export function linksTable(part: Part, names: Names, offsetsOf: OffsetsOf): Table {
  const cells = (articleId: string, offsets: Offsets, target: Target): Row => {
    const place = 'spans' in target ? target.spans : [];
    const speaker = speakerIdOf(part.whole, target, articleId) ?? null;
    return [
      Object.keys(target)[0]!,
      idOf(target),
      place[0] ? offsets.fromUtf16(place[0].start) : null,
      place.length > 0 ? offsets.fromUtf16(place.at(-1)!.end) : null,
      speaker,
      speaker === null ? names.plain(targetLabel(part.whole, target, articleId)) : names.of(speaker),
    ];
  };
  return {
    name: 'links',
    description: 'One row per target of a role: who says it, its cue, what it supports.',
    key: [],
    links: { ...TO_ANNOTATION, speaker_id: ['speakers', 'speaker_id'] },
    columns: [
      ANNOTATION,
      string('role', 'Id of the role in the codebook.'),
      string('kind', 'What is pointed at: spans, speaker, claim, annotation or author.'),
      string('target_id', 'Id of the speaker, claim or annotation.'),
      integer('start', 'Passages only: first character, in Unicode code points.'),
      integer('end', 'Passages only: after the last character, in Unicode code points.'),
      string('speaker_id', 'The speaker meant in the end, also through a mention.'),
      string('label', 'The target in words.'),
      {
        name: 'inherited',
        type: 'boolean',
        description: 'Taken from the enclosing annotation, not set on this one.',
      },
    ],
    *of(article) {
      const { id } = article;
      const offsets = offsetsOf(article);
      for (const annotation of part.annotations.get(id) ?? []) {
        for (const [role, targets] of Object.entries(annotation.roles)) {
          for (const target of targets) yield [annotation.id, role, ...cells(id, offsets, target), false];
        }
        for (const role of layerOf(part.whole.codebook, annotation.layer)?.roles ?? []) {
          if ((annotation.roles[role.id]?.length ?? 0) > 0) continue;
          for (const target of resolveRole(part.whole, annotation, role).targets)
            yield [annotation.id, role.id, ...cells(id, offsets, target), true];
        }
      }
    },
  };
}

function idOf(target: Target): string | null {
  if ('speaker' in target) return target.speaker;
  if ('claim' in target) return target.claim;
  return 'annotation' in target ? target.annotation : null;
}
