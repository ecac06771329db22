/** Why the store does not do what it was asked to. */
export type RefusalKind =
  | 'read-only'
  /** A row is not what the change says it was before. */
  | 'changed-meanwhile'
  /** The disk did not take it. */
  | 'not-saved'
  | 'not-a-project'
  /** A project, but not one that can be opened as it is. */
  | 'damaged'
  /** There is something in the folder already. */
  | 'in-the-way'
  | 'closed';

/** Something that a person can meet; `message` is a sentence for them. Everything else that is thrown is a bug. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly kind: RefusalKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
