import type { Change } from '../core/change/change';
import type { Finding } from '../core/doctor/finding';
import type { ReadBack } from '../core/formats/difference';
import type { LossReport } from '../core/formats/format';
import type { OptionValues } from '../core/formats/options';
import type { ArticleDraft, ImportProblem } from '../core/import/draft';
import type { FileSeen, ReadingWay, RememberedWays } from '../core/import/file-seen';
import type { Arrival } from '../core/import-annotations/arrive';
import type { ArticleOrder } from '../core/project/article-order';
import type { Codebook } from '../core/project/codebook';
import type { ArticleFilter } from '../core/project/library';
import type { Annotator } from '../core/project/model';
import type { RestoreSummary } from '../core/project/restore-summary';
import type { Scope } from '../core/project/scope';
import type { SearchPart } from '../core/search/parts';
import type { SearchQuery } from '../core/search/query';

/**
 * The one contract between main and the renderer. Few, coarse calls; what a person can meet travels as a
 * Result, and only a bug throws.
 */

/** The outcome of a call that may fail for reasons a person should read. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

/** A project that is open in this window, or comes into it. */
export interface OpenProject {
  readonly folder: string;
  readonly name: string;
  /** Of ProjectRows, counted row by row; a list of main's project as it was when this was said. */
  readonly rows: InPortions;
  /** Why edits are refused (another window holds it, newer schema, read-only folder), or null. */
  readonly readOnly: string | null;
  /** Is that because another window has it, so that a person may decide to take it over? */
  readonly held: boolean;
  /** What was repaired or set aside while opening, in plain sentences; empty when all was well. */
  readonly report: readonly string[];
}

/** What the disk knows, for the status bar. Times are ISO 8601 UTC. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  /** `progress`: of the files that are written before the change counts as saved, when there are many. */
  | { readonly kind: 'saving'; readonly progress?: { readonly done: number; readonly total: number } }
  /** All is saved; the project is being closed, and so many of its files are brought up to date before. */
  | { readonly kind: 'closing'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'read-only'; readonly message: string };

/** What this person set for themselves; kept outside projects. */
export interface Settings {
  readonly annotator: Annotator;
  readonly theme: 'system' | 'light' | 'sepia' | 'dark' | 'contrast';
  /** Reading size in CSS px, measure in characters, line height as a factor. */
  readonly readingSize: number;
  readonly measure: number;
  readonly leading: number;
  readonly libraryOpen: boolean;
  readonly marginOpen: boolean;
  /** Show what the rules propose. */
  readonly proposals: boolean;
  /** Action id -> key chord, where it differs from the built-in one. */
  readonly keys: Readonly<Record<string, string>>;
  /** Project id -> which of its articles the library shows, and in what order; those used last stand last. */
  readonly libraries?: Readonly<Record<string, LibraryShown>> | undefined;
  /** Project id -> what it was exported with last; those used last stand last. */
  readonly exports?: Readonly<Record<string, ExportChosen>> | undefined;
  /** Backups outside projects: absent = in the app's own folder, null = none, else the folder they go to. */
  readonly backups?: string | null | undefined;
  /** The table's columns in order (none = those it begins with), and widths in CSS px where they differ. */
  readonly table: {
    readonly columns: readonly string[];
    readonly widths: Readonly<Record<string, number>>;
  };
  /** How files of several articles were read: by the names of their columns, or by their pattern. */
  readonly reading?: RememberedWays | undefined;
}

/** A format, and the values of options by format: those of the others are there again when one is chosen again. */
export interface ExportChosen {
  readonly format: string;
  readonly options: Readonly<Record<string, OptionValues>>;
}

/** What the library shows of a project. */
export interface LibraryShown {
  readonly filter: ArticleFilter;
  readonly order: ArticleOrder;
}

export interface RecentProject {
  readonly folder: string;
  readonly name: string;
  readonly openedAt: string;
}

