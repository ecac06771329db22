import type { Codebook } from '../../project/codebook';
import { layerOf } from '../../project/codebook';
import { normalise } from '../../text/span';
import type { Piece, PieceLink, Pieces } from '../marks/piece';
import { stored } from '../marks/stored-names';
import { acrossBreaks } from './line-breaks';
import type { BratEvent, BratLines, TextBound } from './model';
import { argumentName, CONTENT, cueRole, EQUIV } from './names';
import { frameLayer, layerNamed, roleNamed, sameName } from './our-names';
import { readAbout, registerLinks } from './read-about';

/** Pieces, and the types of events that were read as a layer of the codebook that is called something else. */
export interface ReadPieces extends Pieces {
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * What the lines of one .ann file say, in the terms of a codebook as far as it knows them. Every text-bound
 * annotation is a piece, but those that only say where an argument of an event stands ("Source" of an attribution):
 * they are passages of the event's roles. An event with `Content` is an attribution (PolNeAR's, or one of ours):
 * the words of its content are what is marked, and what it is called by is a layer of the codebook with a cue.
 */
export function readPieces(lines: Omit<BratLines, 'odd'>, text: string, codebook: Codebook): ReadPieces {
  const textBounds = new Map(lines.textBounds.map((textBound) => [textBound.id, textBound]));
  const triggers = new Map<string, string>();
  for (const { id, trigger } of lines.events) if (!triggers.has(trigger)) triggers.set(trigger, id);
  const handleOf = (id: string) => triggers.get(id) ?? id;
  const plain = onlyArguments(lines, textBounds, triggers);
  const about = readAbout(lines, handleOf, codebook);
  const renamed = new Map<string, string>();
  const labels = new Map<string, string>();
  const pieces: Piece[] = [];
  const links: PieceLink[] = [];
  const add = (key: string, label: string, spans: TextBound['spans']) => {
    labels.set(key, label);
    pieces.push({ key, label, spans: acrossBreaks(text, spans), ...about(key, label) });
  };
  for (const { id, type, spans } of lines.textBounds) {
    if (!triggers.has(id) && !plain.has(id)) add(id, layerNamed(codebook, type), spans);
  }
  for (const event of lines.events) {
    const contents = event.args.filter(({ role, target }) => sameName(role, CONTENT) && plain.has(target));
    const framed = contents.length > 0;
    const label = framed ? frameLayer(codebook, event.type) : layerNamed(codebook, event.type);
    if (framed && stored(label) !== event.type) renamed.set(event.type, label);
    const marked = contents.flatMap(({ target }) => textBounds.get(target)!.spans);
    add(event.id, label, framed ? normalise(marked) : textBounds.get(event.trigger)!.spans);
    for (const { role, target } of event.args) {
      if (framed && sameName(role, CONTENT)) continue;
      const passage = plain.has(target) ? textBounds.get(target)!.spans : undefined;
      const to = passage ? { spans: acrossBreaks(text, passage) } : { piece: handleOf(target) };
      links.push({ from: event.id, role: roleNamed(codebook, label, role, argumentName), to });
    }
    if (framed) links.push(...cueOf(event, label, codebook, textBounds, marked, text));
  }
  for (const { type, from, to } of lines.relations) {
    const owner = handleOf(from);
    const role = roleNamed(codebook, labels.get(owner), type, stored);
    links.push({ from: owner, role, to: { piece: handleOf(to) } });
  }
  for (const [first, ...others] of lines.equivs) {
    for (const other of others)
      links.push({ from: handleOf(first!), role: EQUIV, to: { piece: handleOf(other) } });
  }
  return { pieces, links: [...links, ...registerLinks(lines, labels, codebook, handleOf)], renamed };
}

/** The trigger of an attribution is its cue, when nothing else is said to be and it is not the words attributed. */
function cueOf(
  { id, trigger, args }: BratEvent,
  label: string,
  codebook: Codebook,
  textBounds: ReadonlyMap<string, TextBound>,
  marked: TextBound['spans'],
  text: string,
): readonly PieceLink[] {
  const cue = cueRole(layerOf(codebook, label));
  const { spans } = textBounds.get(trigger)!;
  if (cue === undefined || args.some(({ role }) => sameName(role, argumentName(cue)))) return [];
  if (JSON.stringify(spans) === JSON.stringify(normalise(marked))) return [];
  return [{ from: id, role: cue, to: { spans: acrossBreaks(text, spans) } }];
}

/** Text-bound annotations that nothing is known of but which argument of which events they are. */
function onlyArguments(
  lines: Omit<BratLines, 'odd'>,
  textBounds: ReadonlyMap<string, TextBound>,
  triggers: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const plain = new Set<string>();
  const more = new Set<string>();
  for (const { args } of lines.events) {
    for (const { role, target } of args) {
      const type = textBounds.get(target)?.type;
      (type !== undefined && sameName(argumentName(type), role) ? plain : more).add(target);
    }
  }
  for (const { from, to } of lines.relations) more.add(from).add(to);
  for (const { target } of [...lines.attributes, ...lines.normalisations, ...lines.notes]) more.add(target);
  for (const member of lines.equivs.flat()) more.add(member);
  for (const id of more) plain.delete(id);
  for (const id of triggers.keys()) plain.delete(id);
  return plain;
}
