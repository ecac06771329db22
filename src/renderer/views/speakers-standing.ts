import type { Codebook, Layer } from '../../core/project/codebook';
import { smallestEnclosing } from '../../core/project/enclosing';
import type { Annotation, Project, Target } from '../../core/project/model';

/** One annotation that has to do with a speaker, and in which roles the speaker stands in it. */
export interface Standing {
  readonly annotation: Annotation;
  readonly ways: readonly Way[];
  /** Does the speaker speak here? A claim inside the speaker's own quote is the same statement, not one more. */
  readonly statement: boolean;
  /** Does it name the register entry itself, not only a mention of it? Deleting the entry would change it. */
  readonly named: boolean;
}

export interface Way {
  readonly role: string;
  /** Taken from the enclosing annotation, since the annotation's own role is unset. */
  readonly inherited: boolean;
}

/** What one article says of speakers. */
export interface ArticleStandings {
  readonly found: readonly { readonly speaker: string; readonly standing: Standing }[];
  /** Mentions that are linked to no speaker. */
  readonly unlinked: readonly Annotation[];
}

/** The role that links a mention to the register, as core/project/query.ts reads it. */
export const IS = 'is';

/** Per codebook and list of annotations, so that a change in one article does not walk the others again. */
const kept = new WeakMap<Codebook, WeakMap<readonly Annotation[], ArticleStandings>>();

/** The mentions of whole projects, only made where an annotation points into another article. */
const everywhere = new WeakMap<Project['annotations'], ReturnType<typeof mentionsIn>>();

/** Who stands where in one article's annotations. */
export function standingsIn(
  { codebook, annotations }: Pick<Project, 'codebook' | 'annotations'>,
  list: readonly Annotation[],
): ArticleStandings {
  const memo = kept.get(codebook) ?? new WeakMap<readonly Annotation[], ArticleStandings>();
  kept.set(codebook, memo);
  const known = memo.get(list);
  if (known) return known;
  let foreign = false;
  const read = readArticle(codebook, list, (id) => {
    foreign = true;
    const all = everywhere.get(annotations) ?? mentionsIn([...annotations.values()].flat());
    everywhere.set(annotations, all);
    return all.get(id);
  });
  // What was found in another article may change there, unseen from here.
  if (!foreign) memo.set(list, read);
  return read;
}

/** Annotation id -> the speaker it is linked to, or undefined for annotations that are no linked mention. */
function mentionsIn(list: readonly Annotation[]): ReadonlyMap<string, string | undefined> {
  return new Map(
    list.map(({ id, roles }) => {
      const linked = roles[IS]?.find((target) => 'speaker' in target);
      return [id, linked && 'speaker' in linked ? linked.speaker : undefined];
    }),
  );
}

function readArticle(
  codebook: Codebook,
  list: readonly Annotation[],
  elsewhere: (id: string) => string | undefined,
): ArticleStandings {
  const layers = new Map(codebook.layers.map((layer) => [layer.id, layer]));
  const speaking = speakingRoles(codebook);
  const mentions = mentionsIn(list);
  const speakersIn = (targets: readonly Target[] = []) =>
    targets.flatMap((target) => {
      if ('speaker' in target) return target.speaker;
      if (!('annotation' in target)) return [];
      const id = target.annotation;
      return (mentions.has(id) ? mentions.get(id) : elsewhere(id)) ?? [];
    });
  const found: ArticleStandings['found'][number][] = [];
  const unlinked: Annotation[] = [];
  for (const annotation of list) {
    const layer = layers.get(annotation.layer);
    if (mentions.get(annotation.id) === undefined && layer?.roles.some(({ id }) => id === IS))
      unlinked.push(annotation);
    const ways = new Map<string, Way[]>();
    const add = (role: string, speakers: readonly string[], inherited: boolean) => {
      for (const speaker of new Set(speakers)) {
        ways.set(speaker, [...(ways.get(speaker) ?? []), { role, inherited }]);
      }
    };
    for (const [role, targets] of Object.entries(annotation.roles)) add(role, speakersIn(targets), false);
    const repeated = new Set<string>();
    for (const role of layer?.roles ?? []) {
      if (!role.inherits) continue;
      const outer = smallestEnclosing(list, annotation, role.inherits.layer);
      const inherited = speakersIn(outer?.roles[role.inherits.role]);
      if ((annotation.roles[role.id]?.length ?? 0) === 0) add(role.id, inherited, true);
      for (const speaker of inherited) repeated.add(speaker);
    }
    for (const [speaker, own] of ways) {
      const says = own.some(({ role }) => speaking.has(`${annotation.layer}/${role}`));
      const named = Object.values(annotation.roles).some((targets) =>
        targets.some((target) => 'speaker' in target && target.speaker === speaker),
      );
      const statement = says && !repeated.has(speaker);
      found.push({ speaker, standing: { annotation, ways: own, statement, named } });
    }
  }
  return { found, unlinked };
}

/**
 * The roles whose speaker says it, as "layer/role": those that others inherit from (the source of a quote), and
 * those that inherit and otherwise are nobody's (the maker of a claim; the holder of a feeling may be the author).
 */
export function speakingRoles({ layers }: Codebook): ReadonlySet<string> {
  const speaking = new Set<string>();
  const add = (layer: Layer) => {
    for (const { id, inherits } of layer.roles) {
      if (inherits) speaking.add(`${inherits.layer}/${inherits.role}`);
      if (inherits && !inherits.elseAuthor) speaking.add(`${layer.id}/${id}`);
    }
  };
  layers.forEach(add);
  return speaking;
}
