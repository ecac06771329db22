import type { Piece, PieceValue } from '../marks/piece';
import { usableName } from '../marks/usable-name';
import type { XmlElement } from '../uima/xml-read';
import type { DocumentTree } from './document-tree';
import { attributeOf, plainText, pointersOf, rawText, within } from './elements';
import { readXmlId } from './names';
import type { People } from './people';
import { readFeatures } from './read-features';
import type { TeiText } from './read-text';

/** What annotations are read with. */
export interface About {
  readonly tree: DocumentTree;
  readonly text: TeiText;
  /** The elements that hold the whole text: pointing at one means the article. */
  readonly wholes: ReadonlySet<XmlElement>;
  readonly ours: boolean;
  readonly people: People;
}

/** The layers it is of: what @ana of it or of a body in it points at, categories by their names. */
export function labelsOf(element: XmlElement, { tree, ours }: About): readonly string[] {
  const bodies = element.children.filter(({ name }) => name === 'rs' || name === 'ptr' || name === 'ref');
  const said = [element, ...bodies].flatMap((each) => pointersOf(each, 'ana'));
  const named = said.flatMap((pointer) => {
    const id = pointer.replace(/^#/, '');
    const own = ours ? readXmlId(id) : null;
    if (own) return own.kind === 'layer' ? [own.parts[0]!] : [];
    return usableName(nameOf(tree.byId(id)) || id, 'annotation');
  });
  const labels = [...new Set(named)];
  const type = element.name === 'annotation' ? undefined : attributeOf(element, 'type');
  return labels.length > 0 ? labels : [usableName(type ?? '', 'annotation')];
}

/** What a category, an interpretation or the like is called. */
function nameOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const [described] = within(element, 'catDesc', 'gloss', 'desc', 'label');
  const [term] = described ? within(described, 'term') : [];
  return plainText(term ?? described ?? element) || (attributeOf(element, 'n') ?? '');
}

/** The values of the feature structures in it. */
export function valuesOf(element: XmlElement, ours: boolean): readonly PieceValue[] {
  return [...within(element, 'fs')].flatMap((fs) => readFeatures(fs, ours));
}

/** What is noted in it, features aside. */
export function noteOf(element: XmlElement, ours: boolean): string {
  if (element.name !== 'annotation') return plainText(element);
  const notes = element.children.filter(
    (child) => child.name === 'note' && !child.children.some(({ name }) => name === 'fs'),
  );
  const texts = notes.map((note) => (ours ? rawText(note) : plainText(note)));
  return texts.filter((text) => text !== '').join('\n\n');
}

/** Who made it and when, as its changes, statements of responsibility or notes say. */
export function makerOf(element: XmlElement, { people }: About): Pick<Piece, 'by' | 'at'> {
  const [change] = within(element, 'change');
  const [responsible] = within(element, 'respStmt');
  const note = element.children.find(({ name }) => name === 'note');
  const pointers = [element, note].flatMap((each) => (each ? pointersOf(each, 'resp') : []));
  const who = [...(change ? pointersOf(change, 'who') : []), ...pointers];
  const names = who.flatMap((pointer) => people.nameOf(pointer) ?? []);
  const by = names[0] ?? (responsible ? people.nameIn(responsible) : '');
  const at = change ? (attributeOf(change, 'when') ?? '') : '';
  return { ...(by ? { by } : {}), ...(at && at.length <= 40 ? { at } : {}) };
}
