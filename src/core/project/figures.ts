import { claimSides, registerClaims } from './claim-sides';
import type { Felt } from './feelings';
import { felt } from './feelings';
import { layerKinds } from './layer-kinds';
import type { Annotation, Project } from './model';
import type { Standing } from './standing';
import type { Voice } from './statements';

/** What a speaker's page counts. */
export interface Figures {
  readonly statements: number;
  /** Quotes by the value of their form, in the order of the codebook; those without one under "". */
  readonly forms: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  /** Different claims: one of the register counts once, however often it is made. */
  readonly claims: number;
  /** Annotations that make them. */
  readonly made: number;
  /** Claims of the register that somebody else makes, too. */
  readonly shared: number;
  readonly held: Felt;
  readonly toward: Felt;
  /** How often the speaker stands in each article, as the articles were added. */
  readonly articles: readonly { readonly id: string; readonly count: number }[];
}

/** The figures of one speaker; `voice` and `standings` are the speaker's own. */
export function figuresOf(
  project: Project,
  speaker: string,
  voice: Voice,
  standings: readonly Standing[],
): Figures {
  const said = voice.statements.filter((statement) => statement.said);
  const claims = voice.statements.flatMap((statement) => statement.claims);
  const held = voice.statements.flatMap((statement) => statement.feelings);
  const registered = new Set(claims.flatMap((claim) => registerClaims(project, claim)));
  const { makers } = claimSides(project);
  const articles = new Map<string, number>();
  for (const { annotation } of standings) {
    articles.set(annotation.articleId, (articles.get(annotation.articleId) ?? 0) + 1);
  }
  return {
    statements: said.length,
    forms: formsOf(
      project,
      said.map(({ annotation }) => annotation),
    ),
    claims: registered.size + claims.filter((claim) => registerClaims(project, claim).length === 0).length,
    made: claims.length,
    shared: [...registered].filter((id) => [...makers.get(id)!].some((who) => who !== speaker)).length,
    held: felt(project, held, 'target'),
    toward: felt(
      project,
      voice.toward.map(({ annotation }) => annotation),
      'holder',
    ),
    articles: [...articles].map(([id, count]) => ({ id, count })),
  };
}

function formsOf({ codebook }: Project, said: readonly Annotation[]): Figures['forms'] {
  const { words } = layerKinds(codebook);
  const counts = new Map<string, { id: string; label: string; count: number }>();
  for (const { form } of words.values()) {
    if (form?.kind !== 'choice') continue;
    for (const { id, label } of form.values) counts.set(id, { id, label, count: 0 });
  }
  for (const annotation of said) {
    const form = words.get(annotation.layer)?.form;
    if (!form) continue;
    const value = annotation.attributes[form.id];
    const id = typeof value === 'string' ? value : '';
    const entry = counts.get(id) ?? { id, label: id || 'no form', count: 0 };
    counts.set(id, entry);
    entry.count++;
  }
  return [...counts.values()].filter(({ count }) => count > 0);
}
