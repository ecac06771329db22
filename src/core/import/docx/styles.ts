import type { ParagraphStyle } from '../rich/rich-text';
import { readXml } from '../xml/read-xml';

/** What a paragraph style of a Word document means. */
export interface StyleMeaning {
  readonly style: ParagraphStyle;
  readonly level: number;
}

export const BODY: StyleMeaning = { style: 'body', level: 0 };

/** Styles by their ids, and the language the document is set to, where it says so. */
export interface DocxStyles {
  of(id: string): StyleMeaning;
  readonly language: string | undefined;
}

/** Reads `word/styles.xml`; the names in it are English in every language of Word. Throws a Refusal. */
export function readStyles(xml: string | null): DocxStyles {
  const named = new Map<string, { name: string; base: string }>();
  let language: string | undefined;
  let id = '';
  if (xml !== null) {
    readXml(xml, {
      open({ name, attribute }) {
        if (name === 'style') {
          id = attribute('styleId');
          named.set(id, { name: '', base: '' });
        }
        const style = named.get(id);
        if (name === 'name' && style) style.name = attribute('val');
        if (name === 'basedOn' && style) style.base = attribute('val');
        if (name === 'lang' && id === '') language = attribute('val') || undefined;
      },
    });
  }
  return {
    language,
    of(wanted) {
      let style = named.get(wanted);
      // A style may be based on itself in a damaged file.
      for (let steps = 0; style && steps < 10; steps++) {
        const meaning = meaningOf(style.name);
        if (meaning !== BODY) return meaning;
        style = named.get(style.base);
      }
      return named.has(wanted) ? BODY : meaningOf(wanted);
    },
  };
}

/** The meaning of a style's name; BODY when it has none here. */
export function meaningOf(name: string): StyleMeaning {
  const plain = name
    .toLowerCase()
    .replace(/[_\s-]+/gu, ' ')
    .trim();
  const heading = /^heading ?([1-9])$/u.exec(plain);
  if (heading) return { style: 'heading', level: Number(heading[1]) };
  if (plain === 'title') return { style: 'title', level: 0 };
  if (plain === 'subtitle') return { style: 'subtitle', level: 0 };
  if (/^(?:intense quote|quote|quotations?|block text)$/u.test(plain)) return { style: 'quote', level: 0 };
  return plain === 'caption' ? { style: 'caption', level: 0 } : BODY;
}
