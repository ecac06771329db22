import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Finding } from '../../core/doctor/finding';
import type { Project } from '../../core/project/model';
import type { Disk } from '../store/disk';
import { readWhole } from '../store/file-bytes';
import { finding, note } from './words';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** Are the texts and the original bytes of articles still what was imported? */
export async function checkArticles(
  disk: Disk,
  folder: string,
  project: Project,
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const { id, title, text, sha256: sum } of project.articles.values()) {
    if (sha256(text) === sum) continue;
    const what = `The text of “${title}” is not the one that was imported.`;
    const can = 'Restore a backup from before it changed, or import the article again.';
    found.push(finding('article-changed', `articles/${id}.json`, what, can));
  }
  const left: string[] = [];
  for (const { name, kind } of await disk.list(join(folder, 'articles')).catch(() => [])) {
    if (kind !== 'file' || !name.endsWith('.orig')) continue;
    const article = project.articles.get(name.slice(0, -'.orig'.length));
    if (!article) left.push(name);
    else if (
      sha256((await readWhole(disk, join(folder, 'articles', name))).bytes) !== article.origin.bytesSha256
    ) {
      const what = `The file that “${article.title}” was imported from is not what it was. The text is.`;
      found.push(
        finding('original-changed', `articles/${name}`, what, 'Put the file back from a copy of yours.'),
      );
    }
  }
  if (left.length > 0) {
    const are = left.length === 1 ? 'The file of an article is' : `The files of ${left.length} articles are`;
    const what = `${are} still here, though deleted from the project: ${left.slice(0, 5).join(', ')}${left.length > 5 ? ', …' : ''}.`;
    const can = 'Kept so that a deletion can be taken back. When it is for good, delete by hand.';
    found.push(note('original-left', `articles/${left[0]}`, what, can));
  }
  return found;
}
