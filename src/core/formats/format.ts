import type { Project } from '../project/model';
import type { OffsetUnit } from '../text/offsets';

/** One file of an export or import: a path relative to the folder chosen, with "/" between its parts. */
export interface FormatFile {
  readonly path: string;
  /** Text is written as UTF-8 without BOM. */
  readonly data: string;
}

/** One kind of thing that a format could not carry, and how often it occurred. */
export interface Loss {
  /** Stable id of the kind ("note", "certainty", "nested-quote"). */
  readonly kind: string;
  /** The kind in words, as in "3 claim register links". Singular and plural are the writer's to choose. */
  readonly label: string;
  readonly count: number;
}

/** What an export could not carry, counted by kind, and the unit its offsets count. Empty `losses` = nothing. */
export interface LossReport {
  readonly unit: OffsetUnit;
  readonly losses: readonly Loss[];
}

export interface Serialized {
  readonly files: readonly FormatFile[];
  readonly loss: LossReport;
}

/** A file that was read: the project in it, and what was odd but harmless. */
export interface Parsed {
  readonly project: Project;
  readonly warnings: readonly string[];
}

/** Called now and then while writing: articles done, articles in all. May throw to stop the work. */
export type Progress = (done: number, total: number) => void;

/**
 * One file format. Text in, text out: no disk, no clock, no dialogs.
 * `serialize` may be given a project that is only the part chosen for export (see project/scope.ts).
 */
export interface Format {
  readonly id: string;
  readonly label: string;
  /** A few words under the label: "one row per annotation". */
  readonly hint: string;
  /** Extensions of the files it writes, without the dot; the first is the usual one. */
  readonly extensions: readonly string[];
  readonly unit: OffsetUnit;
  /** 'lossless': parse(serialize(p)) equals p for every project. */
  readonly fidelity: 'lossless' | 'lossy';
  readonly serialize: (project: Project, progress?: Progress) => Serialized;
  /** Throws FormatError with line and column when the input is not of this format. */
  readonly parse?: (files: readonly FormatFile[]) => Parsed;
}

/** Input that is not what the format says: what is wrong, and where (both counted from 1). */
export class FormatError extends Error {
  constructor(
    message: string,
    readonly path: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(`${path}:${line}:${column}: ${message}`);
    this.name = 'FormatError';
  }
}
