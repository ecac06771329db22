import type { Article, Project } from '../project/model';
import type { Scope } from '../project/scope';
import type { OffsetUnit } from '../text/offsets';
import type { ReadBack } from './difference';
import type { FormatOptions, OptionValues } from './options';

/** One file of an export or import: a path relative to the folder chosen, with "/" between its parts. */
export interface FormatFile {
  readonly path: string;
  /** Text is written as UTF-8 without BOM. */
  readonly data: string;
  /** What is written instead of `data`, where a file is not text. */
  readonly bytes?: Uint8Array;
  /** The text bit by bit, as often as it is asked for, where it may be longer than `data` can be. */
  readonly pieces?: () => Iterable<string>;
}

/** One kind of thing that a format could not carry, and how often it occurred. */
export interface Loss {
  /** Stable id of the kind ("speaker-details", "dangling-target"); see loss.ts. */
  readonly kind: string;
  /** The kind in words to follow the count: "article without annotations", or its plural. */
  readonly label: string;
  readonly count: number;
}

/** What a format counts places in: one of the units of offsets, or tokens, where it has no offsets at all. */
export type FormatUnit = OffsetUnit | 'token';

/** What an export could not carry, counted by kind, and the unit its offsets count. Empty `losses` = nothing. */
export interface LossReport {
  readonly unit: FormatUnit;
  readonly losses: readonly Loss[];
}

export interface Serialized {
  /** The main file first. */
  readonly files: readonly FormatFile[];
  readonly loss: LossReport;
}

/** A file that was read: the project in it, and what was odd but harmless. */
export interface Parsed {
  readonly project: Project;
  readonly warnings: readonly string[];
}

/** Articles that were read, with annotations. */
export type Read = Pick<Project, 'articles' | 'annotations'>;

/**
 * What is in files, told as it is read, so that nobody need hold all of it: articles and annotations that were not told
 * before, and in the end the project with those that are left.
 */
export type Reading = Generator<Read, Parsed>;

/** Called now and then while writing: articles done, articles in all. May throw to stop the work. */
export type Progress = (done: number, total: number) => void;

/**
 * The files of an export in pieces, so that none need be held as a whole: pieces with the same path are parts of one
 * file, in their order; those of several files may alternate. The main file's piece comes first, the report at the end.
 */
export type Writing = Generator<FormatFile, LossReport>;

/** The files of an export where they lie, to be read bit by bit. Throws when one is not there. */
export interface WrittenFiles {
  readonly paths: readonly string[];
  /** Block by block; a block is there until the next is asked for. */
  readonly bytes: (path: string) => Iterable<Uint8Array>;
  /** SHA-256 of a file, in lower-case hex. */
  readonly sha256: (path: string) => string;
}

/** Where a format stands in the list. */
export type FormatGroup = 'own' | 'data' | 'tools' | 'standards';

/**
 * What can be read into a project: every two-way format, and those of other tools that are only read.
 *
 * Containers (zip, SQLite) are opened before: a reader is given the files inside, by path.
 */
export interface Reader {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly extensions: readonly string[];
  readonly unit: FormatUnit;
  /** A quick look at names and first lines: would `parse` be the one to read these? Never throws. */
  readonly recognises: (files: readonly FormatFile[]) => boolean;
  /** As `Format.parse`. */
  readonly parse: (files: readonly FormatFile[], articles?: ReadonlyMap<string, Article>) => Parsed;
}

/**
 * One file format. Text in, text out: no disk, no clock, no dialogs.
 *
 * `losses` and `serialize` are given the whole project and the scope meant, never a project cut to size:
 * who a claim is inherited from may be told by a quote that is itself left out of the export.
 */
export interface Format {
  readonly id: string;
  readonly label: string;
  /** A few words under the label: "one row per annotation". */
  readonly hint: string;
  /** Absent: with the standards. */
  readonly group?: FormatGroup;
  /** What is left to whoever exports; the format as it stands here has their standard values. */
  readonly options?: FormatOptions;
  /** This format with other values; use formatWith, which refuses names that are not known. */
  readonly with?: (values: OptionValues) => Format;
  /** What options come to for a part of a project, in a few words, by their names. */
  readonly outcome?: (project: Project, scope?: Scope) => Readonly<Record<string, string>>;
  /** Extensions of the files it writes, without the dot; the first is the usual one. */
  readonly extensions: readonly string[];
  readonly unit: FormatUnit;
  /** 'lossless': parse(serialize(p)) equals p for every project. */
  readonly fidelity: 'lossless' | 'lossy';
  /** Every line of its main file stands for one article and can be read and written by itself. */
  readonly byLine?: true;
  /** What `serialize` would report, without writing anything; quick enough for a dialog to show live. */
  readonly losses: (project: Project, scope?: Scope) => LossReport;
  /**
   * The name of the zip that other programs expect the files in, where the format is one ("Ferry-study.qdpx"). They are
   * packed on the way to the disk, and unpacked before `parse` is given them: a format is text in, text out.
   */
  readonly container?: (project: Project) => string;
  /** Throws an Error when a text cannot be carried by any file (NUL, lone surrogate). */
  readonly serialize: (project: Project, scope?: Scope, progress?: Progress) => Serialized;
  /** The same bit by bit, where what is written may be large; see writing.ts. */
  readonly write?: (project: Project, scope?: Scope, progress?: Progress) => Writing;
  /** The main file alone, for a preview, where writing the others takes long. */
  readonly first?: (project: Project, scope?: Scope) => FormatFile;
  /** As `Reader.recognises`; every format that has `parse` has this too. */
  readonly recognises?: Reader['recognises'];
  /**
   * Reads what `serialize` wrote. Formats that carry no texts place their annotations in `articles`, by id:
   * those of the open project. Throws FormatError with line and column when the input is not of this format.
   */
  readonly parse?: (files: readonly FormatFile[], articles?: ReadonlyMap<string, Article>) => Parsed;
  /** The same bit by bit, where what is read may be large; see reading.ts. */
  readonly read?: (files: readonly FormatFile[], articles?: ReadonlyMap<string, Article>) => Reading;
  /** What the files say against the project, where `parse` would hold too much of them at once. */
  readonly check?: (project: Project, scope: Scope, files: WrittenFiles) => ReadBack;
}

/** Input that is not what the format says: what is wrong, and where (both counted from 1, columns in UTF-16). */
export class FormatError extends Error {
  constructor(
    message: string,
    readonly path: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(`${path}:${line}:${column}: ${shortened(message)}`);
    this.name = 'FormatError';
  }
}

/** What a message quotes of a file may be as long as the file; a person reads the beginning (UTF-16). */
const LONGEST = 500;

function shortened(message: string): string {
  return message.length <= LONGEST
    ? message
    : `${message.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…`;
}
