/** How much text is handed over at once: large enough to be fast, small enough not to be felt. */
const BLOCK_LENGTH = 1 << 17;

/**
 * The value as JSON.stringify(value, null, 2) would give it, in pieces: lists and records near the top come
 * element by element, so that a project of 40 MB never stands in one string. `indent` is what each line but
 * the first begins with.
 */
export function* prettyJson(value: unknown, indent = '', depth = 0): Generator<string> {
  if (depth < 3 && Array.isArray(value) && value.length > 0) {
    yield* group(
      '[',
      value.map((item) => ['', item] as const),
      ']',
      indent,
      depth,
    );
  } else if (depth < 3 && isRecord(value)) {
    const rows = Object.entries(value).filter(([, item]) => item !== undefined);
    if (rows.length === 0) yield '{}';
    else
      yield* group(
        '{',
        rows.map(([key, item]) => [`${JSON.stringify(key)}: `, item] as const),
        '}',
        indent,
        depth,
      );
  } else {
    const text = JSON.stringify(value ?? null, null, 2);
    // No string of JSON holds a raw line end, so each one here is between two values.
    yield indent === '' ? text : text.replaceAll('\n', `\n${indent}`);
  }
}

function* group(
  open: string,
  rows: readonly (readonly [key: string, item: unknown])[],
  close: string,
  indent: string,
  depth: number,
): Generator<string> {
  const inner = `${indent}  `;
  let before = `${open}\n`;
  for (const [key, item] of rows) {
    yield `${before}${inner}${key}`;
    yield* prettyJson(item, inner, depth + 1);
    before = ',\n';
  }
  yield `\n${indent}${close}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Joins small pieces of text into UTF-8 blocks of about 128 KB. */
export function* inBlocks(pieces: Iterable<string>): Generator<Buffer> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < BLOCK_LENGTH) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
