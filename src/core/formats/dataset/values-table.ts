import { layerOf, valueLabel } from '../../project/codebook';
import type { Part } from '../part';
import { ANNOTATION, string, TO_ANNOTATION } from './columns';
import type { Table } from './table';

/** One row per value of an attribute. */
export function valuesTable(part: Part): Table {
  return {
    name: 'values',
    description: 'One row per value of an attribute of an annotation; several of a multiple choice.',
    key: ['annotation_id', 'attribute', 'value'],
    links: TO_ANNOTATION,
    columns: [
      ANNOTATION,
      string('attribute', 'Id of the attribute in the codebook.'),
      string('value', 'The value as stored.'),
      { name: 'number', type: 'number', description: 'The value of a scale or number, as a number.' },
      string('label', 'The value as a person reads it.'),
    ],
    *of(article) {
      for (const annotation of part.annotations.get(article.id) ?? []) {
        const layer = layerOf(part.whole.codebook, annotation.layer);
        for (const [id, value] of Object.entries(annotation.attributes)) {
          const attribute = layer?.attributes.find((known) => known.id === id);
          for (const each of Array.isArray(value) ? value : [value]) {
            const number = typeof each === 'number' ? each : null;
            const label = attribute ? valueLabel(attribute, Array.isArray(value) ? [each] : each) : null;
            yield [annotation.id, id, String(each), number, label];
          }
        }
      }
    },
  };
}