/** Where a person is in a window, kept in main so that a page that stopped can come back to it. */
export interface Place {
  readonly view: string;
  readonly articleId: string | null;
  readonly focusId: string | null;
  readonly speakerId: string | null;
  readonly claimId: string | null;
  /** What is selected, UTF-16 of the article's text. */
  readonly passage: { readonly start: number; readonly end: number; readonly head: number } | null;
  /** The first block in view by its start (UTF-16), and how far above the pane's edge it begins (CSS px). */
  readonly top: { readonly start: number; readonly above: number } | null;
  /** What is typed in a field that has not kept it yet. */
  readonly typed: { readonly label: string; readonly text: string } | null;
}

export interface Startup {
  readonly settings: Settings;
  readonly recent: readonly RecentProject[];
  /** Is a project open in this window, whose page was started anew? */
  readonly open: boolean;
  /** The project to be opened now: named on the command line, or open last; null when there is none. */
  readonly folder: string | null;
  /** The page had stopped and was started anew; `place` is where its person was, null to begin at the beginning. */
  readonly stopped: { readonly place: Place | null } | null;
  readonly platform: string;
  readonly version: string;
}

/** What is to be read: files and folders by path, or text that was pasted. */
export type ImportSource =
  | { readonly paths: readonly string[] }
  | { readonly pasted: { readonly text: string; readonly html?: string } };

/** One article read and waiting for the researcher's word. `stage` names its original bytes in main. */
export interface StagedArticle {
  readonly stage: string;
  /** Names the file it was read from; several articles may be of one. */
  readonly source: string;
  readonly draft: ArticleDraft;
  /** How sure the guess of the encoding is: 'certain' (BOM, valid UTF-8), or a guess to be looked at. */
  readonly encodingCertain: boolean;
  /** Of a web page: whether all of its text was taken, and how many characters were not. */
  readonly page?: { readonly whole: boolean; readonly leftOut: number } | undefined;
}

/** A file that may hold several articles, and how it was read. */
export interface StagedSource {
  readonly source: string;
  readonly fileName: string | null;
  readonly seen: FileSeen;
}

/**
 * What is too long for one message: a list, or the rows of a change. The page asks for its portions with
 * `nextPortion`; `length` is how many items they hold together, 0 where nobody has counted.
 */
export interface InPortions {
  readonly list: string;
  readonly length: number;
}

/** A change that was handed over before, in portions; its name. */
export interface HandedOver {
  readonly handedOver: string;
}

/** What was read; `articles` is of StagedArticle. */
export interface ReadBatch {
  readonly articles: InPortions;
  readonly problems: readonly ImportProblem[];
  readonly sources: readonly StagedSource[];
}

export interface StagedBatch {
  readonly articles: readonly StagedArticle[];
  readonly problems: readonly ImportProblem[];
  readonly sources: readonly StagedSource[];
}

/** Another way of reading a file that waits for the researcher's word. */
export interface SourceReading {
  readonly source: string;
  readonly way: ReadingWay;
  /** Absent: find out. */
  readonly encoding?: string;
}

/** An import agreed to: the change that adds the articles, and which original bytes belong to which. */
export interface ImportCommit {
  readonly label: string;
  readonly change: Change | HandedOver;
  /** Article id -> stage. */
  readonly originals: Readonly<Record<string, string>>;
}

/** Annotations of another tool, read and set down in the open project's articles, and of how many files. */
export interface AnnotationsFile {
  readonly part: Arrival;
  readonly files: number;
}

/** The same on its way: `rows` are of ProjectRows, `matched` of Matched. */
export interface AnnotationsRead {
  readonly part: Omit<Arrival, 'project' | 'articles'>;
  readonly rows: InPortions;
  readonly matched: InPortions;
  readonly files: number;
}

export interface ExportRequest {
  readonly formatId: string;
  readonly options: OptionValues;
  readonly scope: Scope;
}

export interface ExportDone {
  readonly folder: string;
  readonly files: readonly string[];
  readonly loss: LossReport;
  /** What reading the files again found; null when the format is not read, or the check was stopped. */
  readonly readBack: ReadBack | { readonly problem: string } | null;
}

