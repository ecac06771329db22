import type { Change } from '../change/change';
import { changeOf, compose } from '../change/change';
import type { Layer, Role } from '../project/codebook';
import { layerOf } from '../project/codebook';
import type { Annotation, AttributeValue, Project, Speaker, Target } from '../project/model';
import { annotationsOf, findAnnotation } from '../project/query';
import { speakerKindOf } from '../propose/names/speaker-kind';
import type { MentionProposal, Proposal, ProposedSource, QuoteProposal } from '../propose/proposal';
import { LAYER_OF } from '../propose/proposal';
import type { Span } from '../text/span';
import { contains, coveredLength, covers, overlaps } from '../text/span';
import { newAnnotation } from './add-annotation';

/**
 * Makes annotations of proposals, in one change: a quote with its cue, and its source as a linked mention;
 * a mention; a sentiment without a value. Someone not yet in the register gets an entry, once for each name.
 * The first annotation made takes `id`, whatever else is made `id-2`, `id-3` and so on. Throws for an unknown article
 * and for a layer that the codebook lacks; without the layer `speaker` a quote's source is the words themselves.
 */
export function acceptProposals(
  project: Project,
  args: {
    readonly articleId: string;
    readonly proposals: readonly Proposal[];
    readonly annotatorId: string;
    readonly id: string;
    readonly at: string;
  },
): Change {
  const making = new Acceptance(project, args);
  for (const proposal of args.proposals) {
    if (proposal.kind === 'quote') making.quote(proposal);
    else if (proposal.kind === 'mention') making.mention(proposal, true);
    else making.add(LAYER_OF.sentiment, proposal.spans);
  }
  return making.change();
}

/**
 * Gives an existing quote the cue and the source that are said; null leaves that one as it is. A cue takes
 * the place of an earlier one; a source is added to those that are there. Throws for an unknown annotation.
 */
export function completeQuote(
  project: Project,
  args: {
    readonly annotationId: string;
    readonly cue: Span | null;
    readonly source: ProposedSource | null;
    readonly id: string;
    readonly at: string;
  },
): Change {
  const before = findAnnotation(project, args.annotationId);
  if (!before) throw new Error(`no annotation ${args.annotationId}`);
  const { articleId, annotatorId } = before;
  const making = new Acceptance(project, { ...args, articleId, annotatorId });
  const given = making.attribution(before.layer, args);
  const roles = { ...before.roles, ...given };
  const sources = before.roles.source ?? [];
  if (given.source) {
    const added = given.source.filter((target) => !sources.some((known) => sameTarget(known, target)));
    roles.source = [...sources, ...added];
  }
  const changed = JSON.stringify(roles) !== JSON.stringify(before.roles);
  const after = changed ? { ...before, roles, updatedAt: args.at } : before;
  return compose(making.change(), changeOf('annotations', [[before, after]]));
}

type Roles = Readonly<Record<string, readonly Target[]>>;

/** What is made while proposals are accepted, so that later ones find what earlier ones made. */
class Acceptance {
  private readonly project: Project;
  private readonly args: {
    readonly articleId: string;
    readonly annotatorId: string;
    readonly id: string;
    readonly at: string;
  };
  private readonly known: readonly Annotation[];
  private readonly annotations: Annotation[] = [];
  /** Annotations that were there and are linked to a speaker now: id -> before and after. */
  private readonly linked = new Map<string, readonly [Annotation, Annotation]>();
  private readonly speakers: Speaker[] = [];
  private count = 0;

  constructor(project: Project, args: Acceptance['args']) {
    if (!project.articles.has(args.articleId)) throw new Error(`no article ${args.articleId}`);
    this.project = project;
    this.args = args;
    this.known = annotationsOf(project, args.articleId);
  }

  change(): Change {
    const made = this.annotations.map((annotation) => [null, annotation] as const);
    return compose(
      changeOf(
        'speakers',
        this.speakers.map((speaker) => [null, speaker] as const),
      ),
      changeOf('annotations', [...made, ...this.linked.values()]),
    );
  }

  quote(proposal: QuoteProposal): void {
    const layer = layerOf(this.project.codebook, LAYER_OF.quote);
    if (!layer) throw new Error('the codebook has no layer “quote” to save a quote in');
    const { spans } = proposal;
    const outer = this.smallestAround(spans);
    const nested = outer && allows(layer, 'nested-in', 'annotation');
    // The quote first: it takes the id that the caller knows.
    const made = this.add(layer.id, spans, choices(layer, proposal));
    const at = this.annotations.indexOf(made);
    this.annotations[at] = {
      ...made,
      roles: {
        ...this.attribution(layer.id, proposal),
        ...(nested ? { 'nested-in': [{ annotation: outer.id }] } : {}),
      },
    };
  }

