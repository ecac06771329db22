import type { Codebook, Role } from './codebook';
import { smallestEnclosing } from './enclosing';
import type { Annotation, Project, Target } from './model';

/** One annotation that has to do with a speaker, and in which roles the speaker stands in it. */
export interface Standing {
  readonly annotation: Annotation;
  readonly ways: readonly Way[];
  /** Does the speaker speak here? A claim inside the speaker's own quote is the same statement, not one more. */
  readonly statement: boolean;
  /** Does it name the register entry itself, not only a mention of it? Deleting the entry would change it. */
  readonly named: boolean;
}

/** One role in which a speaker stands in an annotation. */
export interface Way {
  readonly role: string;
  /** Taken from the enclosing annotation, since the annotation's own role is unset. */
  readonly inherited: boolean;
}

/** What one article says of speakers. */
export interface ArticleStandings {
  readonly found: readonly { readonly speaker: string; readonly standing: Writable<Standing> }[];
  /** Mentions that are linked to no speaker. */
  readonly unlinked: readonly Annotation[];
}

type Writable<Row> = { -readonly [K in keyof Row]: Row[K] };

/** The role that links a mention to the register, as core/project/query.ts reads it. */
export const IS = 'is';

/** What reading a layer's annotations needs to know of its roles. */
interface LayerRoles {
  readonly mention: boolean;
  readonly speaking: ReadonlySet<string>;
  readonly inheriting: readonly { readonly id: string; readonly inherits: NonNullable<Role['inherits']> }[];
}

interface Reading {
  readonly layers: ReadonlyMap<string, LayerRoles>;
  /** What was read of each list of annotations: a change in one article does not walk the others again. */
  readonly known: WeakMap<readonly Annotation[], ArticleStandings>;
}

const readings = new WeakMap<Codebook, Reading>();

function readingOf(codebook: Codebook): Reading {
  const speaking = speakingRoles(codebook);
  const layers = codebook.layers.map(({ id: layer, roles }): [string, LayerRoles] => [
    layer,
    {
      mention: roles.some(({ id }) => id === IS),
      speaking: new Set(roles.flatMap(({ id }) => (speaking.has(`${layer}/${id}`) ? id : []))),
      inheriting: roles.flatMap(({ id, inherits }) => (inherits ? { id, inherits } : [])),
    },
  ]);
  return { layers: new Map(layers), known: new WeakMap() };
}

/** The mentions of whole projects, only made where an annotation points into another article. */
const everywhere = new WeakMap<Project['annotations'], ReturnType<typeof mentionsIn>>();

/** Who stands where in one article's annotations. */
export function standingsIn(
  { codebook, annotations }: Pick<Project, 'codebook' | 'annotations'>,
  list: readonly Annotation[],
): ArticleStandings {
  const reading = readings.get(codebook) ?? readingOf(codebook);
  readings.set(codebook, reading);
  const known = reading.known.get(list);
  if (known) return known;
  let foreign = false;
  const read = readArticle(reading.layers, list, (id) => {
    foreign = true;
    const all = everywhere.get(annotations) ?? mentionsIn([...annotations.values()].flat());
    everywhere.set(annotations, all);
    return all.get(id);
  });
  // What was found in another article may change there, unseen from here.
  if (!foreign) reading.known.set(list, read);
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
  layers: ReadonlyMap<string, LayerRoles>,
  list: readonly Annotation[],
  elsewhere: (id: string) => string | undefined,
): ArticleStandings {
  const mentions = mentionsIn(list);
  const speakerOf = (target: Target): string | undefined => {
    if ('speaker' in target) return target.speaker;
    if (!('annotation' in target)) return undefined;
    return mentions.has(target.annotation) ? mentions.get(target.annotation) : elsewhere(target.annotation);
  };
  const found: ArticleStandings['found'][number][] = [];
  const unlinked: Annotation[] = [];
  for (const annotation of list) {
    const { roles } = annotation;
    const layer = layers.get(annotation.layer);
    if (layer?.mention && mentions.get(annotation.id) === undefined) unlinked.push(annotation);
    const first = found.length;
    const add = (speaker: string, role: string, inherited: boolean, named: boolean, statement: boolean) => {
      for (let at = first; at < found.length; at++) {
        const { speaker: known, standing } = found[at]!;
        if (known !== speaker) continue;
        const again = standing.ways.some((way) => way.role === role && way.inherited === inherited);
        standing.ways = again ? standing.ways : [...standing.ways, { role, inherited }];
        standing.named ||= named;
        standing.statement ||= statement;
        return;
      }
      const ways = [{ role, inherited }];
      found.push({ speaker, standing: { annotation, ways, statement, named } });
    };
    for (const role in roles) {
      for (const target of roles[role]!) {
        const speaker = speakerOf(target);
        if (speaker !== undefined)
          add(speaker, role, false, 'speaker' in target, layer?.speaking.has(role) ?? false);
      }
    }
    for (const { id, inherits } of layer?.inheriting ?? []) {
      const unset = (roles[id]?.length ?? 0) === 0;
      const outer = smallestEnclosing(list, annotation, inherits.layer);
      for (const target of outer?.roles[inherits.role] ?? []) {
        const speaker = speakerOf(target);
        if (speaker === undefined) continue;
        if (unset) add(speaker, id, true, false, false);
        for (let at = first; at < found.length; at++) {
          if (found[at]!.speaker === speaker) found[at]!.standing.statement = false;
        }
      }
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
  for (const { id: layer, roles } of layers) {
    for (const { id, inherits } of roles) {
      if (inherits) speaking.add(`${inherits.layer}/${inherits.role}`);
      if (inherits && !inherits.elseAuthor) speaking.add(`${layer}/${id}`);
    }
  }
  return speaking;
}
