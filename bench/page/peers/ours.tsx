import { Tooltip } from 'radix-ui';
import { createRoot } from 'react-dom/client';
import { run } from '../../../src/renderer/actions/table';
import { ReaderPane } from '../../../src/renderer/reader/reader-pane';
import { currentArticle, setState, state, useStore } from '../../../src/renderer/store';
import { annotationsOf, articleOf, projectOf } from '../../sample/project';
import type { PlainMark, Sample } from '../../sample/sample';
import { nextFrame } from '../frames';
import { openInStore } from '../open-in-store';
import { isInside, lengthOf, textAt } from './plain-text';
import type { Surface } from './surface';

function Reader() {
  const article = useStore(currentArticle);
  return (
    <main className="library-view folded">
      {article && <ReaderPane key={article.id} article={article} />}
    </main>
  );
}

/**
 * Our reader with its margin, on the app's own store. Adding, resizing and removing are the app's own actions,
 * undo, focus and all.
 */
export async function ours(host: HTMLElement, sample: Sample): Promise<Surface> {
  const article = articleOf('bench', sample);
  const annotations = annotationsOf(article.id, sample);
  openInStore(projectOf([article], []), article.id);
  const root = createRoot(host);
  root.render(
    <Tooltip.Provider>
      <Reader />
    </Tooltip.Provider>,
  );
  while (!host.querySelector('.scroller')) await nextFrame();
  return {
    hand: () => {
      const project = state().project!;
      setState({ project: { ...project, annotations: new Map([[article.id, annotations]]) } });
    },
    select: ({ start, end }: PlainMark) =>
      setState({ passage: { span: { start, end }, head: end }, focusId: null }),
    add: ({ layer }) => {
      run(`tag-${layer}`);
      return state().focusId!;
    },
    resize: () => run('end-right'),
    remove: () => run('delete'),
    scroller: host.querySelector<HTMLElement>('.scroller')!,
    extentOf: (id) => lengthOf(host, `[data-marks~="${id}"], [data-marks~="${article.id}-${id}"]`),
    textAt,
    isMarked: (place) => isInside('[data-marks]', place),
    unmount: () => {
      root.unmount();
      setState({ open: null, project: null, articleId: null, focusId: null, passage: null });
    },
  };
}
