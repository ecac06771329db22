import { layerOf } from '../../project/codebook';
import type { Part } from '../part';
import { ANNOTATION, ARTICLE, integer, string, TO_ANNOTATION, TO_ARTICLE } from './columns';
import type { OffsetsOf } from './last-offsets';
import type { Table } from './table';

/** One row per annotation. */
export function annotationsTable(part: Part, offsetsOf: OffsetsOf): Table {
  return {
    name: 'annotations',
    description: 'One row per annotation, of every layer.',
    key: ['annotation_id'],
    links: TO_ARTICLE,
    columns: [
      ANNOTATION,
      ARTICLE,
      string('layer', 'Id of the layer of the codebook.'),
      string('layer_label', 'The layer’s name.'),
      string('annotator', 'Id of the annotator.'),
      integer('start', 'First character, in Unicode code points from 0; empty for the whole article.'),
      integer('end', 'After the last character, in Unicode code points.'),
      integer('parts', 'How many passages it has; see the table spans.'),
      string('quote', 'The words marked, passages joined by " … ".'),
      string('certainty', 'How sure the annotator is.'),
      string('status', 'draft or final.'),
      string('note', 'The annotator’s note.'),
      string('codebook_version', 'Version of the codebook it was made with.'),
      string('created_at', 'ISO 8601, UTC.'),
      string('updated_at', 'ISO 8601, UTC.'),
    ],
    *of(article) {
      const offsets = offsetsOf(article);
      for (const annotation of part.annotations.get(article.id) ?? []) {
        const [first, last] = [annotation.spans[0], annotation.spans.at(-1)];
        yield [
          annotation.id,
          article.id,
          annotation.layer,
          layerOf(part.whole.codebook, annotation.layer)?.label ?? null,
          annotation.annotatorId,
          first ? offsets.fromUtf16(first.start) : null,
          last ? offsets.fromUtf16(last.end) : null,
          annotation.spans.length,
          annotation.quote,
          annotation.certainty,
          annotation.status,
          annotation.note === '' ? null : annotation.note,
          annotation.codebookVersion,
          annotation.createdAt,
          annotation.updatedAt,
        ];
      }
    },
  };
}

/** One row per passage of an annotation. */
export function spansTable(part: Part, offsetsOf: OffsetsOf): Table {
  return {
    name: 'spans',
    description: 'One row per passage of an annotation.',
    key: ['annotation_id', 'part'],
    links: { ...TO_ANNOTATION, ...TO_ARTICLE },
    columns: [
      ANNOTATION,
      ARTICLE,
      integer('part', 'Which of the annotation’s passages, from 1.'),
      integer('start', 'First character, in Unicode code points from 0.'),
      integer('end', 'After the last character, in Unicode code points.'),
      string('quote', 'Exactly the text from start to end.'),
    ],
    *of(article) {
      const { id, text } = article;
      const offsets = offsetsOf(article);
      for (const annotation of part.annotations.get(id) ?? []) {
        for (const [n, { start, end }] of annotation.spans.entries()) {
          const place = [offsets.fromUtf16(start), offsets.fromUtf16(end)];
          yield [annotation.id, id, n + 1, ...place, text.slice(start, end)];
        }
      }
    },
  };
}
