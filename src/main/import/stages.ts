import { rm } from 'node:fs/promises';
import type { FileSeen } from '../../core/import/file-seen';
import type { StagedArticle } from '../../shared/api';
import type { ReadJobResult, ReadRequest } from './jobs';
import { copyPath, wholePath } from './jobs';

/** A file that articles were read from. */
interface Source {
  /** Reads a copy of the file, or what was pasted. */
  readonly request: ReadRequest;
  /** Where that copy is, when it belongs to no stage. */
  readonly own: string | null;
  readonly stages: Set<string>;
}

/** An article: where its bytes are, and how they are read. */
interface Stage {
  readonly source: string;
  readonly request: ReadRequest;
  readonly path: string;
}

/** Which articles wait for the researcher's word, and which files they were read from. */
export class Stages {
  readonly #stages = new Map<string, Stage>();
  readonly #sources = new Map<string, Source>();
  #lastStage = 0;
  #lastSource = 0;

  /** Notes a file whose copies begin with `copyTo`, and what was read from it; returns its name. */
  addSource(
    request: ReadRequest,
    result: ReadJobResult,
    copyTo: string,
  ): { readonly source: string; readonly articles: readonly StagedArticle[] } {
    const source = `source-${++this.#lastSource}`;
    const cut = result.seen !== undefined && result.seen.way.kind !== 'one';
    const own = cut ? wholePath(copyTo) : null;
    const path = own ?? copyPath(copyTo, 0);
    const again = 'path' in request.source ? { ...request, source: { path } } : request;
    this.#sources.set(source, { request: again, own, stages: new Set() });
    return { source, articles: this.add(source, result, copyTo) };
  }

  /** Notes what was read from a file that is known. */
  add(name: string, { articles, seen }: ReadJobResult, copyTo: string): readonly StagedArticle[] {
    const { request, stages } = this.source(name);
    const way = seen && settled(seen);
    return articles.map(({ record, ...article }, index) => {
      const stage = `stage-${++this.#lastStage}`;
      const path = copyPath(copyTo, index);
      const part = record === undefined ? {} : { record };
      // Pasted text that was not cut has its bytes in the request.
      const from = 'path' in request.source || record !== undefined ? { path } : request.source;
      const own: ReadRequest = { ...request, ...part, ...(way ? { way } : {}), source: from };
      this.#stages.set(stage, { source: name, path, request: own });
      stages.add(stage);
      return { stage, source: name, ...article };
    });
  }

  /** Throws for an unknown stage. */
  stage(name: string): Stage {
    const found = this.#stages.get(name);
    if (!found) throw new Error(`no stage ${name}`);
    return found;
  }

  /** Throws for an unknown source. */
  source(name: string): Source {
    const found = this.#sources.get(name);
    if (!found) throw new Error(`no source ${name}`);
    return found;
  }

  /** Forgets stages and sources and deletes their bytes; a source goes with its last stage. */
  async discard(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const stage = this.#stages.get(name);
      if (this.#stages.delete(name)) {
        await rm(stage!.path, { force: true });
        this.#sources.get(stage!.source)?.stages.delete(name);
      }
      const of = stage?.source ?? name;
      const source = this.#sources.get(of);
      if (!source || source.stages.size > 0) continue;
      this.#sources.delete(of);
      if (source.own !== null) await rm(source.own, { force: true });
    }
  }

  clear(): void {
    this.#stages.clear();
    this.#sources.clear();
  }
}

/** How a single article of a file is read again: what the file as a whole told is settled. */
function settled({ way, dates }: FileSeen): FileSeen['way'] {
  if (way.kind !== 'columns' || !dates?.order) return way;
  return { kind: 'columns', choice: { ...way.choice, dates: dates.order } };
}
