/**
 * The rows of the JSON Lines format. Every key is in every row and always of one type, and what is unset is
 * '' or an empty list, never null: pyarrow (Hugging Face `datasets`), pandas and R's jsonlite take the types
 * of a column from its first rows. Attributes and roles are lists of records rather than records with a key
 * for each, because their names come from the codebook. Offsets are Unicode code points, end exclusive.
 */
export interface JsonlRow {
  readonly id: string;
  readonly project_id: string;
  readonly project_name: string;
  readonly title: string;
  readonly standfirst: string;
  readonly byline: string;
  readonly outlet: string;
  readonly url: string;
  readonly published_at: string;
  readonly language: string;
  readonly text: string;
  readonly offset_unit: 'codepoint';
  readonly blocks: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly annotations: readonly JsonlAnnotation[];
  readonly note: string;
  /** What the article's source says of it besides, by the source's own names. */
  readonly metadata: readonly { readonly name: string; readonly value: string }[];
  readonly order: number;
  readonly added_at: string;
  readonly sha256: string;
  readonly origin: {
    readonly file_name: string;
    readonly format: string;
    readonly encoding: string;
    readonly line_ends: string;
    readonly bytes: number;
    readonly bytes_sha256: string;
  };
}

export interface JsonlPassage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface JsonlTarget {
  readonly role: string;
  /** 'spans', 'speaker', 'claim', 'annotation' or 'author'. */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly speaker_id: string;
  readonly speaker_name: string;
  readonly spans: readonly JsonlPassage[];
}

export interface JsonlAnnotation {
  readonly id: string;
  readonly layer: string;
  /** None = the annotation speaks of the whole article. */
  readonly spans: readonly JsonlPassage[];
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** `type` is 'text', 'number', 'boolean' or 'list'; `values` has one string, or as many as the list. */
  readonly attributes: readonly {
    readonly name: string;
    readonly type: string;
    readonly values: readonly string[];
  }[];
  /** What the researcher set, one record per target. */
  readonly roles: readonly JsonlTarget[];
  /** What unset roles stand for; `from` is the annotation it is taken from, '' = the author is assumed. */
  readonly inherited: readonly (JsonlTarget & { readonly from: string })[];
  readonly note: string;
  readonly certainty: string;
  readonly status: string;
  readonly annotator_id: string;
  readonly annotator: string;
  readonly codebook_version: string;
  readonly created_at: string;
  readonly updated_at: string;
}