/** A codebook that was read from a file, for the researcher to look at before it is taken. */
export interface CodebookFile {
  readonly fileName: string;
  readonly codebook: Codebook;
  /** What is odd about it but does no harm, in sentences. */
  readonly warnings: readonly string[];
}

export interface SearchRequest {
  /** Names the search in the events that bring its hits. */
  readonly id: number;
  readonly query: SearchQuery;
  /** Only in these parts of the articles; none = everywhere. */
  readonly parts: readonly SearchPart[];
}

/** Hits found since the last batch of the same search, in library order; all offsets are UTF-16. */
export interface SearchHits {
  readonly id: number;
  /** Ids of the articles these hits are in, and how many are in each. */
  readonly articles: readonly string[];
  readonly counts: Uint32Array;
  /** start, end, start, end, … of all of them. */
  readonly spans: Uint32Array;
  /** Articles looked at so far, of all. */
  readonly done: number;
  readonly total: number;
}

/** How a search ended: all looked at, more hits than are looked for, or stopped. */
export type SearchEnding = 'all' | 'full' | 'time' | 'memory' | 'cancelled';

/** A backup as it lies on the disk; what it says of itself is null for backups of early versions. */
export interface BackupItem {
  /** Names it in main, in the list it came with. */
  readonly id: string;
  /** In the project's folder, outside it, or in a folder that was looked in. */
  readonly place: 'inside' | 'outside' | 'elsewhere';
  /** When it was made, ISO 8601 UTC. */
  readonly at: string;
  readonly bytes: number;
  /** Why it was made: "before an article was added". */
  readonly reason: string;
  readonly name: string | null;
  /** Where the project stood. */
  readonly folder: string | null;
  readonly articles: number | null;
  readonly annotations: number | null;
}

export interface BackupList {
  /** Newest first, by the number of the last change in them. */
  readonly backups: readonly BackupItem[];
  /** The folder that backups outside go to; null = they are switched off. */
  readonly outside: string | null;
}

/** What a backup was found to hold, when it was read to its end. */
export interface BackupContents {
  readonly name: string;
  readonly articles: number;
  readonly annotations: number;
  readonly speakers: number;
  readonly claims: number;
  /** Annotations that could not be used when it was made, and are kept in it word for word. */
  readonly setAside: number;
  /** What restoring it in place would do; null when no project is open, or another one than it is of. */
  readonly summary: RestoreSummary | null;
}

/** What became of a backup that was restored. */
export type Restored =
  | {
      readonly kind: 'beside';
      readonly open: OpenProject;
      /** Articles whose original bytes were nowhere to be found; their text is in the backup. */
      readonly withoutOriginal: number;
    }
  | { readonly kind: 'in place'; readonly label: string; readonly change: InPortions };

/** What looking a project through found. */
export interface CheckReport {
  readonly folder: string;
  /** Null when the project cannot be opened. */
  readonly name: string | null;
  readonly articles: number;
  readonly annotations: number;
  /** Files and backups that were read to their end. */
  readonly files: number;
  readonly findings: readonly Finding[];
}

/** One entry of a native menu, drawn from the renderer's action table. */
export type MenuEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly MenuEntry[] }
  | {
      readonly kind: 'action';
      readonly id: string;
      readonly label: string;
      /** Electron accelerator, shown beside the label; the renderer handles the key itself. */
      readonly accelerator?: string;
      readonly enabled: boolean;
      readonly checked?: boolean;
    }
  /** What the system does best by itself. */
  | {
      readonly kind: 'role';
      readonly role: 'quit' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'togglefullscreen';
    };

