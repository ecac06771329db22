import { sizeName } from './plan.mjs';
import { median, p95, quantile } from './statistics.mjs';

/** A lookup in what the window measured: one number for a peer, a size and a question, undefined if not asked. */
export function figuresOf({ cases }) {
  const at = (peer, size) => cases.filter((one) => one.peer === peer && sizeName(one) === size);
  const values = (peer, size, pick) =>
    at(peer, size)
      .flatMap(pick)
      .filter((value) => value !== undefined && value !== null);
  const edits = (peer, size, kind, pick) => values(peer, size, ({ edits }) => edits?.[kind]?.map(pick));
  const shown = (edit) => edit.shown;
  return {
    sizes: [...new Set(cases.map(sizeName))],
    /** Why there is no figure, if the peer was ended or failed. */
    problem: (peer, size) => at(peer, size).find(({ error }) => error)?.error,
    /** What the first frame took at least, when the peer was ended before. */
    atLeast: (peer, size) => at(peer, size).find(({ endedAfter, paint }) => endedAfter && !paint)?.endedAfter,
    firstFrame: (peer, size) => median(values(peer, size, ({ paint }) => paint?.firstFrame)),
    settled: (peer, size) => median(values(peer, size, ({ paint }) => paint?.settled)),
    edit: (peer, size, kind) => median(edits(peer, size, kind, shown)),
    editP95: (peer, size, kind) => p95(edits(peer, size, kind, shown)),
    longest: (peer, size, kind) => p95(edits(peer, size, kind, ({ longest }) => longest)),
    frame: (peer, size, share) =>
      quantile(
        values(peer, size, ({ scroll400 }) => scroll400?.frames),
        share,
      ),
    frameFast: (peer, size, share) =>
      quantile(
        values(peer, size, ({ scroll1000 }) => scroll1000?.frames),
        share,
      ),
    lacking: (peer, size, speed) => median(values(peer, size, (one) => one[speed] && lacking(one[speed]))),
    memory: (peer, size) => median(values(peer, size, ({ memory }) => memory)),
  };
}

/** Frames with text that lacks its marks, or with none of the text. */
const lacking = ({ unmarked, blank }) => Math.max(unmarked, blank);
