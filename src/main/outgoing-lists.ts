/** About how long a portion is (UTF-16 units of JSON): sent and read again by the page within a frame. */
const PORTION = 200_000;

/** What is too long for one message, on its way to the page, which asks for one portion after the other. */
export class OutgoingLists {
  readonly #rest = new Map<string, { readonly portions: Iterator<string>; readonly onTaken: Taken }>();
  #last = 0;

  /**
   * Keeps what comes in these portions until all of them were asked for; its name. `onTaken` is done when the page
   * has the last one and asks for more, before it is told that this is the end.
   */
  keep(portions: Iterable<string>, onTaken: Taken = async () => {}): string {
    const name = `list-${++this.#last}`;
    this.#rest.set(name, { portions: portions[Symbol.iterator](), onTaken });
    return name;
  }

  /** The next portion; empty when there are no more, or when the list is not known. */
  async next(name: string): Promise<string> {
    const list = this.#rest.get(name);
    if (!list) return '';
    const next = list.portions.next();
    if (!next.done) return next.value;
    this.#rest.delete(name);
    await list.onTaken();
    return '';
  }

  /** Forgets all of them, or one: nobody will ask for them any more. */
  forget(name?: string): void {
    if (name === undefined) this.#rest.clear();
    else this.#rest.delete(name);
  }
}

type Taken = () => Promise<void>;

/** A list in portions, each the JSON of a list of some of its items; made one by one, as they are asked for. */
export function* listInPortions(items: Iterable<unknown>, length = PORTION): Generator<string> {
  let portion: string[] = [];
  let size = 0;
  for (const item of items) {
    const text = JSON.stringify(item);
    portion.push(text);
    size += text.length;
    if (size < length) continue;
    yield `[${portion.join()}]`;
    [portion, size] = [[], 0];
  }
  if (portion.length > 0) yield `[${portion.join()}]`;
}
