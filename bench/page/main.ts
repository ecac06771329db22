import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/literata/opsz.css';
import '../../src/renderer/tokens.css';
import '../../src/renderer/app.css';
import './peers/peers.css';
import './stub-desktop';
import { makeSample, type Sample } from '../sample/sample';
import { quiet } from './frames';
import { measureEdits } from './measure/edit';
import { measureOpening } from './measure/open';
import { measureFloor, measurePaint } from './measure/paint';
import { measureScroll } from './measure/scroll';
import { measureTable } from './measure/table';
import { codemirror } from './peers/codemirror';
import { naive } from './peers/naive';
import { ours } from './peers/ours';
import { recogito, recogitoRanges } from './peers/recogito';
import type { Peer, Surface } from './peers/surface';

const peers: Readonly<Record<string, Peer>> = { ours, codemirror, naive, recogito, recogitoRanges };

const host = document.getElementById('host')!;
let sample: Sample;
let surface: Surface;

/** What the window's process calls, one after the other; a fresh page for every peer and size. */
globalThis.bench = {
  floor: () => measureFloor(),
  /** Loads the faces of the text, and runs the peer once on a small text so that its code is compiled. */
  async warmUp(peer: string) {
    await Promise.all([
      document.fonts.load('18px "Literata Variable"'),
      document.fonts.load('13px "Inter Variable"'),
    ]);
    const small = makeSample(5_000, 50);
    const first = await peers[peer]!(host, small);
    await measurePaint(first, host, small);
    first.unmount();
    host.replaceChildren();
  },
  async mount(peer: string, chars: number, annotations: number) {
    sample = makeSample(chars, annotations);
    surface = await peers[peer]!(host, sample);
    await quiet(20);
  },
  paint: () => measurePaint(surface, host, sample),
  edit: (times: number) => measureEdits(surface, sample, times),
  scroll: (step: number) => measureScroll(surface, sample, step),
  open: (times: number) => measureOpening(host, times),
  table: (annotations: number) => measureTable(host, annotations),
};

declare global {
  var bench: unknown;
  var gc: (() => void) | undefined;
}
