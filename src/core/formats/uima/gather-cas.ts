import { counted } from '../counted';
import type { Gathering } from '../marks/gather';
import type { Shown } from '../marks/piece';
import { CARRIED, type Cas, DOCUMENT, type Structure } from './cas';
import { inceptionPath } from './inception-path';
import type { CasNames } from './names';
import { readPieces } from './read-cas';
import { writeMarks } from './write-cas';

/**
 * Adds the text of a CAS and what is marked in it. `again`: what structures are after they were written to a file of
 * this kind and read, where that changes them.
 */
export function gatherCas(
  gathering: Gathering,
  path: string,
  cas: Cas,
  names: CasNames,
  again: (structures: readonly Structure[]) => readonly Structure[] = (same) => same,
): void {
  const { odd, keyed, pieces, links } = readPieces(cas, names);
  const project = inceptionPath(path);
  const by = project?.annotator ?? undefined;
  if (odd > 0) {
    gathering.warnings.push(
      `${path}: ${counted(odd, 'annotation is nowhere in the text and is left out', 'annotations are nowhere in the text and are left out')}`,
    );
  }
  const carried = carriedIn(gathering, path, cas);
  const title = titleOf(cas);
  gathering.add({
    pieces: by === undefined ? pieces : pieces.map((piece) => ({ ...piece, by })),
    links,
    place: path,
    fileName: path,
    name: stemOf(project?.document ?? path.replace(/^.*\//, '')),
    ...(project ? { document: project.document } : {}),
    ...(title === undefined ? {} : { title }),
    text: cas.text,
    ...(carried === undefined ? {} : { carried }),
    show: ({ annotations, registers }): Shown => {
      let last = 0;
      const { structures, members, owners } = writeMarks(annotations, names, registers, () => ++last);
      const shown = readPieces(
        { text: cas.text, structures: again(structures), members: new Set(members) },
        names,
      );
      return { pieces: shown.pieces, links: shown.links, owners };
    },
    recognise: keyed ? 'key' : 'place',
  });
}

const stemOf = (name: string) => name.replace(/\.[^.]*$/, '') || name;

function carriedIn(gathering: Gathering, path: string, { structures }: Cas): unknown {
  const json = structures.find(({ type }) => type === CARRIED)?.features.get('json');
  if (typeof json !== 'string') return undefined;
  try {
    return JSON.parse(json);
  } catch {
    gathering.warnings.push(`${path}: what Marginalia had written for itself cannot be read`);
    return undefined;
  }
}

/** The title of the document, unless it is only the name of a file. */
function titleOf({ structures }: Cas): string | undefined {
  const title = structures.find(({ type }) => type === DOCUMENT)?.features.get('documentTitle');
  if (typeof title !== 'string' || title.trim() === '' || /\.[a-z]{2,5}$/i.test(title)) return undefined;
  return title.trim();
}
