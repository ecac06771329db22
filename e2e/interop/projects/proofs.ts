// Writes every proof project, in Marginalia's own format, and what is in it, into folders by its name; and into others
// projects that are not what stands beside them: proofs.js <repository> <folder of proofs> <folder of faults>
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marginaliaJson } from '../../../src/core/formats/marginalia-json';
import type { Project } from '../../../src/core/project/model';
import { expectationOf } from './expectation';
import { withFaults } from './faults';
import { crlf, empty, lost, quiet } from './plain';
import { random } from './random';
import { sample } from './sample';
import { controls, golden, scripts } from './scripts';
import { shapes } from './shapes';

const [root, proofs, faults] = process.argv.slice(2) as [string, string, string];

function write(folder: string, name: string, project: Project, expected: Project): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'project.json'), marginaliaJson.serialize(project).files[0]!.data);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expectationOf(name, expected), null, 1)}\n`);
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