  /** The roles that say by which words and whom; roles that the layer does not have are left out. */
  attribution(
    layerId: string,
    { cue, source }: { readonly cue: Span | null; readonly source: ProposedSource | null },
  ): Roles {
    const layer = layerOf(this.project.codebook, layerId);
    const roles: Record<string, readonly Target[]> = {};
    if (cue && allows(layer, 'cue', 'spans')) roles.cue = [{ spans: [cue] }];
    if (!source) return roles;
    if (layerOf(this.project.codebook, LAYER_OF.mention) && allows(layer, 'source', 'annotation')) {
      roles.source = [{ annotation: this.mention({ ...source, spans: [source.span] }, false).id }];
    } else if (allows(layer, 'source', 'spans')) {
      roles.source = [{ spans: [source.span] }];
    }
    return roles;
  }

  /** The mention at a place: one that is there already, or a new one. `asked`: nobody but the reader wants it. */
  mention(
    { spans, name, speaker }: Pick<MentionProposal, 'spans' | 'name' | 'speaker'>,
    asked: boolean,
  ): Annotation {
    const layer = layerOf(this.project.codebook, LAYER_OF.mention);
    if (!layer) throw new Error('the codebook has no layer “speaker” to save a mention in');
    const there = this.mentionAt(spans[0]);
    const linkable = allows(layer, 'is', 'speaker');
    if (there && (!linkable || (there.roles.is ?? []).length > 0)) return there;
    const id = there?.id ?? this.nextId();
    const who = linkable ? (speaker ?? this.speakerNamed(name)) : null;
    const roles: Roles = who === null ? {} : { is: [{ speaker: who }] };
    if (!there) return this.add(layer.id, spans, {}, roles, id);
    // Someone else's mention is theirs; one without a speaker that is our own is linked now.
    if (who === null || (!asked && there.annotatorId !== this.args.annotatorId)) return there;
    return this.link(there, roles);
  }

  private link(there: Annotation, roles: Roles): Annotation {
    const made = this.annotations.indexOf(there);
    const after = { ...there, roles: { ...there.roles, ...roles }, updatedAt: this.args.at };
    if (made >= 0) this.annotations[made] = after;
    else this.linked.set(there.id, [this.linked.get(there.id)?.[0] ?? there, after]);
    return after;
  }

  private mentionAt(span: Span): Annotation | undefined {
    const near = [...this.known, ...this.annotations]
      .map((annotation) => this.linked.get(annotation.id)?.[1] ?? annotation)
      .filter(
        ({ layer, spans }) => layer === LAYER_OF.mention && spans.length === 1 && overlaps(spans[0]!, span),
      );
    return (
      near.find(({ spans }) => spans[0]!.start === span.start && spans[0]!.end === span.end) ??
      near.find(({ spans }) => contains(spans[0]!, span) || contains(span, spans[0]!))
    );
  }

  /** The register's entry with this name, made where there is none; null for no name. */
  private speakerNamed(name: string): string | null {
    const wanted = name.trim();
    if (wanted === '') return null;
    const named = (speaker: Speaker) => speaker.name === wanted || speaker.aliases.includes(wanted);
    const there = [...this.project.speakers.values()].find(named) ?? this.speakers.find(named);
    if (there) return there.id;
    const kind = speakerKindOf(wanted);
    const speaker: Speaker = { id: this.nextId(), name: wanted, aliases: [], kind, note: '' };
    this.speakers.push(speaker);
    return speaker.id;
  }

  private smallestAround(spans: readonly Span[]): Annotation | undefined {
    const size = coveredLength(spans);
    return [...this.known, ...this.annotations]
      .filter(({ layer, spans: outer }) => layer === LAYER_OF.quote && covers(outer, spans))
      .filter(({ spans: outer }) => coveredLength(outer) > size)
      .sort((a, b) => coveredLength(a.spans) - coveredLength(b.spans))[0];
  }

  add(
    layer: string,
    spans: readonly Span[],
    attributes: Readonly<Record<string, AttributeValue>> = {},
    roles: Roles = {},
    id = this.nextId(),
  ): Annotation {
    const { articleId, annotatorId, at } = this.args;
    const place = { id, articleId, annotatorId, layer, spans, at };
    const annotation = newAnnotation(this.project, { ...place, attributes, roles });
    this.annotations.push(annotation);
    return annotation;
  }

  private nextId(): string {
    this.count++;
    return this.count === 1 ? this.args.id : `${this.args.id}-${this.count}`;
  }
}

/** May this role of the layer point at such a target? */
function allows(layer: Layer | undefined, role: string, target: Role['targets'][number]): boolean {
  return layer?.roles.some(({ id, targets }) => id === role && targets.includes(target)) ?? false;
}

/** Form and medium, where the layer has such an attribute with such a value. */
function choices(layer: Layer, { form, medium }: QuoteProposal): Readonly<Record<string, AttributeValue>> {
  const found = Object.entries({ form, medium }).filter(([id, value]) =>
    layer.attributes.some(
      (attribute) =>
        attribute.id === id &&
        attribute.kind === 'choice' &&
        attribute.values.some((next) => next.id === value),
    ),
  );
  return Object.fromEntries(found);
}

function sameTarget(a: Target, b: Target): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