export interface DesktopApi {
  startup(): Promise<Startup>;
  saveSettings(settings: Settings): Promise<Result<null>>;
  /** Asks for a folder and makes a project in it; with `sample` it holds the sample articles. */
  createProject(request: {
    name: string;
    sample: boolean;
    folder?: string;
  }): Promise<Result<OpenProject | null>>;
  /**
   * Opens the folder given, or asks for one; null when the person cancelled. 'openProgress' events tell how far it is.
   * It takes the place of the project that is open when the page has asked for all of its rows, and not before.
   */
  openProject(request: { folder?: string }): Promise<Result<OpenProject | null>>;
  /**
   * Stops opening, unless the project is open already; `cancelled` says which. `open`: is a project open now? The
   * same one as before, unless it was to be opened anew.
   */
  cancelOpening(): Promise<{ readonly cancelled: boolean; readonly open: boolean }>;
  /** Asks whether to take the open project over from the window that has it, and opens it anew; null when not. */
  takeOverProject(): Promise<Result<OpenProject | null>>;
  closeProject(): Promise<Result<null>>;
  /** Re-reads the open project from main's state, after the renderer was restarted. */
  currentProject(): Promise<OpenProject | null>;
  /**
   * Answers 'leaving': every field has been left, and what was typed there was committed before this call. With
   * `sending` a large change is still being handed over, and another call follows when it has been.
   */
  fieldsLeft(request: { sending: boolean }): Promise<null>;
  /** Some rows of a large change, as JSON, before the commit that names it; refused when they are not valid. */
  handOver(request: { name: string; portion: string }): Promise<null>;
  /** The JSON of the next items of a list, or of the next rows of a change; empty at its end. */
  nextPortion(list: string): Promise<string>;
  newWindow(): Promise<null>;
  /** Keeps in main where one is, for when the page stops. */
  rememberPlace(place: Place): Promise<null>;
  /** Resolves when the change is on disk. `label` names it in the journal ("tag claim"). */
  commit(request: { label: string; change: Change | HandedOver }): Promise<Result<{ at: string }>>;
  /** Shows the native dialog for files or a folder; the paths chosen, or an empty list. */
  chooseImport(request: { folder: boolean; annotations?: boolean }): Promise<readonly string[]>;
  /** Are these annotations of another tool? The name of their format, or null. */
  recogniseAnnotations(
    paths: readonly string[],
  ): Promise<{ readonly id: string; readonly label: string } | null>;
  /** Reads annotations of another tool; null when cancelled. `format`: how to read them, instead of finding out. */
  readAnnotations(request: {
    paths: readonly string[];
    format?: string;
  }): Promise<Result<AnnotationsRead | null>>;
  /** As `commit`, keeping the texts of new articles as their original bytes. */
  commitAnnotations(request: { label: string; change: Change | HandedOver }): Promise<Result<{ at: string }>>;
  stageImport(source: ImportSource): Promise<Result<ReadBatch>>;
  /** Reads one staged article's original bytes again in another encoding, or all or less of a page. */
  restage(request: { stage: string; encoding?: string; whole?: boolean }): Promise<Result<StagedArticle>>;
  /** How a file would be read in another way. A look that still runs is stopped. */
  lookAtSource(request: SourceReading): Promise<Result<FileSeen>>;
  /** Reads a file in another way; the articles it had before stay staged until they are discarded. */
  readSource(request: SourceReading): Promise<Result<ReadBatch>>;
  cancelImport(): Promise<null>;
  commitImport(request: ImportCommit): Promise<Result<{ at: string }>>;
  /** Stages and sources that are not wanted. */
  discardStages(ids: readonly string[]): Promise<null>;
  /** Asks for a folder (or takes the one given) and writes the export there; null when cancelled. */
  runExport(request: ExportRequest & { folder?: string }): Promise<Result<ExportDone | null>>;
  cancelExport(): Promise<null>;
  /** Asks where, and writes the open project's codebook there; its path, or null when cancelled. */
  saveCodebook(): Promise<Result<string | null>>;
  /** Asks for a codebook file and reads it; null when cancelled. */
  chooseCodebook(): Promise<Result<CodebookFile | null>>;
  showInFolder(path: string): Promise<null>;
  /** The backups of the open project, or of all that were kept outside; `elsewhere` asks for a folder to look in. */
  listBackups(request: { elsewhere: boolean }): Promise<Result<BackupList | null>>;
  /** Reads one of them to its end. */
  inspectBackup(request: { id: string }): Promise<Result<BackupContents>>;
  /**
   * Restores one of them: into a new folder, which is asked for and then opened (null when cancelled), or in place
   * as one change, after a backup of what is there now.
   */
  restoreBackup(request: { id: string; inPlace: boolean }): Promise<Result<Restored | null>>;
  /** Looks the open project through, or one in a folder that is asked for; null when cancelled. */
  checkProject(): Promise<Result<CheckReport | null>>;
  /** Mends the project that was looked through last, and opens it again if it was open. */
  repairProject(): Promise<Result<{ report: CheckReport; open: OpenProject | null }>>;
  /** Asks where, and writes the last report there as text; its path, or null when cancelled. */
  saveCheckReport(): Promise<Result<string | null>>;
  /** Asks for a folder for backups outside projects; null when cancelled. */
  chooseBackupFolder(): Promise<string | null>;
  /** Gets the searching process ready, so that the first search need not wait for it. */
  prepareSearch(): Promise<null>;
  /** Searches all articles; hits arrive as 'searchHits' events. A search that still runs is cancelled. */
  search(request: SearchRequest): Promise<Result<SearchEnding>>;
  cancelSearch(): Promise<null>;
  setMenu(menu: readonly MenuEntry[]): Promise<null>;
  /** Opens a native context menu at the pointer; the id chosen arrives as an 'action' event. */
  popupMenu(menu: readonly MenuEntry[]): Promise<null>;
}

