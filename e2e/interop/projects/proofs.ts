// Writes every proof project, in Marginalia's own format, and what is in it: proofs.js <repository> <folder>
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marginaliaJson } from '../../../src/core/formats/marginalia-json';
import { expectationOf } from './expectation';
import { crlf, empty, lost, quiet } from './plain';
import { random } from './random';
import { sample } from './sample';
import { controls, golden, scripts } from './scripts';
import { shapes } from './shapes';

const [root, out] = process.argv.slice(2) as [string, string];

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
  const folder = join(out, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'project.json'), marginaliaJson.serialize(project).files[0]!.data);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expectationOf(name, project), null, 1)}\n`);
}
