import type { Article, Speaker } from '../project/model';
import type { Span } from '../text/span';
import { frameAt } from './frame-at';
import type { QuoteProposal } from './proposal';
import { keyOf } from './proposal';

/** So much text on either side of a place is read at least (UTF-16 units): longer than most articles. */
const REACH = 6_000;

/**
 * As `frameAt`, for texts too long to be read while somebody waits: reads only the blocks around the place, so that
 * whoever is introduced farther away is known only if the register has them.
 */
export function frameNear(
  article: Article,
  speakers: Iterable<Speaker>,
  passage: Span,
  exact: boolean,
): QuoteProposal {
  const blocks = article.blocks.filter(
    ({ start, end }) => end >= passage.start - REACH && start <= passage.end + REACH,
  );
  const from = blocks[0]?.start ?? 0;
  const to = blocks.at(-1)?.end ?? 0;
  const frame = frameAt(
    {
      ...article,
      text: article.text.slice(from, to),
      blocks: blocks.map((block) => shifted(block, -from)),
    },
    speakers,
    shifted(passage, -from),
    exact,
  );
  const { cue, source } = frame;
  const spans = frame.spans.map((span) => shifted(span, from));
  return {
    ...frame,
    key: keyOf('quote', spans),
    spans,
    cue: cue && shifted(cue, from),
    source: source && { ...source, span: shifted(source.span, from) },
  };
}

function shifted<Place extends Span>(place: Place, by: number): Place {
  return { ...place, start: place.start + by, end: place.end + by };
}
