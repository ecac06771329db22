/** Something is wrong with a pattern at `at` (UTF-16); the message is a sentence without its capital and stop. */
export class Wrong extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/u;

/** Where the reading of a pattern is, and the groups met so far. */
export class Cursor {
  at = 0;
  groups = 0;
  readonly #names = new Map<string, number>();
  readonly #references: { readonly at: number; readonly to: string | number }[] = [];
  constructor(readonly source: string) {}

  get done(): boolean {
    return this.at >= this.source.length;
  }

  /** The character here; empty at the end. */
  get next(): string {
    return this.done ? '' : String.fromCodePoint(this.source.codePointAt(this.at)!);
  }

  get rest(): string {
    return this.source.slice(this.at);
  }

  take(): string {
    const { next } = this;
    this.at += next.length;
    return next;
  }

  /** Moves past what a pattern finds here (it begins with ^), or stays. */
  skip(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.rest);
    if (found) this.at += found[0].length;
    return found;
  }

  fail(message: string): never {
    throw new Wrong(this.at, message);
  }

  /** Reads the name of a group and its >. */
  nameGroup(): void {
    const at = this.at;
    const name = this.#readName();
    if (this.#names.has(name)) this.#doubled ??= new Wrong(at, `two groups are called “${name}”`);
    this.#names.set(name, at);
  }

  /** Reads `<name>` of a reference, or notes one by number, to be looked up when all groups are known. */
  refer(to?: number): void {
    const at = this.at;
    if (to === undefined && !this.skip(/^</)) this.fail('after \\k must come the <name> of a group');
    this.#references.push({ at, to: to ?? this.#readName() });
  }

  checkReferences(): void {
    for (const { at, to } of this.#references) {
      if (typeof to === 'string' && !this.#names.has(to)) throw new Wrong(at, `no group is called “${to}”`);
      if (typeof to === 'number' && to > this.groups) throw new Wrong(at, `there is no group ${to}`);
    }
    if (this.#doubled) throw this.#doubled;
  }

  /** Newer engines allow it in alternatives, so it is blamed only when nothing else is wrong. */
  #doubled: Wrong | undefined;

  #readName(): string {
    const name = this.skip(NAME);
    if (!name) this.fail('a name must begin with a letter');
    if (!this.skip(/^>/)) this.fail('the name must end with >');
    return name[0];
  }
}
