import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { checkFile } from '../marks/check-file';
import type { XmlElement } from '../uima/xml-read';
import { all, attribute } from './elements';
import type { QdeSource } from './qde';

/** The text that a file or element holds. */
interface FoundText {
  readonly text: string;
  readonly fileName: string;
}

/** Finds the texts of a project: in its file, or in files beside it. */
export class Texts {
  readonly #byPath = new Map<string, FormatFile>();
  readonly #byName = new Map<string, FormatFile>();

  constructor(
    readonly path: string,
    files: readonly FormatFile[],
  ) {
    for (const file of files) {
      const plain = file.path.toLowerCase();
      this.#byPath.set(plain, file);
      this.#byName.set(plain.replace(/^.*\//, ''), file);
    }
  }

  /**
   * The plain text of a source or note; undefined when it has none, or none that came with the project. Throws
   * FormatError when the project says that the text is in it and it is not.
   */
  of(element: XmlElement): FoundText | undefined {
    const [content] = all(element, 'PlainTextContent');
    if (content) return { text: content.text, fileName: this.path };
    const path = attribute(element, 'plainTextPath').trim();
    if (path === '') return undefined;
    const file = this.#file(path);
    if (file) {
      checkFile(file);
      return { text: file.data, fileName: file.path };
    }
    if (!path.startsWith('internal:')) return undefined;
    const { line, column } = element;
    throw new FormatError(`the text ${path} is not in the project`, this.path, line, column);
  }

  /** What a note says: without the byte order mark of its file, if it has one of its own. */
  noteOf(note: XmlElement): string {
    const found = this.of(note);
    if (!found) return '';
    return found.fileName === this.path ? found.text : found.text.replace(/^\ufeff/, '');
  }

  /** Programs differ in how they write the folder; in the end it is the name of the file that counts. */
  #file(path: string): FormatFile | undefined {
    const plain = path
      .replace(/^[a-z]+:\/*/i, '')
      .replaceAll('\\', '/')
      .toLowerCase();
    return (
      this.#byPath.get(`sources/${plain}`) ??
      this.#byPath.get(plain) ??
      this.#byName.get(plain.replace(/^.*\//, ''))
    );
  }
}

/** What of a source has a text; what has none that we can read is counted in `skipped`, by what it is. */
export function sourcesIn(
  element: XmlElement,
  texts: Texts,
  skipped: Map<Skipped, number>,
): readonly QdeSource[] {
  const sources: QdeSource[] = [];
  const skip = (kind: Skipped) => skipped.set(kind, (skipped.get(kind) ?? 0) + 1);
  const take = (element: XmlElement, name: string, kind: Skipped) => {
    const found = texts.of(element);
    if (!found) return skip(kind);
    sources.push({ element, name: attribute(element, 'name') || name, ...found });
  };
  const name = attribute(element, 'name');
  if (element.name === 'TextSource') take(element, name, TEXTS);
  else if (element.name === 'PDFSource') {
    skip(PAGES);
    for (const text of all(element, 'Representation')) take(text, name, PDF_TEXTS);
  } else skip(KINDS[element.name] ?? UNKNOWN);
  return sources;
}

/** What is passed over, one of it and several. */
export type Skipped = readonly [one: string, many: string];

const TEXTS: Skipped = ['text that did not come with it', 'texts that did not come with it'];
const PAGES: Skipped = ['PDF as pages', 'PDFs as pages'];
const PDF_TEXTS: Skipped = ['PDF text', 'PDF texts'];
const UNKNOWN: Skipped = ['source of an unknown kind', 'sources of an unknown kind'];
const KINDS: Readonly<Record<string, Skipped>> = {
  PictureSource: ['picture', 'pictures'],
  AudioSource: ['sound recording', 'sound recordings'],
  VideoSource: ['film', 'films'],
};
