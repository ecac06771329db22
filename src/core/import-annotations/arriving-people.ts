import type { Annotation, Annotator, Claim, Project, Speaker } from '../project/model';
import { folded } from '../text/folded';

/** Makes ids for rows that have none yet that is free. */
export type FreshId = (wanted: string, taken: { has(id: string): boolean }) => string;

/**
 * Whom and what the annotations of a file name, found in the registers of the open project by name, alias or wording,
 * or else added. Only what is asked for is added.
 */
export class ArrivingPeople {
  readonly speakers = new Map<string, Speaker>();
  readonly claims = new Map<string, Claim>();
  readonly annotators = new Map<string, Annotator>();
  readonly #found = new Map<string, string>();
  readonly #names: ReadonlyMap<string, string | null>;
  readonly #wordings: ReadonlyMap<string, string | null>;
  /** Folded name -> id, the first of those with a name. */
  readonly #makers: Map<string, string>;

  constructor(
    readonly ours: Pick<Project, 'speakers' | 'claims' | 'annotators'>,
    readonly theirs: Pick<Project, 'speakers' | 'claims' | 'annotators'>,
    readonly freshId: FreshId,
  ) {
    const speakers = [...ours.speakers.values()];
    this.#names = new Map([
      ...unique(speakers.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const))),
      ...unique(speakers.map(({ id, name }) => [name, id] as const)),
    ]);
    this.#wordings = unique([...ours.claims.values()].map(({ id, wording }) => [wording, id] as const));
    const makers = [...ours.annotators.values()].reverse();
    this.#makers = new Map(makers.map(({ id, name }) => [folded(name), id]));
  }

  /** The id of a speaker of the file in our register; undefined when the file does not say who it is. */
  speaker(id: string): string | undefined {
    const theirs = this.theirs.speakers.get(id);
    if (!theirs) return undefined;
    const own = this.ours.speakers.get(id);
    const names = new Set([own?.name ?? '', ...(own?.aliases ?? [])].map(folded));
    const found = own && names.has(folded(theirs.name)) ? id : this.#names.get(folded(theirs.name));
    return this.#place('speaker', id, found, this.ours.speakers, this.speakers, (free) => ({
      ...theirs,
      id: free,
    }));
  }

  claim(id: string): string | undefined {
    const theirs = this.theirs.claims.get(id);
    if (!theirs) return undefined;
    const own = this.ours.claims.get(id);
    const found =
      own && folded(own.wording) === folded(theirs.wording) ? id : this.#wordings.get(folded(theirs.wording));
    return this.#place('claim', id, found, this.ours.claims, this.claims, (free) => ({
      ...theirs,
      id: free,
    }));
  }

  /** The id of whoever annotated: people are known by their names alone. */
  annotator(id: string): string {
    const theirs = this.theirs.annotators.get(id) ?? { id, name: id };
    const name = folded(theirs.name);
    const found = this.ours.annotators.get(id)?.name === theirs.name ? id : this.#makers.get(name);
    if (found !== undefined) return found;
    const free = this.freshId(id, {
      has: (wanted) => this.ours.annotators.has(wanted) || this.annotators.has(wanted),
    });
    this.annotators.set(free, { ...theirs, id: free });
    this.#makers.set(name, free);
    return free;
  }

  /** The added entries that these annotations name. Claims speak only of claims that are here or come along. */
  namedBy(annotations: readonly Annotation[]): {
    readonly speakers: readonly Speaker[];
    readonly claims: readonly Claim[];
  } {
    const named = new Set<string>();
    for (const { roles } of annotations) {
      for (const target of Object.values(roles).flat()) {
        if ('speaker' in target) named.add(`speaker ${target.speaker}`);
        if ('claim' in target) named.add(`claim ${target.claim}`);
      }
    }
    const claims = [...this.claims.values()].filter(({ id }) => named.has(`claim ${id}`));
    const known = (id: string) => this.ours.claims.has(id) || named.has(`claim ${id}`);
    return {
      speakers: [...this.speakers.values()].filter(({ id }) => named.has(`speaker ${id}`)),
      claims: claims.map(({ supports, contradicts, ...claim }) => {
        const kept = (ids: readonly string[] | undefined) =>
          (ids ?? [])
            .flatMap((id) => this.#found.get(`claim ${id}`) ?? [])
            .filter((id) => id !== claim.id && known(id));
        const [pro, contra] = [kept(supports), kept(contradicts)];
        return {
          ...claim,
          ...(pro.length > 0 ? { supports: pro } : {}),
          ...(contra.length > 0 ? { contradicts: contra } : {}),
        };
      }),
    };
  }

  #place<Row extends { readonly id: string }>(
    kind: string,
    id: string,
    here: string | null | undefined,
    ours: ReadonlyMap<string, Row>,
    added: Map<string, Row>,
    make: (id: string) => Row,
  ): string {
    const known = this.#found.get(`${kind} ${id}`) ?? here;
    if (known !== undefined && known !== null) {
      this.#found.set(`${kind} ${id}`, known);
      return known;
    }
    const free = this.freshId(id, { has: (wanted) => ours.has(wanted) || added.has(wanted) });
    added.set(free, make(free));
    this.#found.set(`${kind} ${id}`, free);
    return free;
  }
}

/** Folded name -> id; null where several have it, so that none is meant for certain. */
function unique(pairs: readonly (readonly [string, string])[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const [name, id] of pairs) {
    const key = folded(name);
    found.set(key, found.has(key) && found.get(key) !== id ? null : id);
  }
  return found;
}
