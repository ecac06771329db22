import type { Annotation, Article, Project, Target } from '../project/model';
import { parseAnnotation, placementProblem } from '../project/validate';
import { contextOf } from '../text/context';
import { anchor } from './anchor';

/** What an annotation that lacks it is taken to have: what a new one begins with. */
const ABSENT = {
  attributes: {},
  roles: {},
  note: '',
  prefix: '',
  suffix: '',
  quote: '',
  certainty: 'certain',
  status: 'draft',
  codebookVersion: '',
} as const;

/**
 * An annotation from a record that cannot be used as it is, by what it says of itself in words: its quote gives
 * its place, what it lacks is what a new one begins with. `taken` are ids that others have. Null when it says too
 * little, when its article is not there, or when its words are not found once.
 */
export function revive(
  project: Project,
  record: unknown,
  { taken, at }: { readonly taken: ReadonlySet<string>; readonly at: string },
): Annotation | null {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return null;
  const found = { createdAt: at, updatedAt: at, ...ABSENT, ...record } as Record<string, unknown>;
  const article = project.articles.get(String(found.articleId));
  if (!article) return null;
  const { roles, left } = placedRoles(found.roles, article);
  const note = [String(found.note), ...left].filter((line) => line !== '').join('\n');
  const id = freeId(String(found.id), taken);
  for (const spans of [found.spans, wordsOf(found, article)]) {
    try {
      const annotation = parseAnnotation({ ...found, id, note, roles, spans });
      if (placementProblem(annotation, article) !== null) continue;
      const context = contextOf(article.text, annotation.spans);
      // A place that says other words than the annotation does is no place.
      if (annotation.quote !== '' && annotation.quote !== context.quote) continue;
      return { ...annotation, ...context };
    } catch {
      // By its words, then; or not at all.
    }
  }
  return null;
}

function wordsOf(found: Record<string, unknown>, article: Article): unknown {
  const { quote, prefix, suffix } = found;
  return anchor(article.text, { quote: String(quote), prefix: String(prefix), suffix: String(suffix) });
}

/** Roles whose passages stand in the text, and in a line each what was left out: a note keeps it. */
function placedRoles(roles: unknown, article: Article): { roles: unknown; left: readonly string[] } {
  if (typeof roles !== 'object' || roles === null || Array.isArray(roles))
    return { roles: {}, left: said(roles) };
  const left: string[] = [];
  const kept = Object.entries(roles).map(([role, targets]) => {
    if (!Array.isArray(targets)) left.push(...said({ [role]: targets }));
    const good = (Array.isArray(targets) ? targets : []).filter((target) => {
      if (stands(target as Target, article)) return true;
      left.push(...said({ [role]: target }));
      return false;
    });
    return [role, good] as const;
  });
  return { roles: Object.fromEntries(kept.filter(([role]) => role !== '__proto__')), left };
}

function stands(target: Target, article: Article): boolean {
  try {
    const sample = { ...SAMPLE, articleId: article.id, roles: { role: [target] } };
    return placementProblem(parseAnnotation(sample), article) === null;
  } catch {
    return false;
  }
}

function said(value: unknown): readonly string[] {
  return value === undefined ? [] : [`Kept from a repair: ${JSON.stringify(value)}`];
}

const SAMPLE = {
  ...ABSENT,
  id: 'a',
  annotatorId: 'a',
  layer: 'a',
  spans: [],
  createdAt: '-',
  updatedAt: '-',
};

/** The id itself, or with the first number after it that nobody has. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}
