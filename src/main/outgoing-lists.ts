/** About how long a portion is (UTF-16 units of JSON): sent and read again by the page within a frame. */
const PORTION = 200_000;

/** Long lists on their way to the page, which asks for one portion after the other. */
export class OutgoingLists {
  readonly #rest = new Map<string, { readonly items: readonly unknown[]; at: number }>();
  #last = 0;

  /** Keeps a list until all of it was asked for; its name. */
  keep(items: readonly unknown[]): string {
    const name = `list-${++this.#last}`;
    this.#rest.set(name, { items, at: 0 });
    return name;
  }

  /** The next items of a list as JSON; an empty list when there are no more, or when it is not known. */
  next(name: string): string {
    const list = this.#rest.get(name);
    const items: string[] = [];
    if (list) {
      for (let length = 0; list.at < list.items.length && length < PORTION; list.at++) {
        const item = JSON.stringify(list.items[list.at]);
        items.push(item);
        length += item.length;
      }
      if (list.at === list.items.length) this.#rest.delete(name);
    }
    return `[${items.join()}]`;
  }

  /** Forgets all of them: their page has gone. */
  forget(): void {
    this.#rest.clear();
  }
}
