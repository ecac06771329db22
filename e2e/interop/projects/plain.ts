import { emptyProject } from '../../../src/core/project/empty';
import { builder, type Proof } from './build';

/** No article at all. */
export function empty(): Proof {
  const info = { id: 'empty', name: 'empty', note: '', createdAt: '2024-05-01T08:00:00.000Z' };
  return { name: 'empty', project: emptyProject(info, { id: 'ada', name: 'Ada' }) };
}

/** Articles without annotations beside one with, and one without a word. */
export function quiet() {
  const { article, mark, proof } = builder('quiet');
  article('Nothing is 😀 marked here.');
  const made = article('The crane\nwas sold.');
  mark(made, ['crane']);
  article('');
  return proof('quiet');
}

/** An article that came with returns and newlines at the ends of its lines, which import makes newlines. */
export function crlf() {
  const { article, mark, proof } = builder('crlf');
  const text = 'First 😀 line.\nSecond line, she said.\n\nThird “line”.\n';
  const bytes = Buffer.from(text.replaceAll('\n', '\r\n'));
  const origin = {
    fileName: 'crlf.txt',
    format: 'txt',
    encoding: 'utf-8',
    lineEnds: 'crlf',
    bytes: bytes.length,
    bytesSha256: '1'.repeat(64),
  } as const;
  const made = article(text, { origin });
  for (const words of ['line.\nSecond', 'she said', 'Third “line”']) mark(made, [words]);
  return proof('crlf');
}

/** Annotations of a layer, and with attributes, that the codebook has lost. */
export function lost() {
  const { article, mark, proof } = builder('lost');
  const made = article('The 😀 ferry had no working brakes.');
  mark(made, ['ferry'], { layer: 'rumour', attributes: { tone: 'low', weight: 2 } });
  mark(made, ['no working'], { attributes: { kind: 'factual', tags: ['b', 'a'], loud: true } });
  mark(made, ['brakes'], { attributes: { tags: ['c'] } });
  return proof('lost');
}
