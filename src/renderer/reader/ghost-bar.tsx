import { layerOf as codebookLayer } from '../../core/project/codebook';
import type { Proposal, ProposedSource, QuoteProposal } from '../../core/propose/proposal';
import type { Span } from '../../core/text/span';
import { focusedGhost, layerOf } from '../actions/propose';
import { currentArticle, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { Floating } from './floating';

/**
 * What is proposed at one place, in words, and the two keys that decide it: a proposal that has the focus, or
 * the cue and source of a quote that was just made.
 */
export function GhostBar({ content }: { content: HTMLElement }) {
  const framing = useStore((state) => state.framing);
  const ghost = useStore(focusedGhost);
  const asking = useStore((state) => state.asking !== null);
  const inspecting = useStore((state) => state.inspecting);
  const article = useStore(currentArticle);
  const proposal = ghost ?? framing?.frame;
  if (!proposal || !article || asking || inspecting) return null;
  return (
    <Floating
      key={proposal.key}
      content={content}
      span={lastPlace(proposal, framing !== null)}
      className="ghost-bar"
    >
      <div className="ghost-words" role="status">
        {proposal.kind === 'quote' ? (
          <QuoteWords quote={proposal} text={article.text} made={framing !== null} />
        ) : (
          <OtherWords proposal={proposal} />
        )}
      </div>
      <div className="ghost-keys">
        <ActionButton action="accept-proposal" className="button" withKey>
          {proposal.kind === 'sentiment' ? 'Tag' : 'Accept'}
        </ActionButton>
        {framing ? (
          <ActionButton action="escape" className="button" withKey>
            Leave open
          </ActionButton>
        ) : (
          <ActionButton action="reject-proposal" className="button" withKey>
            Reject
          </ActionButton>
        )}
      </div>
    </Floating>
  );
}

/** The passage that the bar stands under: the last that it speaks of, so that it covers none of them. */
function lastPlace(proposal: Proposal, made: boolean): Span {
  const spans = [...proposal.spans];
  if (proposal.kind === 'quote') {
    if (proposal.cue) spans.push(proposal.cue);
    if (proposal.source) spans.push(proposal.source.span);
  }
  return made || proposal.kind === 'quote'
    ? spans.reduce((last, span) => (span.end > last.end ? span : last))
    : spans[0]!;
}

function QuoteWords({ quote, text, made }: { quote: QuoteProposal; text: string; made: boolean }) {
  const { source, cue, form } = quote;
  return (
    <>
      {!made && (
        <b className="ghost-kind quote">
          Quote <small>{form}</small>
        </b>
      )}
      {source && <SourceWords source={source} text={text} />}
      {cue && (
        <span>
          <small>cue</small> “{text.slice(cue.start, cue.end)}”
        </span>
      )}
      {!source && !cue && <small>no source found</small>}
    </>
  );
}

function SourceWords({ source, text }: { source: ProposedSource; text: string }) {
  const name = useSpeakerName(source.speaker) ?? source.name;
  const written = text.slice(source.span.start, source.span.end);
  return (
    <span>
      <small>said by</small> <b>{name === '' ? written : name}</b>
      {name !== '' && name !== written && <small> “{written}”</small>}
      {source.speaker === null && name !== '' && <small className="is-new">new speaker</small>}
    </span>
  );
}

function OtherWords({ proposal }: { proposal: Exclude<Proposal, QuoteProposal> }) {
  const label = useStore(
    ({ project }) => codebookLayer(project!.codebook, layerOf(proposal.kind))?.label ?? proposal.kind,
  );
  const name = useSpeakerName(proposal.kind === 'mention' ? proposal.speaker : null);
  if (proposal.kind === 'sentiment') {
    return (
      <>
        <b className="ghost-kind neutral">{label}?</b> <small>this word often carries feeling</small>
      </>
    );
  }
  return (
    <>
      <b className="ghost-kind speaker">{label}</b>
      <span>
        <b>{name ?? proposal.name}</b>
        {proposal.speaker === null && <small className="is-new">new speaker</small>}
      </span>
    </>
  );
}

function useSpeakerName(id: string | null): string | undefined {
  return useStore(({ project }) => (id === null ? undefined : project?.speakers.get(id)?.name));
}
