import { useEffect } from 'react';
import type { Article } from '../../core/project/model';
import type { Proposal } from '../../core/propose/proposal';
import type { Span } from '../../core/text/span';
import { focusedGhost, ghostsOf } from '../actions/propose';
import { setState, state, useStore } from '../store';
import { paint } from './selection';
import type { BlockRange } from './use-near-blocks';

const KINDS: readonly Proposal['kind'][] = ['quote', 'mention', 'sentiment'];

/** Everything a proposal speaks of: its passages, and for a quote its cue and source. */
export function passagesOf(proposal: Proposal): readonly Span[] {
  if (proposal.kind !== 'quote') return proposal.spans;
  const { spans, cue, source } = proposal;
  return [...spans, ...(cue ? [cue] : []), ...(source ? [source.span] : [])];
}

/**
 * Paints what is proposed in the blocks near the window, without touching an element. Looking for proposals
 * waits until the window has nothing else to do, so that it never delays the text or a mark.
 */
export function useGhosts(content: HTMLElement | null, article: Article, near: BlockRange): void {
  const project = useStore((current) => current.project);
  const hidden = useStore((current) => current.hiddenLayers);
  const on = useStore((current) => current.settings.proposals);
  const ghostKey = useStore((current) => current.ghostKey);
  const framing = useStore((current) => current.framing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: ghostsOf reads the project, the layers and the setting
  useEffect(() => {
    if (!content) return;
    const request = requestIdleCallback(() => {
      const from = article.blocks[near.from]?.start ?? 0;
      const to = article.blocks[near.to - 1]?.end ?? article.text.length;
      const all = ghostsOf(state());
      if (all.length !== state().ghostCount) setState({ ghostCount: all.length });
      const ghosts = all.filter(({ spans }) => spans.some(({ start, end }) => start < to && end > from));
      for (const kind of KINDS) {
        paint(
          `ghost-${kind}`,
          content,
          ghosts.filter((ghost) => ghost.kind === kind).flatMap(({ spans }) => spans),
        );
      }
    });
    return () => cancelIdleCallback(request);
  }, [content, article, near, project, hidden, on]);

  useEffect(() => {
    if (!content) return;
    const ghost = focusedGhost(state());
    const frame = framing?.frame;
    const spans = ghost
      ? passagesOf(ghost)
      : [...(frame?.cue ? [frame.cue] : []), ...(frame?.source ? [frame.source.span] : [])];
    paint('ghost-here', content, ghostKey !== null || framing ? spans : []);
  }, [content, ghostKey, framing]);

  useEffect(() => {
    if (!content) return;
    return () => {
      for (const kind of [...KINDS, 'here']) paint(`ghost-${kind}`, content, []);
    };
  }, [content]);
}
