import { damaged } from '../problem';
import type { RichParagraph } from '../rich/rich-text';
import type { XmlTag } from '../xml/read-xml';
import { readXml } from '../xml/read-xml';
import type { DocxStyles, StyleMeaning } from './styles';
import { BODY } from './styles';

/** What a document's body holds. */
export interface DocxBody {
  readonly paragraphs: readonly RichParagraph[];
  /** The language most of its text is marked as, if any is. */
  readonly language: string | undefined;
}

interface OpenParagraph {
  meaning: StyleMeaning;
  parts: string[];
  all: number;
  bold: number;
}

/** What is not shown, or is shown by its twin: deleted and moved text, notes, the fallback of a drawing. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'annotation', 'sectPr', 'rPrChange', 'pPrChange']);

const BREAKS: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: '\t', noBreakHyphen: '\u2011' };

/** Reads `word/document.xml`. Text boxes come where they are anchored. Throws a Refusal. */
export function readParagraphs(xml: string, styles: DocxStyles): DocxBody {
  const paragraphs: RichParagraph[] = [];
  const open: OpenParagraph[] = [];
  const languages = new Map<string, number>();
  let run = { bold: false, hidden: false, language: '' };
  let inText = false;
  let inTabs = false;
  let skipped = 0;
  let isDocument = false;

  const add = (text: string) => {
    const paragraph = open.at(-1);
    if (!paragraph || run.hidden) return;
    paragraph.parts.push(text);
    const length = text.trim().length;
    paragraph.all += length;
    if (run.bold) paragraph.bold += length;
    if (run.language) languages.set(run.language, (languages.get(run.language) ?? 0) + length);
  };

  const begin = (tag: XmlTag) => {
    const { name } = tag;
    if (name === 'p') open.push({ meaning: BODY, parts: [], all: 0, bold: 0 });
    else if (name === 'r') run = { bold: false, hidden: false, language: '' };
    else if (name === 'b') run.bold = isOn(tag);
    else if (name === 'vanish') run.hidden = isOn(tag);
    else if (name === 'lang') run.language = tag.attribute('val');
    else if (name === 't') inText = true;
    else if (name === 'tabs') inTabs = true;
    else if (name === 'pStyle') {
      const paragraph = open.at(-1);
      if (paragraph) paragraph.meaning = styles.of(tag.attribute('val'));
    } else if (!inTabs && Object.hasOwn(BREAKS, name)) add(BREAKS[name]!);
  };

  readXml(xml, {
    open(tag) {
      if (tag.name === 'document' && isWord(tag)) isDocument = true;
      if (skipped > 0 || SKIPPED.has(tag.name)) skipped++;
      else if (isWord(tag)) begin(tag);
    },
    text(value) {
      if (inText && skipped === 0) add(value);
    },
    close(tag) {
      if (skipped > 0) return void skipped--;
      if (!isWord(tag)) return;
      if (tag.name === 't') inText = false;
      if (tag.name === 'tabs') inTabs = false;
      // The paragraph's own mark has run properties too; they say nothing of the text.
      if (tag.name === 'pPr') run = { bold: false, hidden: false, language: '' };
      const done = tag.name === 'p' ? open.pop() : undefined;
      if (done) {
        const bold = done.all > 0 && done.bold === done.all;
        paragraphs.push({ ...done.meaning, text: done.parts.join(''), bold });
      }
    },
  });
  if (!isDocument) throw damaged('it holds no Word document');
  const [first] = [...languages].sort(([, a], [, b]) => b - a);
  return { paragraphs, language: first?.[0] };
}

/** Of both editions of the standard, the transitional and the strict one. */
function isWord({ space }: XmlTag): boolean {
  return /\/wordprocessingml\/(?:2006\/)?main$/u.test(space);
}

function isOn({ attribute }: XmlTag): boolean {
  return !/^(?:0|false|off)$/u.test(attribute('val'));
}
