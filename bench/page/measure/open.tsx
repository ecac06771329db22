import { Tooltip } from 'radix-ui';
import { createRoot } from 'react-dom/client';
import { openArticle } from '../../../src/renderer/store';
import { LibraryView } from '../../../src/renderer/views/library-view';
import { annotationsOf, articleOf, projectOf } from '../../sample/project';
import { makeSample } from '../../sample/sample';
import { nextFrame, quiet, withinFrame } from '../frames';
import { openInStore } from '../open-in-store';

export interface Opening {
  /** From the call to the second animation frame, or a later one if marks are drawn only then, ms. */
  readonly small: readonly number[];
  readonly large: readonly number[];
}

/** Opens articles of 4,000 characters with 40 annotations, and one of 2,000,000 with 50,000, in turn. */
export async function measureOpening(host: HTMLElement, times: number): Promise<Opening> {
  const samples = [makeSample(4_000, 40), makeSample(4_001, 40), makeSample(2_000_000, 50_000)];
  const articles = samples.map((sample, index) => articleOf(`article-${index}`, sample, index));
  const annotations = samples.map((sample, index) => annotationsOf(articles[index]!.id, sample));
  openInStore(projectOf(articles, annotations), 'article-0');
  const root = createRoot(host);
  root.render(
    <Tooltip.Provider>
      <LibraryView />
    </Tooltip.Provider>,
  );
  const timed = async (index: number) => {
    await quiet(20);
    await withinFrame(() => {});
    const begin = performance.now();
    openArticle(`article-${index}`);
    await nextFrame();
    let now = await nextFrame();
    const first = annotations[index]!.find(({ spans }) => spans.length > 0)!.id;
    while (!host.querySelector(`[data-marks~="${first}"]`)) now = await nextFrame();
    return now - begin;
  };
  await timed(1);
  const small: number[] = [];
  const large: number[] = [];
  for (let time = 0; time < times; time++) {
    small.push(await timed(0), await timed(1));
    if (time % 3 === 0) large.push(await timed(2));
  }
  root.unmount();
  return { small, large };
}
