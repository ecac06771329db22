import { cpSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of what an import counts, what it could not take as it was. */
const SHORT = ['lost', 'whole', 'unlinked', 'differing', 'links', 'values'];

/**
 * Every case that other programs wrote, imported by the command line into a copy of the project `blank`: leaves beside
 * its files what was said (said.json) and what the project holds then (project.json).
 */
export async function importAll(runCli, cases, blank) {
  for (const { folder, articles, texts } of cases) {
    const [files, project] = [join(folder, 'files'), join(folder, 'project')];
    cpSync(blank, project, { recursive: true });
    const complaints = [];
    let result = '';
    const streams = {
      write: async (text) => {
        result += text;
      },
      complain: (text) => complaints.push(text),
    };
    let code = 0;
    if (texts) code = await runCli(['import', project, texts, '--from', 'articles'], streams);
    result = '';
    if (code === 0 && readdirSync(files).length > 0)
      code = await runCli(
        ['import', project, files, '--json', ...(articles ? ['--from', 'articles'] : [])],
        streams,
      );
    const told = result === '' ? {} : JSON.parse(result);
    for (const name of SHORT) if (told[name] > 0) complaints.push(`${told[name]} ${name}`);
    const out = join(folder, 'export');
    const exported = await runCli(['export', project, '--format', 'marginalia-json', '--out', out], streams);
    if (exported === 0) {
      const name = readdirSync(out).find((file) => file.endsWith('.marginalia.json'));
      renameSync(join(out, name), join(folder, 'project.json'));
    }
    const said = { code: Math.max(code, exported), format: told.format ?? null, complaints };
    writeFileSync(join(folder, 'said.json'), JSON.stringify(said));
  }
}
