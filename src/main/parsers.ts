import { z } from 'zod';
import { CORPUS_FIELDS } from '../core/import/corpus/columns';
import { ARTICLE_SORTS } from '../core/project/article-order';
import { READING_STATUSES } from '../core/project/model';
import { parseChange } from '../core/project/validate';
import type { SearchPart } from '../core/search/parts';
import { SEARCH_MODES } from '../core/search/query';
import type { DesktopApi, MenuEntry } from '../shared/api';
import type { Parsers } from './ipc';

const text = z.string().max(100_000_000);
const short = z.string().max(10_000);
const path = z.string().min(1).max(32_768);
const change = z.union([
  z.strictObject({ handedOver: short }),
  z.unknown().transform((value) => parseChange(value)),
]);
const ids = z.array(short).max(1_000_000).optional();
const scope = z.strictObject({
  articles: ids,
  layers: ids,
  annotators: ids,
  statuses: z.array(z.enum(['draft', 'final'])).optional(),
  annotations: ids,
});

const names = z.array(short).max(10_000).optional();
const libraryShown = z.object({
  filter: z.object({
    statuses: z.array(z.enum(READING_STATUSES)).optional(),
    outlets: names,
    annotated: z.boolean().optional(),
    noted: z.boolean().optional(),
    from: short.optional(),
    to: short.optional(),
  }),
  order: z.object({ by: z.enum(ARTICLE_SORTS), descending: z.boolean() }),
});
const optionValues = z.record(short, z.string().max(2_000));
const exportChosen = z.object({ format: short, options: z.record(short, optionValues) });
const searchPart = z.custom<SearchPart>(
  (value) => typeof value === 'string' && /^(?:headline|body|layer:.{1,64})$/.test(value),
);

const columnChoice = z.object({
  fields: z.partialRecord(z.enum(CORPUS_FIELDS), short),
  kept: z.array(short).max(1_000),
  dates: z.enum(['day', 'month']).optional(),
});
const splitRule = z.object({
  pattern: short,
  line: z.enum(['between', 'begins']),
  cover: z.boolean(),
  fields: z.record(short, z.enum([...CORPUS_FIELDS, 'kept', 'out', 'stays'])),
});
const sourceReading = z.strictObject({
  source: short,
  way: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('columns'), choice: columnChoice }),
    z.strictObject({ kind: z.literal('parts'), rule: splitRule }),
    z.strictObject({ kind: z.literal('one') }),
  ]),
  encoding: short.optional(),
});

export const settingsSchema = z.object({
  annotator: z.object({ id: short, name: z.string().min(1).max(200) }),
  theme: z.enum(['system', 'light', 'sepia', 'dark', 'contrast']),
  readingSize: z.number().min(12).max(32),
  measure: z.number().min(40).max(110),
  leading: z.number().min(1.2).max(2.4),
  libraryOpen: z.boolean(),
  marginOpen: z.boolean(),
  // Settings of earlier versions do not have it.
  proposals: z.boolean().default(true),
  keys: z.record(short, short),
  // Absent in settings of earlier versions; what a later one remembers differently is no reason to lose the rest.
  libraries: z.record(short, libraryShown).optional().catch(undefined),
  exports: z.record(short, exportChosen).optional().catch(undefined),
  backups: path.nullable().optional().catch(undefined),
  // Absent from settings that were kept before there was a table.
  table: z
    .object({ columns: z.array(short).max(1_000), widths: z.record(short, z.number().min(20).max(4_000)) })
    .default({ columns: [], widths: {} }),
  // As with the libraries.
  reading: z
    .object({
      columns: z.array(z.object({ names: z.array(short).max(1_000), choice: columnChoice })).max(100),
      splits: z.array(splitRule).max(100),
    })
    .optional()
    .catch(undefined),
});

const menuEntry: z.ZodType<MenuEntry> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('separator') }),
    z.object({ kind: z.literal('submenu'), label: short, entries: z.array(menuEntry).max(200) }),
    z.object({
      kind: z.literal('action'),
      id: short,
      label: short,
      accelerator: short.optional(),
      enabled: z.boolean(),
      checked: z.boolean().optional(),
    }),
    z.object({
      kind: z.literal('role'),
      role: z.enum(['quit', 'cut', 'copy', 'paste', 'selectAll', 'togglefullscreen']),
    }),
  ]),
) as z.ZodType<MenuEntry>;

