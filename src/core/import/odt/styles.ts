import type { StyleMeaning } from '../docx/styles';
import { BODY, meaningOf } from '../docx/styles';
import type { XmlTag } from '../xml/read-xml';

/** The styles of an OpenDocument text, gathered while its XML goes by. */
export class OdtStyles {
  readonly #parents = new Map<string, string>();
  readonly #bold = new Set<string>();
  #current = '';

  /** Notes a `<style:style>` and its properties. */
  open({ name, attribute }: XmlTag): void {
    if (name === 'style') {
      this.#current = attribute('name');
      this.#parents.set(this.#current, attribute('parent-style-name'));
    } else if (name === 'text-properties' && attribute('font-weight') === 'bold') {
      this.#bold.add(this.#current);
    }
  }

  /** What a paragraph style means, by its name or by those it is made from. */
  of(name: string): StyleMeaning {
    let style: string | undefined = name;
    for (let steps = 0; style && steps < 10; steps++) {
      // "Heading_20_1" is how OpenDocument writes "Heading 1".
      const meaning = meaningOf(style.replace(/_([0-9a-f]{2})_/giu, ' '));
      if (meaning !== BODY) return meaning;
      style = this.#parents.get(style);
    }
    return BODY;
  }

  isBold(name: string): boolean {
    return this.#bold.has(name);
  }
}
