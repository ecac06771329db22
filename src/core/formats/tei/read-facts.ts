import type { Article } from '../../project/model';
import type { XmlElement } from '../uima/xml-read';
import { attributeOf, plainText, pointersOf, within, xmlAttributeOf } from './elements';
import { LANGUAGE } from './header';

/** What a document of another tool says of an article. */
export type Facts = Partial<Pick<Article, 'byline' | 'outlet' | 'publishedAt' | 'url' | 'language'>>;

/** The facts in a header, and the language of the text. */
export function factsOf(header: XmlElement | undefined, text: XmlElement | undefined): Facts {
  const [source] = header ? within(header, 'sourceDesc') : [];
  const [statement] = header ? within(header, 'titleStmt') : [];
  const first = (among: XmlElement | undefined, ...names: string[]) =>
    among ? [...within(among, ...names)] : [];
  const author = [...first(statement, 'author'), ...first(source, 'author')][0];
  const outlet = first(source, 'title').find((title) => attributeOf(title, 'level') === 'j');
  const date = first(source, 'date').flatMap((each) => attributeOf(each, 'when') ?? plainText(each));
  const links = [
    ...first(source, 'ptr', 'ref').flatMap((each) => pointersOf(each, 'target')),
    ...first(source, 'idno').map(plainText),
  ];
  const url = links.find((link) => /^https?:\/\//.test(link));
  const publishedAt = date.find((each) => /^\d{4}-\d\d-\d\d$/.test(each));
  const languages = [
    ...(text ? [xmlAttributeOf(text, 'lang')] : []),
    ...first(header, 'language').map((each) => attributeOf(each, 'ident')),
  ];
  const language = languages.find((each) => each !== undefined && LANGUAGE.test(each));
  const [byline, journal] = [author && plainText(author), outlet && plainText(outlet)];
  return {
    ...(byline ? { byline } : {}),
    ...(journal ? { outlet: journal } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(url ? { url } : {}),
    ...(language ? { language } : {}),
  };
}
