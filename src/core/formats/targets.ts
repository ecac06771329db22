import type { TargetKind } from '../project/codebook';
import { layerOf } from '../project/codebook';
import type { Annotation, Target } from '../project/model';
import { resolveRole } from '../project/query';
import type { Span } from '../text/span';
import type { Part } from './part';

/** A target with what it stands for, so that a reader need not look anything up. Absent = ''. */
export interface PlainTarget {
  readonly kind: TargetKind;
  /** Id of the speaker, claim or annotation. */
  readonly id: string;
  /** The speaker's name, the claim's wording, the words of the passage or mention, the article's byline. */
  readonly name: string;
  /** The speaker it is in the end: the target itself, or the one that the mention pointed at is linked to. */
  readonly speakerId: string;
  readonly speakerName: string;
  /** Passages (UTF-16) when `kind` is 'spans'. */
  readonly spans: readonly Span[];
}

/** Resolves one target of an annotation of `articleId`. */
export function plainTarget(part: Part, articleId: string, target: Target): PlainTarget {
  const { whole, byId } = part;
  const article = whole.articles.get(articleId);
  const speakerName = (id: string) => whole.speakers.get(id)?.name ?? '';
  const plain = (kind: TargetKind, id: string, name: string, speakerId = '', named = ''): PlainTarget => {
    return { kind, id, name, speakerId, speakerName: named, spans: [] };
  };
  if ('author' in target) return plain('author', '', article?.byline ?? '');
  if ('claim' in target) {
    return plain('claim', target.claim, whole.claims.get(target.claim)?.wording ?? '');
  }
  if ('speaker' in target) {
    const name = speakerName(target.speaker);
    return plain('speaker', target.speaker, name, target.speaker, name);
  }
  if ('annotation' in target) {
    const mention = byId.get(target.annotation);
    const linked = mention?.roles.is?.find((next) => 'speaker' in next);
    const speakerId = linked && 'speaker' in linked ? linked.speaker : '';
    const name = mention?.quote ?? '';
    return plain('annotation', target.annotation, name, speakerId, speakerName(speakerId));
  }
  const text = article?.text ?? '';
  const name = target.spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return { ...plain('spans', '', name), spans: target.spans };
}

/** A role that the researcher left unset and that the codebook fills from elsewhere. */
export interface InheritedRole {
  readonly role: string;
  readonly targets: readonly PlainTarget[];
  /** Id of the annotation it is taken from; '' when the codebook assumes the author. */
  readonly from: string;
}

/** What the unset roles of an annotation stand for; found in the whole project, whatever is exported of it. */
export function inheritedRoles(part: Part, annotation: Annotation): readonly InheritedRole[] {
  const layer = layerOf(part.whole.codebook, annotation.layer);
  return (layer?.roles ?? []).flatMap((role) => {
    if (!role.inherits || (annotation.roles[role.id]?.length ?? 0) > 0) return [];
    const { targets, inheritedFrom } = resolveRole(part.whole, annotation, role);
    if (targets.length === 0) return [];
    const plain = targets.map((target) => plainTarget(part, annotation.articleId, target));
    return [{ role: role.id, targets: plain, from: inheritedFrom?.id ?? '' }];
  });
}
