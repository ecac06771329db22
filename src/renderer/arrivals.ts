import type { Project } from '../core/project/model';
import type { ProjectRows } from '../core/project/project-rows';
import { GrowingProject } from '../core/project/project-rows';
import type { InPortions } from '../shared/api';

/** So many portions are asked for before they are needed: main makes the next while one is read here. */
const AHEAD = 3;

/** What main has too much of for one message, portion by portion, so that the window stays alive meanwhile. */
export async function* portionsOf<Portion>({ list }: InPortions): AsyncGenerator<Portion> {
  const asked = Array.from({ length: AHEAD }, () => window.desktop.nextPortion(list));
  for (let next = asked.shift(); next; next = asked.shift()) {
    const portion = await next;
    if (portion === '') return;
    asked.push(window.desktop.nextPortion(list));
    yield JSON.parse(portion) as Portion;
  }
}

/** All items of a list. Rejects when some did not arrive. */
export async function listOf<Item>(items: InPortions): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const portion of portionsOf<readonly Item[]>(items)) for (const item of portion) all.push(item);
  if (all.length < items.length) throw new Error('Not all of what was read has arrived.');
  return all;
}

/** A project of these rows; null when main gave up handing it over. `onRows` is told how many have come. */
export async function projectOf(
  rows: InPortions,
  onRows: (done: number) => void = () => {},
): Promise<Project | null> {
  const growing = new GrowingProject();
  let done = 0;
  for await (const portion of portionsOf<readonly ProjectRows[]>(rows)) {
    for (const some of portion) {
      growing.add(some);
      done += some[1].length;
    }
    onRows(done);
  }
  return done === rows.length ? growing.whole() : null;
}
