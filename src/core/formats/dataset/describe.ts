import type { Project } from '../../project/model';
import { sha256Of } from './sha256';
import type { ColumnType, Table } from './table';

/** A file of the dataset as the descriptors tell it. */
export interface DescribedFile {
  readonly path: string;
  readonly data: string;
  /** `data` in UTF-8. */
  readonly bytes: Uint8Array;
  readonly table: Table;
}

/**
 * `datapackage.json`: Frictionless Data Package v1 with a table schema for every resource. A table without rows is no
 * resource: its file is empty, and Frictionless cannot read it.
 */
export function dataPackage({ info }: Project, files: readonly DescribedFile[], version: string): object {
  const filled = files.filter(({ table }) => table.rows.length > 0);
  const names = new Set(filled.map(({ table }) => table.name));
  return {
    profile: 'tabular-data-package',
    name: info.id,
    title: info.name,
    description: info.note,
    created: info.createdAt,
    version,
    resources: filled.map(({ path, bytes, table }) => ({
      profile: 'tabular-data-resource',
      name: table.name,
      path,
      format: 'jsonl',
      mediatype: 'application/jsonl',
      encoding: 'utf-8',
      bytes: bytes.length,
      hash: `sha256:${sha256Of(bytes)}`,
      description: table.description,
      schema: {
        fields: table.columns.map(({ name, type, description }) => ({ name, type, description })),
        missingValues: [],
        ...(table.key.length > 0 ? { primaryKey: table.key } : {}),
        foreignKeys: Object.entries(table.links)
          .filter(([, [resource]]) => names.has(resource))
          .map(([field, [resource, column]]) => ({ fields: field, reference: { resource, fields: column } })),
      },
    })),
  };
}

const SCHEMA_ORG: Readonly<Record<ColumnType, string>> = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
};

/**
 * Columns that are times. They are text in the files; but the loader of Croissant (mlcroissant) makes times of columns
 * called so, and refuses a table that calls them text.
 */
const TIMES: Readonly<Record<string, string>> = {
  published_at: 'sc:Date',
  created_at: 'sc:DateTime',
  updated_at: 'sc:DateTime',
};

/** `croissant.json`: MLCommons Croissant 1.0, one file object and one record set per table. */
export function croissant({ info }: Project, files: readonly DescribedFile[], version: string): object {
  return {
    '@context': {
      '@language': 'en',
      '@vocab': 'https://schema.org/',
      cr: 'http://mlcommons.org/croissant/',
      sc: 'https://schema.org/',
      conformsTo: 'dct:conformsTo',
      dct: 'http://purl.org/dc/terms/',
      column: 'cr:column',
      data: { '@id': 'cr:data', '@type': '@json' },
      dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
      extract: 'cr:extract',
      field: 'cr:field',
      fileObject: 'cr:fileObject',
      recordSet: 'cr:recordSet',
      references: 'cr:references',
      source: 'cr:source',
      key: 'cr:key',
    },
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: info.name,
    description: info.note === '' ? 'A coding of news articles.' : info.note,
    version,
    dateCreated: info.createdAt,
    distribution: files.map(({ path, bytes, table }) => ({
      '@type': 'cr:FileObject',
      '@id': table.name,
      name: path,
      contentUrl: path,
      encodingFormat: 'application/jsonlines',
      contentSize: `${bytes.length} B`,
      sha256: sha256Of(bytes),
    })),
    recordSet: files.map(({ table }) => ({
      '@type': 'cr:RecordSet',
      '@id': `${table.name}-rows`,
      name: `${table.name}-rows`,
      description: table.description,
      ...(table.key.length > 0
        ? { key: table.key.map((name) => ({ '@id': `${table.name}-rows/${name}` })) }
        : {}),
      field: table.columns.map(({ name, type, description }) => ({
        '@type': 'cr:Field',
        '@id': `${table.name}-rows/${name}`,
        name,
        description,
        dataType: TIMES[name] ?? SCHEMA_ORG[type],
        source: { fileObject: { '@id': table.name }, extract: { column: name } },
      })),
    })),
  };
}
