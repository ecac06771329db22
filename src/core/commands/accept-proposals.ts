import type { Change } from '../change/change';
import { changeOf, compose } from '../change/change';
import type { Project, Target } from '../project/model';
import { findAnnotation } from '../project/query';
import type { Proposal, ProposedSource } from '../propose/proposal';
import { LAYER_OF } from '../propose/proposal';
import type { Span } from '../text/span';
import { Acceptance } from './acceptance';

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

function sameTarget(a: Target, b: Target): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
