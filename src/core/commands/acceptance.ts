import type { Change } from '../change/change';
import { changeOf, compose } from '../change/change';
import { layerOf } from '../project/codebook';
import type { Annotation, AttributeValue, Project, Speaker, Target } from '../project/model';
import { annotationsOf } from '../project/query';
import { speakerKindOf } from '../propose/names/speaker-kind';
import type { MentionProposal, ProposedSource, QuoteProposal } from '../propose/proposal';
import { LAYER_OF } from '../propose/proposal';
import type { Span } from '../text/span';
import { contains, coveredLength, covers, overlaps } from '../text/span';
import { newAnnotation } from './add-annotation';
import { allows, possible } from './layer-fit';

type Roles = Readonly<Record<string, readonly Target[]>>;

/** What is made while proposals are accepted, so that later ones find what earlier ones made. */
export class Acceptance {
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
    const { spans, form, medium } = proposal;
    const outer = this.smallestAround(spans);
    const nested = outer && allows(layer, 'nested-in', 'annotation');
    // The quote first: it takes the id that the caller knows.
    const made = this.add(layer.id, spans, possible(layer, { form, medium }));
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
    const linkable = allows(layer, 'is', 'speaker');
    const known = speaker !== null && this.project.speakers.has(speaker) ? speaker : null;
    const there = this.mentionAt(spans[0], known);
    if (there && (!linkable || (there.roles.is ?? []).length > 0)) return there;
    const id = there?.id ?? this.nextId();
    const who = linkable ? (known ?? this.speakerNamed(name)) : null;
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

  /** The mention with just this span; or one that holds it or lies in it, if that is not linked to someone else. */
  private mentionAt(span: Span, speaker: string | null): Annotation | undefined {
    const near = [...this.known, ...this.annotations]
      .map((annotation) => this.linked.get(annotation.id)?.[1] ?? annotation)
      .filter(
        ({ layer, spans }) => layer === LAYER_OF.mention && spans.length === 1 && overlaps(spans[0]!, span),
      );
    const isIt = ({ roles }: Annotation) =>
      (roles.is ?? []).every((target) => 'speaker' in target && target.speaker === speaker);
    return (
      near.find(({ spans }) => spans[0]!.start === span.start && spans[0]!.end === span.end) ??
      near.find((next) => isIt(next) && (contains(next.spans[0]!, span) || contains(span, next.spans[0]!)))
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