const offset = z.number().int().min(0);
const place = z.strictObject({
  view: short,
  articleId: short.nullable(),
  focusId: short.nullable(),
  speakerId: short.nullable(),
  claimId: short.nullable(),
  passage: z.strictObject({ start: offset, end: offset, head: offset }).nullable(),
  top: z.strictObject({ start: offset, above: z.number() }).nullable(),
  typed: z.strictObject({ label: short, text: z.string().max(100_000) }).nullable(),
});

/** One schema per method: the list of its arguments. Leaving one out does not compile. */
const schemas = {
  startup: z.tuple([]),
  saveSettings: z.tuple([settingsSchema]),
  createProject: z.tuple([
    z.strictObject({ name: z.string().min(1).max(200), sample: z.boolean(), folder: path.optional() }),
  ]),
  openProject: z.tuple([z.strictObject({ folder: path.optional() })]),
  cancelOpening: z.tuple([]),
  takeOverProject: z.tuple([]),
  closeProject: z.tuple([]),
  currentProject: z.tuple([]),
  fieldsLeft: z.tuple([z.strictObject({ sending: z.boolean() })]),
  handOver: z.tuple([z.strictObject({ name: short, portion: text })]),
  nextPortion: z.tuple([short]),
  newWindow: z.tuple([]),
  rememberPlace: z.tuple([place]),
  commit: z.tuple([z.strictObject({ label: short, change })]),
  chooseImport: z.tuple([z.strictObject({ folder: z.boolean(), annotations: z.boolean().optional() })]),
  recogniseAnnotations: z.tuple([z.array(path).max(200_000)]),
  readAnnotations: z.tuple([z.strictObject({ paths: z.array(path).max(200_000), format: short.optional() })]),
  commitAnnotations: z.tuple([z.strictObject({ label: short, change })]),
  stageImport: z.tuple([
    z.union([
      z.strictObject({ paths: z.array(path).max(200_000) }),
      z.strictObject({ pasted: z.strictObject({ text, html: text.optional() }) }),
    ]),
  ]),
  restage: z.tuple([
    z.strictObject({ stage: short, encoding: short.optional(), whole: z.boolean().optional() }),
  ]),
  lookAtSource: z.tuple([sourceReading]),
  readSource: z.tuple([sourceReading]),
  cancelImport: z.tuple([]),
  commitImport: z.tuple([z.strictObject({ label: short, change, originals: z.record(short, short) })]),
  discardStages: z.tuple([z.array(short)]),
  runExport: z.tuple([
    z.strictObject({
      formatId: short,
      options: optionValues,
      scope,
      folder: path.optional(),
    }),
  ]),
  cancelExport: z.tuple([]),
  saveCodebook: z.tuple([]),
  chooseCodebook: z.tuple([]),
  showInFolder: z.tuple([path]),
  listBackups: z.tuple([z.strictObject({ elsewhere: z.boolean() })]),
  inspectBackup: z.tuple([z.strictObject({ id: path })]),
  restoreBackup: z.tuple([z.strictObject({ id: path, inPlace: z.boolean() })]),
  chooseBackupFolder: z.tuple([]),
  checkProject: z.tuple([]),
  repairProject: z.tuple([]),
  saveCheckReport: z.tuple([]),
  prepareSearch: z.tuple([]),
  search: z.tuple([
    z.strictObject({
      id: z.number().int(),
      query: z.strictObject({
        text: short,
        mode: z.enum(SEARCH_MODES),
        matchCase: z.boolean(),
        wholeWord: z.boolean(),
      }),
      parts: z.array(searchPart).max(200),
    }),
  ]),
  cancelSearch: z.tuple([]),
  setMenu: z.tuple([z.array(menuEntry).max(50)]),
  popupMenu: z.tuple([z.array(menuEntry).max(200)]),
} satisfies Record<keyof DesktopApi, z.ZodType>;

/** Parses the arguments of each method; throws a ZodError when they are not what the contract says. */
export const PARSERS: Parsers = Object.fromEntries(
  Object.entries(schemas).map(([method, schema]) => [
    method,
    (args: readonly unknown[]) => schema.parse(args),
  ]),
) as unknown as Parsers;
