import type { Codebook } from '../../core/project/codebook';
import type {
  Annotation,
  Annotator,
  Article,
  Claim,
  Project,
  ProjectInfo,
  Reading,
  Speaker,
} from '../../core/project/model';
import { annotationsOf } from '../../core/project/query';
import {
  parseAnnotation,
  parseAnnotator,
  parseArticle,
  parseClaim,
  parseCodebook,
  parseInfo,
  parseReading,
  parseSpeaker,
} from '../../core/project/validate';
import type { TableFile } from './layout';

/** A record that cannot be used, kept as it was found, with the reason; never dropped. */
export interface SetAside {
  readonly why: string;
  readonly record: unknown;
}

/** The rows that one file holds: of its own tables all, of others none. */
export interface Rows {
  readonly info?: ProjectInfo;
  readonly codebook?: Codebook;
  readonly annotators?: readonly Annotator[];
  readonly speakers?: readonly Speaker[];
  readonly claims?: readonly Claim[];
  readonly readings?: readonly Reading[];
  readonly article?: Article;
  readonly annotations?: readonly Annotation[];
  readonly setAside?: readonly SetAside[];
}

/** What a file's data says, checked. Throws an Error that says what is wrong; bad annotations are set aside. */
export function parseRows(file: TableFile, data: unknown): Rows {
  switch (file.kind) {
    case 'project': {
      const { info, annotators } = record(data);
      return { info: parseInfo(info), annotators: list(annotators).map(parseAnnotator) };
    }
    case 'codebook':
      return { codebook: parseCodebook(data) };
    case 'speakers':
      return { speakers: list(data).map(parseSpeaker) };
    case 'claims':
      return { claims: list(data).map(parseClaim) };
    case 'readings':
      return { readings: list(data).map(parseReading) };
    case 'article': {
      const article = parseArticle(data);
      if (article.id !== file.articleId) throw new Error(`holds article ${article.id}`);
      return { article };
    }
    case 'annotations':
      return parseAnnotations(file, data);
  }
}

/**
 * A record that was set aside is looked at again each time: once the article or the program is repaired, it
 * comes back by itself.
 */
function parseAnnotations(file: TableFile & { kind: 'annotations' }, data: unknown): Rows {
  const { annotations, setAside } = record(data);
  const good: Annotation[] = [];
  const bad: SetAside[] = [];
  for (const value of [...list(annotations), ...list(setAside ?? []).map((next) => record(next).record)]) {
    try {
      const annotation = parseAnnotation(value) as { -readonly [K in keyof Annotation]: Annotation[K] };
      if (annotation.articleId === file.articleId && annotation.annotatorId === file.annotatorId) {
        // What many records say alike is in memory once: with 200,000 of them that is a tenth of it.
        annotation.articleId = file.articleId;
        annotation.annotatorId = file.annotatorId;
        if (annotation.updatedAt === annotation.createdAt) annotation.updatedAt = annotation.createdAt;
        good.push(annotation);
      } else {
        bad.push({ why: 'belongs to another article or annotator', record: value });
      }
    } catch (error) {
      bad.push({ why: error instanceof Error ? error.message : String(error), record: value });
    }
  }
  return { annotations: good, setAside: bad };
}

/** The data that a file should hold for this project, or null when there should be no such file. */
export function dataOf(project: Project, file: TableFile, setAside: readonly SetAside[]): unknown {
  switch (file.kind) {
    case 'project':
      return { info: project.info, annotators: [...project.annotators.values()] };
    case 'codebook':
      return project.codebook;
    case 'speakers':
      return [...project.speakers.values()];
    case 'claims':
      return [...project.claims.values()];
    case 'readings':
      return project.readings.size === 0 ? null : [...project.readings.values()];
    case 'article':
      return project.articles.get(file.articleId) ?? null;
    case 'annotations': {
      const annotations = annotationsOf(project, file.articleId).filter(
        (annotation) => annotation.annotatorId === file.annotatorId,
      );
      if (annotations.length === 0 && setAside.length === 0) return null;
      return setAside.length === 0 ? { annotations } : { annotations, setAside };
    }
  }
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('is not a record');
  return value as Record<string, unknown>;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('is not a list');
  return value;
}
