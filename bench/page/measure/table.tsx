import { Tooltip } from 'radix-ui';
import { createRoot } from 'react-dom/client';
import type { Selection } from '../../../src/core/project/select';
import type { SortedBy } from '../../../src/renderer/views/table-store';
import { setTable } from '../../../src/renderer/views/table-store';
import { TableView } from '../../../src/renderer/views/table-view';
import { tableProject } from '../../sample/table-project';
import { nextFrame, quiet, withinFrame } from '../frames';
import { openInStore } from '../open-in-store';

export interface TableTimes {
  readonly annotations: number;
  /** Until the first rows stand on the screen, ms. */
  readonly open: number;
  /** The time of each frame while scrolling by 3 rows a frame, by 20, and by 1,000, ms. */
  readonly scrollSlow: readonly number[];
  readonly scroll: readonly number[];
  readonly scrollFar: readonly number[];
  /** From the change of the question, or of the sorting, until its rows stand on the screen, ms. */
  readonly filters: Readonly<Record<string, number>>;
  readonly sorts: Readonly<Record<string, number>>;
}

const FRAMES = 120;
const ROW = 35;

const FILTERS: Readonly<Record<string, Selection>> = {
  'a layer and a value': { layers: ['claim'], attributes: { kind: ['factual'] } },
  'words in the text': { text: 'minister' },
  'a speaker, inherited too': { speakers: ['s7'] },
};
const SORTS: Readonly<Record<string, SortedBy>> = {
  speaker: [{ column: 'speaker', descending: false }],
  changed: [{ column: 'changed', descending: true }],
  'outlet, then changed': [
    { column: 'outlet', descending: true },
    { column: 'changed', descending: false },
  ],
};

/** Shows all annotations of a project in the app's table: opens, scrolls, filters and sorts it. */
export async function measureTable(host: HTMLElement, annotations: number): Promise<TableTimes> {
  openInStore(tableProject(annotations), 'article-0');
  await quiet();
  const root = createRoot(host);
  await withinFrame(() => {});
  const begin = performance.now();
  root.render(
    <Tooltip.Provider>
      <div className="window">
        <TableView />
      </div>
    </Tooltip.Provider>,
  );
  while (!host.querySelector('.table-rows .table-row')) await nextFrame();
  const open = (await nextFrame()) - begin;
  const grid = host.querySelector<HTMLElement>('.table-grid')!;
  const result = {
    annotations,
    open,
    scrollSlow: await scroll(grid, 3 * ROW),
    scroll: await scroll(grid, 20 * ROW),
    scrollFar: await scroll(grid, 1_000 * ROW),
    filters: {} as Record<string, number>,
    sorts: {} as Record<string, number>,
  };
  for (const [name, selection] of Object.entries(FILTERS)) {
    result.filters[name] = await shown(grid, () => setTable({ selection }));
    await shown(grid, () => setTable({ selection: {} }));
  }
  for (const [name, sorting] of Object.entries(SORTS)) {
    result.sorts[name] = await shown(grid, () => setTable({ sorting }));
    await shown(grid, () => setTable({ sorting: [] }));
  }
  root.unmount();
  return result;
}

/** Scrolls down so far each frame, from the top; the table is long enough. */
async function scroll(grid: HTMLElement, step: number): Promise<readonly number[]> {
  grid.scrollTop = 0;
  await quiet(20);
  const frames: number[] = [];
  let before = await withinFrame(() => performance.now());
  for (let frame = 0; frame < FRAMES; frame++) {
    grid.scrollTop += step;
    const now = await withinFrame(() => performance.now());
    frames.push(now - before);
    before = now;
  }
  if (!grid.querySelector('.table-rows .table-row')) throw new Error('the table came to an end');
  return frames.slice(1);
}

/** From a change until other rows than before stand on the screen, ms. */
async function shown(grid: HTMLElement, change: () => void): Promise<number> {
  grid.scrollTop = 0;
  await quiet();
  const rows = () => [grid.ariaRowCount, ...rowTexts(grid)].join('\n');
  const before = rows();
  await withinFrame(() => {});
  const begin = performance.now();
  change();
  let now = await nextFrame();
  while (rows() === before) {
    if (now - begin > 10_000) throw new Error('the rows never changed');
    now = await nextFrame();
  }
  return now - begin;
}

function* rowTexts(grid: HTMLElement): Generator<string> {
  for (const row of grid.querySelectorAll('.table-rows .table-row')) yield row.textContent;
}
