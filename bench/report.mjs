export const asMarkdown = () => '';
const q = (list, p) => {
  const s = [...list].sort((a, b) => a - b);
  return s[Math.floor((s.length - 1) * p)]?.toFixed(1);
};
const e = (list) =>
  list?.length
    ? `${q(
        list.map((x) => x.shown),
        0.5,
      )}/${q(
        list.map((x) => x.shown),
        0.95,
      )} longest ${q(
        list.map((x) => x.longest),
        1,
      )}`
    : '-';
const s = (x) =>
  x &&
  `p50 ${q(x.frames, 0.5)} p95 ${q(x.frames, 0.95)} max ${q(x.frames, 1)} unmarked ${x.unmarked} blank ${x.blank}`;
export const asText = (r) =>
  r.measured.cases
    .map(
      ({ peer, chars, annotations, paint, edits, scroll400, scroll1000, memory, error }) =>
        `${peer} ${chars} ${annotations}: call ${paint?.call} first ${paint?.firstFrame} settled ${paint?.settled} | add ${e(edits?.add)} resize ${e(edits?.resize)} remove ${e(edits?.remove)} | ${s(scroll400)} | ${s(scroll1000)} | ${memory} ${error}`,
    )
    .join('\n') + JSON.stringify(r.measured.opening);
