import type { ReadBack } from '../../core/formats/difference';
import type { OptionValues } from '../../core/formats/options';
import type { ImportProblem } from '../../core/import/draft';
import type { FileSeen, ReadingWay, RememberedWays } from '../../core/import/file-seen';
import type { Arrival } from '../../core/import-annotations/arrive';
import type { Article, Origin, Project } from '../../core/project/model';
import type { Scope } from '../../core/project/scope';
import type { SearchBatch, SearchEnd, SearchTask, TextChanges } from '../search/search-task';
import type { Collected } from './collect-files';
import type { StagedFiles } from './export-files';
import type { ExportStage } from './export-stage';
import type { ReadBytes } from './record';
import type { Unzipped, UnzipRequest } from './unzip';

/** One article to be read in the worker. */
export interface ReadRequest {
  /** As the researcher has it; null for pasted text. */
  readonly fileName: string | null;
  readonly format: Origin['format'];
  /** Absent: find out. */
  readonly encoding?: string;
  readonly source: { readonly path: string } | { readonly text: string; readonly html?: string };
  /** The source is the record of this number (from 1) of a file that holds many. */
  readonly record?: number;
  /** How a file that may hold several articles is read; absent: as it looks, or as one like it was before. */
  readonly way?: ReadingWay;
  readonly remembered?: RememberedWays;
  /** Take all of a web page's text, not only what seems to be the article. */
  readonly whole?: boolean;
  /** Only look: what comes back is how the file would be read, without the articles. */
  readonly look?: true;
  /** The packed file and the folder in it that the source was in. */
  readonly packedIn?: string;
  /** Where to leave copies of the very bytes that were read, one per article (`copyPath`); absent: nowhere. */
  readonly copyTo?: string;
}

/** The articles of one file, in its order. */
export interface ReadJobResult {
  readonly articles: readonly ReadBytes[];
  /** Of single records of the file. */
  readonly problems: readonly ImportProblem[];
  /** How the file was read, where it may be read in other ways. */
  readonly seen?: FileSeen;
}

/** Where the bytes of a file that was cut into articles are left. */
export function wholePath(copyTo: string): string {
  return `${copyTo}-whole`;
}

/** Where the bytes of a file's article `index` (from 0) are left. */
export function copyPath(copyTo: string, index: number): string {
  return index === 0 ? copyTo : `${copyTo}-${index}`;
}

/** Some of a project, to be put together with what came before; with `head` it is the beginning of one. */
export interface ProjectPortion {
  readonly head?: Omit<Project, 'articles' | 'annotations'>;
  readonly articles: Project['articles'];
  readonly annotations: Project['annotations'];
}

/** The part of a project that is meant, and the format to write. */
export interface Exported {
  readonly formatId: string;
  readonly options: OptionValues;
  readonly scope: Scope;
}

/** Writes the project that was handed over into a stage, and reads it back from there. */
export interface ExportTask extends Exported {
  readonly stage: ExportStage;
}

/** An export that is on the disk: the files in the folder, without the loss report. */
export interface ReadBackTask extends Exported {
  readonly project: Project;
  readonly folder: string;
  readonly files: readonly string[];
}

/** What reading files again found; null for a format that is not read. */
export type ReadBackResult = ReadBack | { readonly problem: string } | null;
/** Annotations of another tool, and the articles of the open project. `format`: the reader's id; absent: find out. */
export interface AnnotationsTask {
  readonly paths: readonly string[];
  readonly format?: string;
  readonly articles: ReadonlyMap<string, Article>;
}

/** What was read, of so many files; or why nothing was, in a sentence that names the place. */
export type AnnotationsRead =
  | { readonly part: Arrival; readonly files: number }
  | { readonly problem: string };

/** A format that files were recognised as. */
export interface Recognised {
  readonly id: string;
  readonly label: string;
}

/** What workers can be asked to do. Another job is one line here and one in a worker's entry. */
export interface Jobs {
  /** Which files there are to read. In the worker, since a slow disk or 100,000 names would hold up main. */
  readonly collect: { readonly request: { readonly paths: readonly string[] }; readonly result: Collected };
  /** Which files are in a packed file; those that can be read are unpacked. */
  readonly unzip: { readonly request: UnzipRequest; readonly result: Unzipped };
  readonly read: { readonly request: ReadRequest; readonly result: ReadJobResult | ImportProblem };
  /** The same of several files, in their order. */
  readonly readSome: {
    readonly request: readonly ReadRequest[];
    readonly result: readonly (ReadJobResult | ImportProblem)[];
  };
  /** A portion of the project that the next export is of. */
  readonly take: { readonly request: ProjectPortion; readonly result: null };
  readonly export: {
    readonly request: ExportTask;
    readonly result: StagedFiles & { readonly readBack: ReadBackResult };
  };
  readonly annotations: { readonly request: AnnotationsTask; readonly result: AnnotationsRead };
  readonly recognise: { readonly request: readonly string[]; readonly result: Recognised | null };
  /** The texts that searches after this one go through. */
  readonly texts: { readonly request: TextChanges; readonly result: null };
  readonly search: {
    readonly request: SearchTask;
    readonly result: SearchEnd;
    readonly progress: SearchBatch;
  };
}

export type JobKind = keyof Jobs;

/** Host to worker: do this, or stop doing it. */
export interface JobMessage<Kind extends JobKind = JobKind> {
  readonly id: number;
  readonly kind: Kind;
  readonly request: Jobs[Kind]['request'];
}
export interface CancelMessage {
  readonly cancel: number;
}

/** How far a job has come. */
export interface JobProgress {
  readonly done: number;
  readonly total: number;
  /** Of the file that is being read. */
  readonly name?: string;
}

/** What a job tells before it is done. */
export type ProgressOf<Kind extends JobKind> = Jobs[Kind] extends { readonly progress: infer Progress }
  ? Progress
  : JobProgress;

/** Worker to host: how far the job with this id is, its result, or the message of an error nobody expected. */
export type JobReply =
  | { readonly id: number; readonly progress: ProgressOf<JobKind> }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** One function per kind of job. Those that look at `signal` can be stopped without ending the process. */
export type JobTable = {
  readonly [Kind in JobKind]: (
    request: Jobs[Kind]['request'],
    report: (progress: ProgressOf<Kind>) => void,
    signal: AbortSignal,
  ) => Promise<Jobs[Kind]['result']>;
};
