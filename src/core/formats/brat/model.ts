import type { Span } from '../../text/span';

/** The lines of one .ann file (brat standoff), by what they are. Ids are as in the file: "T1", "E2". */
export interface BratLines {
  readonly textBounds: readonly TextBound[];
  readonly events: readonly BratEvent[];
  readonly relations: readonly Relation[];
  readonly equivs: readonly (readonly string[])[];
  readonly attributes: readonly BratAttribute[];
  readonly normalisations: readonly Normalisation[];
  readonly notes: readonly Note[];
  /** Lines that are none of these, or refer to what is not there; kept as they are. */
  readonly odd: readonly string[];
  /** What we wrote for ourselves, as JSON. */
  readonly carried?: string;
}

/** `T1<TAB>type start end;start end<TAB>text`: passages in UTF-16, ascending and apart. */
export interface TextBound {
  readonly id: string;
  readonly type: string;
  readonly spans: readonly Span[];
}

/** `E1<TAB>type:trigger role:target …`: the trigger is a text-bound annotation of the same type. */
export interface BratEvent {
  readonly id: string;
  readonly type: string;
  readonly trigger: string;
  readonly args: readonly BratArgument[];
}

export interface BratArgument {
  /** Without the number that tells arguments of one role apart. */
  readonly role: string;
  readonly target: string;
}

/** `R1<TAB>type Arg1:T1 Arg2:T2`. */
export interface Relation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** `A1<TAB>name target value`; without a value it is a flag that is set. */
export interface BratAttribute {
  readonly name: string;
  readonly target: string;
  readonly value: string | true;
}

/** `N1<TAB>Reference target database:id<TAB>what a person calls it`. */
export interface Normalisation {
  readonly target: string;
  readonly database: string;
  readonly id: string;
  readonly text: string;
}

/** `#1<TAB>AnnotatorNotes target<TAB>text`. */
export interface Note {
  readonly target: string;
  readonly text: string;
}
