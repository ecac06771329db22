import type { Article, Speaker } from '../../project/model';
import { targetsOf } from '../dangling';
import type { Part } from '../part';
import { xmlAttribute, xmlText } from '../uima/xml-text';
import type { Written } from './annotation-write';
import { APPLICATION, AUTHOR_ID, xmlId } from './names';

/** A language tag as XML takes it (BCP 47, roughly). */
export const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** The header: the article's facts, the codebook, and the people. `more` is what is ours (xenoData), if anything. */
export function teiHeader(about: Written, more: string): string {
  const { part, article } = about;
  const { info } = part.whole;
  const { title, byline, language, note } = article;
  const author = byline ? `        <author>${xmlText(byline)}</author>\n` : '';
  const notes = note ? `      <notesStmt><note>${xmlText(note)}</note></notesStmt>\n` : '';
  const people = peopleOf(about);
  return `  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>${xmlText(title)}</title>
${author}${annotators(about)}      </titleStmt>
      <publicationStmt><p>Exported from the project “${xmlText(info.name)}”.</p></publicationStmt>
${notes}      <sourceDesc>
        <bibl xml:id="source">${facts(article)}</bibl>
      </sourceDesc>
    </fileDesc>
    <encodingDesc>
      <editorialDecl>
        <p>The text of the body is the text that was read, character by character, white space included. Pointers
          count characters (Unicode code points) from the beginning of the body. Control characters, which XML cannot
          hold, are spaces.</p>
      </editorialDecl>
      <appInfo>
        <application ident="${APPLICATION}" version="1"><label>Marginalia</label></application>
      </appInfo>
      <classDecl>
${about.shared.taxonomy}      </classDecl>
    </encodingDesc>
    <profileDesc>
${LANGUAGE.test(language) ? `      <langUsage><language ident="${language}"/></langUsage>\n` : ''}${people}    </profileDesc>
${more}  </teiHeader>
`;
}

function facts({ title, standfirst, byline, outlet, publishedAt, url }: Article): string {
  const element = (name: string, text: string | undefined, attributes = '') =>
    text ? `<${name}${attributes}>${xmlText(text)}</${name}>` : '';
  const dated = /^\d{4}-\d\d-\d\d$/.test(publishedAt ?? '') ? xmlAttribute('when', publishedAt!) : '';
  return [
    element('title', title, ' level="a"'),
    element('title', standfirst, ' level="a" type="sub"'),
    element('author', byline),
    element('title', outlet, ' level="j"'),
    element('date', publishedAt, dated),
    url && /^[!-~]+$/.test(url) ? `<ptr${xmlAttribute('target', url)}/>` : element('note', url),
  ].join('');
}

function annotators({ part, article }: Written): string {
  const ids = new Set((part.annotations.get(article.id) ?? []).map(({ annotatorId }) => annotatorId));
  return [...ids]
    .sort()
    .map((id) => {
      const name = part.whole.annotators.get(id)?.name ?? id;
      const said = `<resp>annotation</resp><name>${xmlText(name)}</name>`;
      return `        <respStmt xml:id="${xmlId('annotator', id)}">${said}</respStmt>\n`;
    })
    .join('');
}

/** The people of a document. */
export interface ListedPeople {
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly author: boolean;
}

/** Whoever the annotations name: speakers of the register, and the author where one points there. */
export function listedPeople(part: Part, article: Article): ListedPeople {
  const speakers = new Map<string, Speaker>();
  let author = false;
  for (const annotation of part.annotations.get(article.id) ?? []) {
    for (const target of targetsOf(annotation)) {
      if ('author' in target) author = true;
      const speaker = 'speaker' in target ? part.whole.speakers.get(target.speaker) : undefined;
      if (speaker) speakers.set(speaker.id, speaker);
    }
  }
  return { speakers, author };
}

function peopleOf({ people, article }: Written): string {
  const listed = [...people.speakers.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(person);
  if (people.author) {
    const named = article.byline ? `<persName>${xmlText(article.byline)}</persName>` : '';
    listed.push(`          <person xml:id="${AUTHOR_ID}" role="author">${named}</person>\n`);
  }
  if (listed.length === 0) return '';
  return `      <particDesc>
        <listPerson>
${listed.join('')}        </listPerson>
      </particDesc>
`;
}

function person({ id, name, kind }: Speaker): string {
  const xml = `xml:id="${xmlId('speaker', id)}"`;
  const tag = (element: string, named: string, attributes = '') =>
    `          <${element} ${xml}${attributes}><${named}>${xmlText(name)}</${named}></${element}>\n`;
  if (kind === 'organisation' || kind === 'document or data') {
    return tag('org', 'orgName', kind === 'organisation' ? '' : ' type="document"');
  }
  return kind === 'group' ? tag('personGrp', 'name') : tag('person', 'persName');
}
