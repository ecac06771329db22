/** The peers that are shown in the window; the first is us. */
export const PEERS = {
  ours: 'Marginalia',
  codemirror: 'CodeMirror 6',
  naive: 'naive React spans',
  recogitoRanges: 'recogito, ready ranges',
  recogito: 'recogito, spans',
};

/** What is measured, by the names that `--only` takes. */
export const PARTS = [
  'paint',
  'add',
  'scroll',
  'memory',
  'open',
  'table',
  'save',
  'import',
  'export',
  'tag',
  'project',
  'start',
  'search',
  'propose',
];

/** The parts that measure a peer's page; the others have a page or a disk of their own. */
export const PAGE_PARTS = PARTS.slice(0, 4);

/** Those that drive the built app. */
export const APP_PARTS = ['import', 'export', 'tag', 'project', 'start'];

/** Characters of text and annotations on it, smallest first. */
const SIZES = [
  { chars: 5_000, annotations: 1_000 },
  { chars: 50_000, annotations: 1_000 },
  { chars: 50_000, annotations: 10_000 },
  { chars: 500_000, annotations: 10_000 },
  { chars: 500_000, annotations: 50_000 },
  { chars: 2_000_000, annotations: 50_000 },
];

/** Only the sizes that the goals of speed.md name first. */
const QUICK_SIZES = [SIZES[1], SIZES[2], SIZES[3]];

/** "500k, 10k" */
export const sizeName = ({ chars, annotations }) => `${thousands(chars)}, ${thousands(annotations)}`;

function thousands(number) {
  return number >= 1_000_000 ? `${number / 1_000_000}M` : `${number / 1_000}k`;
}

/**
 * What to run. A round goes over all sizes, and at each over all peers, so that slow and fast moments of the
 * machine fall on everybody; a peer slower than `slow` is not asked again, one slower than `limit` is ended. Scrolling is part of the first
 * round only, and editing of the first two.
 */
export function makePlan({ only, formats, quick, full }) {
  const wanted = (part) => only.length === 0 || only.includes(part);
  return {
    parts: PARTS.filter(wanted),
    formats,
    sizes: quick ? QUICK_SIZES : SIZES,
    rounds: quick ? 1 : 3,
    edits: 5,
    table: 200_000,
    slow: 4_000,
    megabytes: quick ? [0.1, 10] : [0.1, 1, 10, 96],
    imported: quick ? 1_000 : 10_000,
    kinds: quick ? 100 : 1_000,
    proposed: quick ? 200 : 2_000,
    exported: quick ? 1_000 : 10_000,
    openings: quick ? 2 : 5,
    searched: 10_000,
    limit: full ? 900_000 : 60_000,
  };
}

/** Which parts a peer has at a size. */
export function partsFor(peer, { chars, annotations }, parts) {
  const has = (part) => {
    if (!PAGE_PARTS.includes(part)) return false;
    if (part === 'memory') return chars === 500_000 && annotations === 50_000 && peer !== 'recogitoRanges';
    if (peer === 'recogitoRanges') return part === 'paint';
    if (part === 'scroll' && chars < 50_000) return false;
    if (part === 'scroll') return peer !== 'naive' && (peer !== 'recogito' || annotations <= 10_000);
    return true;
  };
  return parts.filter(has);
}
