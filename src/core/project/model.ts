import type { Span } from '../text/span';
import type { Codebook } from './codebook';
import type { SavedMapping } from './mapping';
import type { SavedQuery } from './select';

/**
 * The model: readonly plain objects, and maps by id. Everything a researcher marks is an Annotation;
 * what layers, attributes and roles there are is data (codebook.ts). All offsets are UTF-16 code units of
 * `article.text`; all times are ISO 8601 in UTC; ids match ID_PATTERN.
 */

/** The schema written by this version; older ones are migrated, newer ones opened read-only. */
export const SCHEMA = 2;

/** Ids are also file names on disks that ignore case: lower-case letters, digits and hyphens, a letter first. */
export const ID_PATTERN = /^[a-z][a-z0-9-]{0,63}$/;

export const BLOCK_KINDS = [
  'title',
  'standfirst',
  'heading',
  'paragraph',
  'blockquote',
  'post',
  'caption',
  'byline',
] as const;

/** What part of an article a block is, as a reader of the newspaper would say. */
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A block of text; blocks are ordered and disjoint, and only white space lies between them. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** The kinds of sources an article can be read from. */
export const ORIGIN_FORMATS = [
  'txt',
  'md',
  'html',
  'docx',
  'odt',
  'epub',
  'mhtml',
  'rtf',
  'jsonl',
  'parquet',
  'json',
  'csv',
  'tsv',
  'pdf',
  'pasted',
] as const;

/** Where an article's text came from, kept so that every export can say so. */
export interface Origin {
  /** The file's name as the researcher had it, or null for pasted text. */
  readonly fileName: string | null;
  readonly format: (typeof ORIGIN_FORMATS)[number];
  /** The encoding the bytes were read in, as iconv-lite names it ("utf-8", "windows-1252"). */
  readonly encoding: string;
  /** The line ends found, before they were made "\n" once and for all. */
  readonly lineEnds: 'none' | 'lf' | 'crlf' | 'cr' | 'mixed';
  /**
   * The number of original bytes, which are kept beside the article unchanged. Of a file that holds many
   * articles these are the bytes of its own record.
   */
  readonly bytes: number;
  /** SHA-256 of those bytes, lower-case hex. */
  readonly bytesSha256: string;
}

/** One news article: an immutable text and what is known about it. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly standfirst?: string;
  readonly byline?: string;
  readonly outlet?: string;
  readonly url?: string;
  /** Date of publication, YYYY-MM-DD. */
  readonly publishedAt?: string;
  /** BCP 47 tag; decides how words and sentences are cut. */
  readonly language: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** SHA-256 of the UTF-8 bytes of `text`, lower-case hex: two articles with the same text are duplicates. */
  readonly sha256: string;
  readonly origin: Origin;
  /** Place in the library when sorted "as added"; unique within a project. */
  readonly order: number;
  readonly addedAt: string;
  readonly note?: string;
  /** What its source says of it beyond these fields, by the source's own names ("section", "page"). */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What a role of an annotation points at. */
export type Target =
  | { readonly spans: readonly Span[] }
  | { readonly speaker: string }
  | { readonly claim: string }
  | { readonly annotation: string }
  | { readonly author: true };

export type AttributeValue = string | number | boolean | readonly string[];

export const CERTAINTIES = ['certain', 'somewhat uncertain', 'very uncertain'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
export const STATUSES = ['draft', 'final'] as const;
export type Status = (typeof STATUSES)[number];

/** The one kind of record for everything a researcher marks. */
export interface Annotation {
  readonly id: string;
  readonly articleId: string;
  readonly annotatorId: string;
  /** Id of a layer of the codebook. */
  readonly layer: string;
  /** Ordered, disjoint, not touching; none = the annotation speaks of the whole article. */
  readonly spans: readonly Span[];
  /** The marked text and up to 32 code units on either side (see text/context.ts). */
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Attribute id -> value; an absent key is "unset". */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Role id -> targets, in the order given; an absent key is "unset". */
  readonly roles: Readonly<Record<string, readonly Target[]>>;
  readonly note: string;
  readonly certainty: Certainty;
  readonly status: Status;
  /** Version of the codebook it was made with. */
  readonly codebookVersion: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const SPEAKER_KINDS = [
  'person',
  'organisation',
  'group',
  'document or data',
  'author',
  'unspecified',
] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

/** An entry of the speaker register, which belongs to the project and not to one article. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: SpeakerKind;
  readonly naming?: 'named' | 'partly identified' | 'anonymous';
  readonly affiliation?: string;
  readonly role?: string;
  readonly externalId?: string;
  readonly note: string;
}

export const VERDICTS = ['unchecked', 'supported', 'refuted', 'not enough evidence', 'disputed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * An entry of the claim register: the same claim, wherever and by whomever it is made. Annotations say which
 * entry they make (role `same-claim`); their quotes are its variants.
 */
export interface Claim {
  readonly id: string;
  /** The canonical wording. */
  readonly wording: string;
  /** Absent = unchecked. */
  readonly verdict?: Verdict;
  /** What the verdict rests on. */
  readonly evidence?: string;
  /** Ids of claims that this one speaks for, and against. */
  readonly supports?: readonly string[];
  readonly contradicts?: readonly string[];
  readonly note: string;
}

export const READING_STATUSES = ['new', 'reading', 'coded', 'checked'] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

/**
 * How far the reading of an article is. It has the article's id, and is a record of its own so that a click
 * on "coded" does not write the text again. An article without one is new.
 */
export interface Reading {
  readonly id: string;
  readonly status: ReadingStatus;
  /** Keys of proposals that were turned down and are not made again (see propose/proposal.ts). */
  readonly rejected: readonly string[];
}

/** A person who annotates. */
export interface Annotator {
  readonly id: string;
  readonly name: string;
}

/** What is true of the project as a whole. */
export interface ProjectInfo {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly createdAt: string;
  /** Questions to the annotations that were given a name, in the order made. */
  readonly queries?: readonly SavedQuery[];
  /** How layers of other tools' files were mapped when they were imported, for the next such file. */
  readonly mappings?: readonly SavedMapping[];
}

/**
 * A whole project, immutable. Annotations are kept per article in reading order (see order.ts), so that
 * opening or changing one article never walks the others'.
 */
export interface Project {
  readonly info: ProjectInfo;
  readonly codebook: Codebook;
  readonly articles: ReadonlyMap<string, Article>;
  /** Article id -> its annotations in reading order; an article without any has no entry. */
  readonly annotations: ReadonlyMap<string, readonly Annotation[]>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly annotators: ReadonlyMap<string, Annotator>;
  /** By article id; an article without an entry is new. */
  readonly readings: ReadonlyMap<string, Reading>;
}
