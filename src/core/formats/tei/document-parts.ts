import type { FormatFile } from '../format';
import { FormatError } from '../format';
import type { SchemeHint } from '../marks/codebook-of';
import { usableName } from '../marks/usable-name';
import type { XmlElement } from '../uima/xml-read';
import { attributeOf, plainText, within, xmlAttributeOf } from './elements';

const INLINE = new Set(['said', 'q', 'rs', 'name', 'persName', 'orgName', 'placeName']);

/** How many elements of texts mark passages, which we do not read: those with @ana, and names and speeches. */
export function inlineIn(elements: readonly XmlElement[]): number {
  return elements.reduce((sum, element) => {
    const marks = INLINE.has(element.name) || attributeOf(element, 'ana') !== undefined;
    return sum + (marks ? 1 : 0) + inlineIn(element.children);
  }, 0);
}

/**
 * Annotations of every standOff, also of one that was put into the header; with them spans, and notes in lists of
 * annotations.
 */
export function annotationsIn(tei: XmlElement): readonly XmlElement[] {
  return [...within(tei, 'standOff')].flatMap((standOff) => [
    ...within(standOff, 'annotation', 'span'),
    ...[...within(standOff, 'listAnnotation')].flatMap(({ children }) =>
      children.filter(({ name }) => name === 'note'),
    ),
  ]);
}

/** Throws FormatError where two annotations have one id. */
export function refuseTwins({ path }: FormatFile, elements: readonly XmlElement[]): void {
  const seen = new Set<string>();
  for (const element of elements) {
    const id = xmlAttributeOf(element, 'id');
    if (id === undefined) continue;
    if (seen.has(id)) {
      throw new FormatError(`two annotations have the xml:id ${id}`, path, element.line, element.column);
    }
    seen.add(id);
  }
}

/** What the document is called. */
export function titleOf(header: XmlElement): string | undefined {
  const [statement] = within(header, 'titleStmt');
  const [title] = statement ? within(statement, 'title') : [];
  return (title && plainText(title)) || undefined;
}

/** The categories of foreign taxonomies, as layers. */
export function schemeOf(header: XmlElement): readonly SchemeHint[] {
  return [...within(header, 'taxonomy')].flatMap((taxonomy) =>
    taxonomy.children.flatMap((category): SchemeHint[] => {
      if (category.name !== 'category') return [];
      const [described] = within(category, 'catDesc', 'gloss', 'desc', 'label');
      const [term] = described ? within(described, 'term') : [];
      const label = term ?? described;
      const name = usableName(
        (label && plainText(label)) || (xmlAttributeOf(category, 'id') ?? ''),
        'category',
      );
      return [{ layer: name }];
    }),
  );
}
