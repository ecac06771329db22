/** Gives things of other tools ids of our form (ID_PATTERN), each only once. */
export class ForeignIds {
  readonly #taken = new Set<string>();
  /** The last number given to twins of an id. */
  readonly #twins = new Map<string, number>();

  /** Notes an id that is ours already. */
  take(id: string): void {
    this.#taken.add(id);
  }

  /**
   * An id that reads like `name`, begun with `prefix` when it has no letter first; a number tells twins apart.
   * With `within` that id and a hyphen come before it. At most 64 characters as long as `within` has 36.
   */
  make(name: string, prefix: string, within = ''): string {
    const plain = slug(name, within === '' ? 36 : 20);
    const named = /^[a-z]/.test(plain) ? plain : `${prefix}${plain === '' ? '' : '-'}${plain}`;
    const base = within === '' ? named : `${within}-${plain || prefix}`;
    let id = base;
    for (let twin = this.#twins.get(base) ?? 1; this.#taken.has(id); ) {
      this.#twins.set(base, ++twin);
      id = `${base}-${twin}`;
    }
    this.#taken.add(id);
    return id;
  }
}

/** The name in lower-case letters and digits, hyphens between; '' when nothing is left. */
function slug(name: string, most: number): string {
  const letters = name
    .slice(0, 10 * most)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return letters
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, most)
    .replace(/-$/, '');
}
