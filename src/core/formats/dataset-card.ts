import type { Project } from '../project/model';
import type { FormatFile } from './format';

/** A column's type as Hugging Face `datasets` names it, a list of such, or a record. */
export type Feature =
  | 'string'
  | 'int64'
  | { readonly list: 'string' | FeatureRecord }
  | { readonly struct: FeatureRecord };
export interface FeatureRecord {
  readonly [name: string]: Feature;
}

const passages: Feature = { list: { start: 'int64', end: 'int64', quote: 'string' } };
const target: FeatureRecord = {
  role: 'string',
  kind: 'string',
  id: 'string',
  name: 'string',
  speaker_id: 'string',
  speaker_name: 'string',
  spans: passages,
};

/** The columns of jsonl-model.ts, in its order. */
export const JSONL_FEATURES: FeatureRecord = {
  id: 'string',
  project_id: 'string',
  project_name: 'string',
  title: 'string',
  standfirst: 'string',
  byline: 'string',
  outlet: 'string',
  url: 'string',
  published_at: 'string',
  language: 'string',
  text: 'string',
  offset_unit: 'string',
  blocks: { list: { kind: 'string', start: 'int64', end: 'int64' } },
  annotations: {
    list: {
      id: 'string',
      layer: 'string',
      spans: passages,
      quote: 'string',
      prefix: 'string',
      suffix: 'string',
      attributes: { list: { name: 'string', type: 'string', values: { list: 'string' } } },
      roles: { list: target },
      inherited: { list: { ...target, from: 'string' } },
      note: 'string',
      certainty: 'string',
      status: 'string',
      annotator_id: 'string',
      annotator: 'string',
      codebook_version: 'string',
      created_at: 'string',
      updated_at: 'string',
    },
  },
  note: 'string',
  metadata: { list: { name: 'string', value: 'string' } },
  order: 'int64',
  added_at: 'string',
  sha256: 'string',
  origin: {
    struct: {
      file_name: 'string',
      format: 'string',
      encoding: 'string',
      line_ends: 'string',
      bytes: 'int64',
      bytes_sha256: 'string',
    },
  },
};

/**
 * A dataset card (README.md with YAML front matter, as the Hugging Face Hub reads it): which file holds the
 * data, the types of all columns, so that an empty first row misleads nobody, and what the offsets count.
 */
export function datasetCard(project: Project, dataFile: string): FormatFile {
  const { codebook, info } = project;
  const data = `---
configs:
- config_name: default
  data_files: ${JSON.stringify(dataFile)}
dataset_info:
  features:
${yaml(JSONL_FEATURES, '  ')}
---

# ${info.name.replace(/\s+/gu, ' ')}

Written by Marginalia. One article per row, with its annotations.

- Offsets are Unicode code points of \`text\`, the end exclusive: in Python, \`text[start:end] == quote\`.
- \`roles\` is what an annotator set; \`inherited\` is what an unset role stands for, for example the speaker
  of the quote around a claim. The two are never mixed.
- An annotation without spans speaks of the whole article. '' and empty lists mean "unset".
- Layers and values are defined in the codebook file: ${codebook.name.replace(/\s+/gu, ' ')} ${codebook.version}.
`;
  return { path: 'README.md', data };
}

function yaml(record: FeatureRecord, indent: string): string {
  return Object.entries(record)
    .map(([name, feature]) => `${indent}- name: ${name}\n${typeOf(feature, `${indent}  `)}`)
    .join('\n');
}

function typeOf(feature: Feature, indent: string): string {
  if (typeof feature === 'string') return `${indent}dtype: ${feature}`;
  if ('struct' in feature) return `${indent}struct:\n${yaml(feature.struct, indent)}`;
  if (feature.list === 'string') return `${indent}list: string`;
  return `${indent}list:\n${yaml(feature.list, indent)}`;
}