export interface DesktopEvents {
  /** An entry of a native menu was chosen. */
  action: string;
  saveState: SaveState;
  /** Something a person should know of, in one sentence. */
  say: { readonly text: string; readonly kind: 'info' | 'error' };
  /** The window is about to close: what is still being typed must be committed now. */
  leaving: null;
  /** Of a project that is being opened: files read, of all; `name` once it is known. */
  openProgress: { readonly name: string | null; readonly done: number; readonly total: number };
  importProgress: { readonly done: number; readonly total: number; readonly name?: string };
  exportProgress: { readonly done: number; readonly total: number };
  searchHits: SearchHits;
}

/** Every method, so that preload and main can neither forget nor invent one. */
export const API_METHODS: Readonly<Record<keyof DesktopApi, true>> = {
  startup: true,
  saveSettings: true,
  createProject: true,
  openProject: true,
  cancelOpening: true,
  takeOverProject: true,
  closeProject: true,
  currentProject: true,
  fieldsLeft: true,
  handOver: true,
  nextPortion: true,
  newWindow: true,
  rememberPlace: true,
  commit: true,
  chooseImport: true,
  recogniseAnnotations: true,
  readAnnotations: true,
  commitAnnotations: true,
  stageImport: true,
  restage: true,
  lookAtSource: true,
  readSource: true,
  cancelImport: true,
  commitImport: true,
  discardStages: true,
  runExport: true,
  cancelExport: true,
  saveCodebook: true,
  chooseCodebook: true,
  showInFolder: true,
  listBackups: true,
  inspectBackup: true,
  restoreBackup: true,
  chooseBackupFolder: true,
  checkProject: true,
  repairProject: true,
  saveCheckReport: true,
  prepareSearch: true,
  search: true,
  cancelSearch: true,
  setMenu: true,
  popupMenu: true,
};

export const API_EVENTS: Readonly<Record<keyof DesktopEvents, true>> = {
  action: true,
  saveState: true,
  say: true,
  leaving: true,
  openProgress: true,
  importProgress: true,
  exportProgress: true,
  searchHits: true,
};

/** What the renderer finds at `window.desktop`: the methods, the events and the path of a dropped file. */
export interface Desktop extends DesktopApi {
  on<E extends keyof DesktopEvents>(event: E, listener: (value: DesktopEvents[E]) => void): () => void;
  /** The path on disk of a file that was dropped or pasted; empty when it has none. */
  pathForFile(file: unknown): string;
}
