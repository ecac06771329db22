import type { Project, Reading } from '../../project/model';
import { parseAnnotator, parseClaim, parseInfo, parseReading, parseSpeaker } from '../../project/validate';
import type { XmlElement } from '../uima/xml-read';
import { xmlSafe } from '../uima/xml-text';
import { record } from '../web-json';
import { attribute, each, textIn, timeIn } from './elements';
import { readOurs } from './ours';
import { orFault } from './qdc';
import type { ForeignCase } from './read-qde';

/**
 * The project with what its file says outside the texts: its date and note, the registers, who annotates. What another
 * program has changed of our own entries, counts.
 */
export function withRegisters(
  project: Project,
  path: string,
  root: XmlElement,
  told: {
    readonly foreignCases: readonly ForeignCase[];
    readonly readings: ReadonlyMap<string, Reading>;
  },
): Project {
  const speakers = new Map(project.speakers);
  const claims = new Map(project.claims);
  const annotators = new Map(project.annotators);
  const readings = new Map([...project.readings, ...told.readings]);
  const ours = (elements: readonly XmlElement[], take: (value: object, element: XmlElement) => void) => {
    for (const element of elements) {
      const value = readOurs(element);
      if (value) orFault(path, element, () => take(value, element));
    }
  };
  for (const { id, name, note } of told.foreignCases) {
    speakers.set(id, { id, name, aliases: [], kind: 'unspecified', note });
  }
  ours(each(root, 'Cases', 'Case'), (value, element) => {
    const { note, name, ...speaker } = parseSpeaker(value);
    const changed = changedTo(note, textIn(element, 'Description'));
    const named = changedTo(name, attribute(element, 'name')) || name;
    speakers.set(speaker.id, { ...speaker, name: named, note: changed });
  });
  ours(each(root, 'Notes', 'Note'), (value, element) => {
    const { wording, ...claim } = parseClaim(value);
    claims.set(claim.id, { ...claim, wording: changedTo(wording, textIn(element, 'PlainTextContent')) });
  });
  ours(each(root, 'Users', 'User'), (value, element) => {
    const { id, name } = parseAnnotator(value);
    annotators.set(id, { id, name: changedTo(name, attribute(element, 'name')) || name });
  });
  const info = orFault(path, root, () => infoOf(project, root));
  return { ...project, info, speakers, claims, annotators, readings };
}

/** How far the reading of texts had come, as their sources say. */
export class Readings {
  readonly #all: Reading[] = [];

  constructor(readonly path: string) {}

  take(source: XmlElement): void {
    const { reading } = (source.name === 'TextSource' && readOurs(source)) || {};
    if (reading !== undefined) this.#all.push(orFault(this.path, source, () => parseReading(reading)));
  }

  /** Those of the articles that there are. */
  of(known: (article: string) => boolean): ReadonlyMap<string, Reading> {
    return new Map(this.#all.filter(({ id }) => known(id)).map((reading) => [reading.id, reading]));
  }
}

function infoOf(project: Project, root: XmlElement): Project['info'] {
  const name = attribute(root, 'name');
  const note = textIn(root, 'Description');
  const own = record(readOurs(root)?.info);
  if (own.id !== undefined) {
    const info = parseInfo(own);
    return { ...info, name: changedTo(info.name, name) || info.name, note: changedTo(info.note, note) };
  }
  const createdAt = timeIn(root, 'creationDateTime') ?? project.info.createdAt;
  return { ...project.info, name: name.trim() || project.info.name, note: note.trim(), createdAt };
}

/** What the file says, unless that is only what we wrote of `ours`: XML cannot hold every character. */
function changedTo(ours: string, said: string): string {
  return xmlSafe(ours) === said ? ours : said;
}
