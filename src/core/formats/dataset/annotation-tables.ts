import { layerOf, valueLabel } from '../../project/codebook';
import type { Target } from '../../project/model';
import { resolveRole, speakerIdOf, targetLabel } from '../../project/query';
import { offsetsOf } from '../../text/offsets';
import type { Part } from '../part';
import type { Names } from './names';
import type { Cell, Column, Table } from './table';

const ID: Column = { name: 'annotation_id', type: 'string', description: 'Identifies the annotation.' };
const ARTICLE: Column = { name: 'article_id', type: 'string', description: 'The article it is in.' };
const TO_ARTICLE = { article_id: ['articles', 'article_id'] } as const;
const TO_ANNOTATION = { annotation_id: ['annotations', 'annotation_id'] } as const;

/** The tables of annotations: themselves, their passages, their values and what they point at. */
export function annotationTables(part: Part, names: Names): readonly Table[] {
  const annotations: Cell[][] = [];
  const spans: Cell[][] = [];
  const values: Cell[][] = [];
  const links: Cell[][] = [];
  for (const article of part.articles) {
    const offsets = offsetsOf(article.text, 'codepoint');
    const at = (offset: number) => offsets.fromUtf16(offset);
    for (const annotation of part.annotations.get(article.id) ?? []) {
      const layer = layerOf(part.whole.codebook, annotation.layer);
      const [first, last] = [annotation.spans[0], annotation.spans.at(-1)];
      annotations.push([
        annotation.id,
        article.id,
        annotation.layer,
        layer?.label ?? null,
        annotation.annotatorId,
        first ? at(first.start) : null,
        last ? at(last.end) : null,
        annotation.spans.length,
        annotation.quote,
        annotation.certainty,
        annotation.status,
        annotation.note === '' ? null : annotation.note,
        annotation.codebookVersion,
        annotation.createdAt,
        annotation.updatedAt,
      ]);
      for (const [n, { start, end }] of annotation.spans.entries()) {
        spans.push([annotation.id, article.id, n + 1, at(start), at(end), article.text.slice(start, end)]);
      }
      for (const [id, value] of Object.entries(annotation.attributes)) {
        const attribute = layer?.attributes.find((known) => known.id === id);
        for (const each of Array.isArray(value) ? value : [value]) {
          const number = typeof each === 'number' ? each : null;
          const label = attribute ? valueLabel(attribute, Array.isArray(value) ? [each] : each) : null;
          values.push([annotation.id, id, String(each), number, label]);
        }
      }
      const row = (role: string, target: Target, inherited: boolean): Cell[] => {
        const place = 'spans' in target ? target.spans : [];
        const speaker = speakerIdOf(part.whole, target, article.id) ?? null;
        return [
          annotation.id,
          role,
          Object.keys(target)[0]!,
          'speaker' in target
            ? target.speaker
            : 'claim' in target
              ? target.claim
              : 'annotation' in target
                ? target.annotation
                : null,
          place[0] ? at(place[0].start) : null,
          place.length > 0 ? at(place.at(-1)!.end) : null,
          speaker,
          speaker === null ? names.plain(targetLabel(part.whole, target, article.id)) : names.of(speaker),
          inherited,
        ];
      };
      for (const [role, targets] of Object.entries(annotation.roles)) {
        for (const target of targets) links.push(row(role, target, false));
      }
      for (const role of layer?.roles ?? []) {
        if ((annotation.roles[role.id]?.length ?? 0) > 0) continue;
        for (const target of resolveRole(part.whole, annotation, role).targets)
          links.push(row(role.id, target, true));
      }
    }
  }
  return [
    {
      name: 'annotations',
      description: 'One row per annotation, of every layer.',
      key: ['annotation_id'],
      links: TO_ARTICLE,
      columns: [
        ID,
        ARTICLE,
        { name: 'layer', type: 'string', description: 'Id of the layer of the codebook.' },
        { name: 'layer_label', type: 'string', description: 'The layer’s name.' },
        { name: 'annotator', type: 'string', description: 'Id of the annotator.' },
        {
          name: 'start',
          type: 'integer',
          description: 'First character, in Unicode code points from 0; empty for the whole article.',
        },
        { name: 'end', type: 'integer', description: 'After the last character, in Unicode code points.' },
        { name: 'parts', type: 'integer', description: 'How many passages it has; see the table spans.' },
        { name: 'quote', type: 'string', description: 'The words marked, passages joined by " … ".' },
        { name: 'certainty', type: 'string', description: 'How sure the annotator is.' },
        { name: 'status', type: 'string', description: 'draft or final.' },
        { name: 'note', type: 'string', description: 'The annotator’s note.' },
        {
          name: 'codebook_version',
          type: 'string',
          description: 'Version of the codebook it was made with.',
        },
        { name: 'created_at', type: 'string', description: 'ISO 8601, UTC.' },
        { name: 'updated_at', type: 'string', description: 'ISO 8601, UTC.' },
      ],
      rows: annotations,
    },
    {
      name: 'spans',
      description: 'One row per passage of an annotation.',
      key: ['annotation_id', 'part'],
      links: { ...TO_ANNOTATION, ...TO_ARTICLE },
      columns: [
        ID,
        ARTICLE,
        { name: 'part', type: 'integer', description: 'Which of the annotation’s passages, from 1.' },
        { name: 'start', type: 'integer', description: 'First character, in Unicode code points from 0.' },
        { name: 'end', type: 'integer', description: 'After the last character, in Unicode code points.' },
        { name: 'quote', type: 'string', description: 'Exactly the text from start to end.' },
      ],
      rows: spans,
    },
    {
      name: 'values',
      description: 'One row per value of an attribute of an annotation; several of a multiple choice.',
      key: ['annotation_id', 'attribute', 'value'],
      links: TO_ANNOTATION,
      columns: [
        ID,
        { name: 'attribute', type: 'string', description: 'Id of the attribute in the codebook.' },
        { name: 'value', type: 'string', description: 'The value as stored.' },
        { name: 'number', type: 'number', description: 'The value of a scale or number, as a number.' },
        { name: 'label', type: 'string', description: 'The value as a person reads it.' },
      ],
      rows: values,
    },
    {
      name: 'links',
      description: 'One row per target of a role: who says it, its cue, what it supports.',
      key: [],
      links: { ...TO_ANNOTATION, speaker_id: ['speakers', 'speaker_id'] },
      columns: [
        ID,
        { name: 'role', type: 'string', description: 'Id of the role in the codebook.' },
        {
          name: 'kind',
          type: 'string',
          description: 'What is pointed at: spans, speaker, claim, annotation or author.',
        },
        { name: 'target_id', type: 'string', description: 'Id of the speaker, claim or annotation.' },
        {
          name: 'start',
          type: 'integer',
          description: 'Passages only: first character, in Unicode code points.',
        },
        {
          name: 'end',
          type: 'integer',
          description: 'Passages only: after the last character, in Unicode code points.',
        },
        {
          name: 'speaker_id',
          type: 'string',
          description: 'The speaker meant in the end, also through a mention.',
        },
        { name: 'label', type: 'string', description: 'The target in words.' },
        {
          name: 'inherited',
          type: 'boolean',
          description: 'Taken from the enclosing annotation, not set on this one.',
        },
      ],
      rows: links,
    },
  ];
}
