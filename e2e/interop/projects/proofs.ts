// Writes every proof project, in Marginalia's own format, and what is in it, into folders by its name; and into others
// projects that are not what stands beside them; and a project to import into:
// proofs.js <repository> <folder of proofs> <folder of faults> <folder of the blank project>
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marginaliaJson } from '../../../src/core/formats/marginalia-json';
import { emptyProject } from '../../../src/core/project/empty';
import type { Project } from '../../../src/core/project/model';
import { createProject } from '../../../src/main/store/project-store';
import { expectationOf } from './expectation';
import { withFaults } from './faults';
import { crlf, empty, lost, quiet } from './plain';
import { random } from './random';
import { sample } from './sample';
import { controls, golden, scripts } from './scripts';
import { shapes } from './shapes';

const [root, proofs, faults, blank] = process.argv.slice(2) as [string, string, string, string];

function write(folder: string, name: string, project: Project, expected: Project): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'project.json'), marginaliaJson.serialize(project).files[0]!.data);
  const plain = (of: Project) => `${JSON.stringify(expectationOf(name, of), null, 1)}\n`;
  writeFileSync(join(folder, 'expected.json'), plain(expected));
  // What is in it after all, for programs that write it.
  if (project !== expected) writeFileSync(join(folder, 'plain.json'), plain(project));
}

for (const { name, project } of [
  golden(),
  scripts(),
  controls(),
  shapes(),
  crlf(),
  quiet(),
  empty(),
  lost(),
  random(),
  sample(root),
]) {
  write(join(proofs, name), name, project, project);
}

const { project } = golden();
for (const [fault, other] of Object.entries(withFaults(project, 'firetrucks', 'drive'))) {
  write(join(faults, fault.replaceAll(' ', '-')), fault, other, project);
}

const info = { id: 'blank', name: 'Blank', note: '', createdAt: '2024-05-01T08:00:00.000Z' };
const store = await createProject(blank, emptyProject(info, { id: 'ada', name: 'Ada' }));
await store.close();
