import type { XmlElement } from '../uima/xml-read';
import { xmlAttributeOf } from './elements';
import type { Elements } from './pointers';

/** The elements of a document by their ids and paths. The first of an id counts. */
export class DocumentTree implements Elements {
  readonly #byId = new Map<string, XmlElement>();
  readonly #byPath = new Map<string, XmlElement | undefined>();

  constructor(readonly root: XmlElement) {
    this.#index(root);
  }

  byId(id: string): XmlElement | undefined {
    return this.#byId.get(id);
  }

  /** Steps are "/name[2]" and "//name[@xml:id='x']"; a last step "/text()" is passed over. */
  byPath(path: string): XmlElement | undefined {
    if (!this.#byPath.has(path))
      this.#byPath.set(path, this.#find(path.replace(/\/text\(\)(?:\[\d+\])?$/, '')));
    return this.#byPath.get(path);
  }

  #find(path: string): XmlElement | undefined {
    const steps = [...path.matchAll(/(\/\/?)(?:tei:|tei-)?(\*|[\p{L}_][\p{L}\p{N}._-]*)((?:\[[^\]]*\])*)/gu)];
    if (steps.map(([step]) => step).join('') !== path) return undefined;
    let found: readonly Parent[] = [{ children: [this.root] }];
    for (const [, axis, name, predicates] of steps) {
      const parents = axis === '//' ? found.flatMap((parent) => [parent, ...below(parent)]) : found;
      const named = (element: XmlElement) =>
        name === '*' || element.name.toLowerCase() === name!.toLowerCase();
      found = parents.flatMap(({ children }) => filtered(children.filter(named), predicates!));
    }
    return found[0] as XmlElement | undefined;
  }

  #index(element: XmlElement): void {
    const id = xmlAttributeOf(element, 'id');
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, element);
    for (const child of element.children) this.#index(child);
  }
}

type Parent = Pick<XmlElement, 'children'>;

function* below(element: Parent): Generator<XmlElement> {
  for (const child of element.children) {
    yield child;
    yield* below(child);
  }
}

function filtered(elements: readonly XmlElement[], predicates: string): readonly XmlElement[] {
  let left = elements;
  for (const [, predicate] of predicates.matchAll(/\[([^\]]*)\]/g)) {
    const [, number] = /^\s*(\d+)\s*$/.exec(predicate!) ?? [];
    const [, id] = /^\s*@(?:xml:)?id\s*=\s*['"]([^'"]*)['"]\s*$/.exec(predicate!) ?? [];
    if (number !== undefined) left = left.slice(Number(number) - 1, Number(number));
    else if (id !== undefined) left = left.filter((element) => xmlAttributeOf(element, 'id') === id);
    else return [];
  }
  return left;
}
