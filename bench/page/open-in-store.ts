import type { Project } from '../../src/core/project/model';
import { setState } from '../../src/renderer/store';

/** Opens a project in the app's store, as if main had read it from the disk. */
export function openInStore(project: Project, articleId: string): void {
  setState({
    open: {
      folder: '/bench',
      name: project.info.name,
      rows: { list: '', length: 0 },
      readOnly: null,
      held: false,
      report: [],
    },
    project,
    articleId,
  });
}
