import { join } from 'node:path';
import { repairProject } from '../../core/commands/repair-project';
import { checkProject } from '../../core/doctor/check-project';
import type { Finding } from '../../core/doctor/finding';
import type { Project } from '../../core/project/model';
import { allAnnotations } from '../../core/project/query';
import type { CheckReport } from '../../shared/api';
import { listBackups } from '../store/backups';
import { olderFiles } from '../store/before-migration';
import type { Disk } from '../store/disk';
import { segmentsOf } from '../store/journal-archive';
import { PROJECT } from '../store/layout';
import { listProject } from '../store/listing';
import type { Loaded } from '../store/load';
import { loadProject } from '../store/load';
import { checkIsProject, Refusal } from '../store/project-store';
import { sayJournal } from '../store/report';
import { checkArticles } from './check-articles';
import { checkBackups, checkSegments } from './check-history';
import { findOtherVersions } from './other-versions';
import { annotationsAside, finding, note } from './words';

/**
 * Looks through a project folder as it lies on the disk, without its lock and without changing anything. What is
 * not as it should be is told in plain words. Throws a Refusal for a folder that holds no project.
 */
export async function examine(disk: Disk, folder: string): Promise<CheckReport> {
  const listing = await listProject(disk, folder);
  const segments = await segmentsOf(disk, folder);
  const backups = await listBackups(disk, join(folder, 'backups'));
  const history = [...(await checkBackups(disk, folder)), ...(await checkSegments(disk, folder))];
  const seen = { folder, files: listing.tables.size + segments.length + backups.length };
  try {
    checkIsProject(listing, segments.length, folder);
    const loaded = await loadProject(disk, folder, listing);
    const { project } = loaded;
    const findings = [
      ...checkFiles(loaded),
      ...annotationsAside(loaded, revivedOf(project, loaded)),
      ...checkProject(project),
      ...(await checkArticles(disk, folder, project)),
      ...(await findOtherVersions(disk, folder, project)).map((version) => version.finding),
      ...history,
      ...listing.temps.map(underWay),
      ...(await setAsideFiles(disk, folder)),
    ];
    const annotations = [...allAnnotations(project)].length;
    return { ...seen, name: project.info.name, articles: project.articles.size, annotations, findings };
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'not-a-project') throw error;
    const can = 'Restore a backup: File, Restore from a backup. Nothing in the folder was changed.';
    const closed = finding('damaged-file', PROJECT, error.message, can);
    return { ...seen, name: null, articles: 0, annotations: 0, findings: [closed, ...history] };
  }
}

/** Which of the records kept aside a repair would bring back. */
function revivedOf(project: Project, { setAside }: Loaded): ReadonlySet<unknown> {
  const records = [...setAside.values()].flat().map(({ record }) => record);
  // The time stands in what is made, and nothing of that is kept.
  const { revived } = repairProject(project, { records, at: '-' });
  return new Set(records.filter((_, index) => revived.has(index)));
}

function checkFiles(loaded: Loaded): readonly Finding[] {
  const { damaged, lost, journal, readOnly } = loaded;
  const found = [...damaged].map(([path, sentence]) =>
    lost.has(path)
      ? finding(
          'missing-file',
          path,
          sentence,
          'Restore a backup that has it. The next opening sets the damaged file aside.',
        )
      : finding(
          'damaged-file',
          path,
          sentence,
          'A repair, or the next opening, makes it anew and sets the damaged one aside.',
          true,
        ),
  );
  const older = olderFiles(loaded);
  if (older.length > 0) {
    const what = `${older.length} files were written by an earlier version of Marginalia.`;
    found.push(
      note(
        'older-schema',
        older[0]!,
        what,
        'They are kept and brought to this version at the next opening.',
        true,
      ),
    );
  }
  if (readOnly !== null) {
    const newer = /newer version/.test(readOnly);
    const can = newer ? 'Open it with the version that wrote it.' : 'Restore a backup that has the file.';
    found.push(finding(newer ? 'newer-schema' : 'missing-file', PROJECT, readOnly, can));
  }
  const said = journal ? sayJournal(journal) : ['The journal is missing: the last changes may not be here.'];
  const can = 'A repair, or the next opening, keeps what is whole and sets the rest aside.';
  return [...found, ...said.map((sentence) => finding('journal', 'journal.jsonl', sentence, can, true))];
}

function underWay(path: string): Finding {
  const what = 'A file that was being written when a program stopped. What it was to replace is there.';
  return note('file-under-way', path, what, 'A repair sets it aside.', true);
}

async function setAsideFiles(disk: Disk, folder: string): Promise<readonly Finding[]> {
  const names = await disk.list(join(folder, 'set-aside')).catch(() => []);
  if (names.length === 0) return [];
  const [are, them] = names.length === 1 ? ['One file is', 'it'] : [`${names.length} files are`, 'them'];
  const what = `${are} set aside: what could not be used, word for word as it was.`;
  return [
    note(
      'set-aside-file',
      'set-aside',
      what,
      `Look at ${them}; when nothing is missed, delete ${them} by hand.`,
    ),
  ];
}
