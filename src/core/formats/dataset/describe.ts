import type { Project } from '../../project/model';
import { VERSION } from '../../version';
import type { DatasetValues } from './settings';
import type { Sum } from './sums';
import type { ColumnType, Table } from './table';

/** A table of the dataset as the descriptors tell it. */
export interface DescribedTable {
  readonly path: string;
  readonly rows: number;
  readonly sum: Sum;
  readonly table: Table;
}

/**
 * `datapackage.json`: Frictionless Data Package v1 with a table schema for every resource. A table without rows is no
 * resource: its file is empty, and Frictionless cannot read it.
 */
export function dataPackage(
  { info, codebook }: Project,
  tables: readonly DescribedTable[],
  { licence, citation, pseudonyms, splits }: DatasetValues,
  seed: string,
): object {
  const filled = tables.filter(({ rows }) => rows > 0);
  const names = new Set(filled.map(({ table }) => table.name));
  return {
    profile: 'tabular-data-package',
    name: slug(info.id),
    id: info.id,
    title: info.name,
    description: info.note,
    created: info.createdAt,
    version: codebook.version,
    ...(licence === '' ? {} : { licenses: [isSpdx(licence) ? { name: licence } : { title: licence }] }),
    ...(citation === '' ? {} : { citation }),
    generator: { name: 'Marginalia', version: VERSION, pseudonyms, splits, seed },
    resources: filled.map(({ path, rows, sum, table }) => ({
      profile: 'tabular-data-resource',
      name: table.name,
      path,
      format: 'jsonl',
      mediatype: 'application/jsonl',
      encoding: 'utf-8',
      bytes: sum.bytes,
      hash: `sha256:${sum.sha256}`,
      rows,
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

/** A name as the specification has it: lower-case letters, digits and ". _ -". */
const slug = (id: string) => id.toLowerCase().replace(/[^a-z0-9._-]+/g, '-') || 'dataset';

/** An identifier of the SPDX list has no white space; a sentence does. */
export const isSpdx = (licence: string) => /^[A-Za-z0-9.+-]+$/.test(licence);

/** Where an SPDX identifier is explained, or the words themselves. */
const licenceOf = (licence: string) => (isSpdx(licence) ? `https://spdx.org/licenses/${licence}` : licence);

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

/**
 * `croissant.json`: MLCommons Croissant 1.0, one file object and one record set per table. Links between tables are told
 * in datapackage.json alone: mlcroissant joins whatever is called a reference, and fails where a table that is referred
 * to refers to a third.
 */
export function croissant(
  { info, codebook }: Project,
  tables: readonly DescribedTable[],
  { licence, citation }: DatasetValues,
): object {
  return {
    '@context': {
      '@language': 'en',
      '@vocab': 'https://schema.org/',
      citeAs: 'cr:citeAs',
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
      key: 'cr:key',
      recordSet: 'cr:recordSet',
      source: 'cr:source',
    },
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: info.name,
    description: `${info.note === '' ? 'A coding of news articles.' : info.note} Written by Marginalia ${VERSION}.`,
    version: codebook.version,
    dateCreated: info.createdAt,
    ...(licence === '' ? {} : { license: licenceOf(licence) }),
    ...(citation === '' ? {} : { citeAs: citation }),
    distribution: tables.map(({ path, sum, table }) => ({
      '@type': 'cr:FileObject',
      '@id': table.name,
      name: path,
      contentUrl: path,
      encodingFormat: 'application/jsonlines',
      contentSize: `${sum.bytes} B`,
      sha256: sum.sha256,
    })),
    recordSet: tables.map(({ table }) => ({
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
