import type { Annotation, Article, Claim, Project, Speaker } from '../../project/model';
import { joinEscaped } from '../escaped-list';
import type { Part } from '../part';
import { annotationsIn } from '../part';
import { plainTarget } from '../targets';
import { element, textElement } from './elements';
import type { Guids } from './guids';
import { printOurs } from './ours';

/** What articles and speakers are described by, with the type that the standard has for it. */
const VARIABLES = {
  Outlet: 'Text',
  Byline: 'Text',
  Published: 'Date',
  Language: 'Text',
  Address: 'Text',
  'Reading status': 'Text',
  Kind: 'Text',
  Naming: 'Text',
  Affiliation: 'Text',
  Role: 'Text',
  'Other names': 'Text',
  'External id': 'Text',
} as const;

type Values = { readonly [Name in keyof typeof VARIABLES]?: string | undefined };

/** Every annotator, by id. */
export function userElements({ annotators }: Project, guids: Guids): readonly string[] {
  return inOrder(annotators.values()).map(({ id, name }) =>
    element('User', { guid: guids.user(id), name, id }, [printOurs({ id, name })]),
  );
}

/** The variables, all of them, so that exports of one project can be compared. */
export function variableElements(guids: Guids): readonly string[] {
  return Object.entries(VARIABLES).map(([name, typeOfVariable]) =>
    element('Variable', { guid: guids.of('variable', name), name, typeOfVariable }),
  );
}

/** Speakers as cases, each with the selections of what is linked to it. */
export function caseElements(part: Part, guids: Guids): readonly string[] {
  const said = new Map<string, Set<string>>();
  for (const annotation of annotationsIn(part)) {
    if (annotation.spans.length === 0) continue;
    for (const id of speakersOf(part, annotation)) {
      const selections = said.get(id) ?? new Set();
      said.set(id, selections.add(guids.main(annotation)));
    }
  }
  return inOrder(part.whole.speakers.values()).map((speaker) =>
    caseElement(speaker, [...(said.get(speaker.id) ?? [])], guids),
  );
}

function speakersOf(part: Part, { articleId, roles }: Annotation): readonly string[] {
  const targets = Object.values(roles).flat();
  return targets
    .map((target) => plainTarget(part, articleId, target).speakerId)
    .filter((id) => part.whole.speakers.has(id));
}

function caseElement(speaker: Speaker, selections: readonly string[], guids: Guids): string {
  const { id, name, note } = speaker;
  const values = valueElements(guids, {
    Kind: speaker.kind,
    Naming: speaker.naming,
    Affiliation: speaker.affiliation,
    Role: speaker.role,
    'Other names': speaker.aliases.length > 0 ? joinEscaped(speaker.aliases, '; ') : undefined,
    'External id': speaker.externalId,
  });
  return element('Case', { guid: guids.speaker(id), name }, [
    printOurs(speaker),
    ...(note === '' ? [] : [textElement('Description', note)]),
    ...values,
    ...selections.map((targetGUID) => element('SelectionRef', { targetGUID })),
  ]);
}

/** Registered claims as notes with the claim’s wording. */
export function claimElements(claims: Iterable<Claim>, guids: Guids): readonly string[] {
  return inOrder(claims).map((claim) =>
    element('Note', { guid: guids.claim(claim.id), name: `Claim ${claim.id}` }, [
      printOurs(claim),
      textElement('PlainTextContent', claim.wording),
    ]),
  );
}

/** What is known of an article, as variables of its source. */
export function articleValues(article: Article, status: string | undefined, guids: Guids): readonly string[] {
  return valueElements(guids, {
    Outlet: article.outlet,
    Byline: article.byline,
    Published: article.publishedAt,
    Language: article.language,
    Address: article.url,
    'Reading status': status,
  });
}

function valueElements(guids: Guids, values: Values): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined || value === '') return [];
    const type = VARIABLES[name as keyof typeof VARIABLES];
    if (type === 'Date' && !/^\d{4}-\d\d-\d\d$/.test(value)) return [];
    return element('VariableValue', {}, [
      element('VariableRef', { targetGUID: guids.of('variable', name) }),
      textElement(`${type}Value`, value),
    ]);
  });
}

function inOrder<Row extends { readonly id: string }>(rows: Iterable<Row>): readonly Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}
