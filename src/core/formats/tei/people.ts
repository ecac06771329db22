import { ID_PATTERN } from '../../project/model';
import { ForeignIds } from '../marks/foreign-ids';
import type { LinkEnd } from '../marks/piece';
import type { XmlElement } from '../uima/xml-read';
import type { DocumentTree } from './document-tree';
import { plainText, rawText, within } from './elements';
import { readXmlId } from './names';

/** Ids for the people of several documents: one for each name. */
export class SpeakerIds {
  readonly #ids = new ForeignIds();
  readonly #byName = new Map<string, string>();

  idOf(name: string): string {
    const id = this.#byName.get(name) ?? this.#ids.make(name, 'speaker');
    this.#byName.set(name, id);
    return id;
  }
}

const LISTED = new Set(['person', 'personGrp', 'org', 'persona']);
const NAMES = ['persName', 'orgName', 'name', 'label'] as const;

/** The people and the claims of one document. */
export class People {
  constructor(
    readonly tree: DocumentTree,
    readonly ours: boolean,
    readonly ids: SpeakerIds,
  ) {}

  /** The entry of a register that a pointer leads to, if it does. */
  endOf(pointer: string): LinkEnd | null {
    const id = pointer.replace(/^#/, '');
    const element = this.tree.byId(id);
    if (!element) return null;
    const own = this.ours ? readXmlId(id) : null;
    const entry = own && ID_PATTERN.test(own.parts[0]!) ? own.parts[0]! : null;
    if (own?.kind === 'claim' && entry) return { claim: entry, wording: rawText(element) };
    if (!LISTED.has(element.name)) return null;
    if (own?.kind === 'speaker' && entry) return { speaker: entry, name: this.#named(element, rawText) };
    if (this.ours) return null;
    const name = this.nameIn(element) || id;
    return { speaker: this.ids.idOf(name), name };
  }

  /** The name of whoever a pointer of responsibility leads to. */
  nameOf(pointer: string): string | null {
    const element = this.tree.byId(pointer.replace(/^#/, ''));
    return element ? this.nameIn(element) || null : null;
  }

  /** The name that an element gives a person. */
  nameIn(element: XmlElement): string {
    return this.#named(element, plainText);
  }

  #named(element: XmlElement, text: (named: XmlElement) => string): string {
    const [named] = within(element, ...NAMES);
    return named ? text(named) : '';
  }
}
