import type { Span } from '../../text/span';
import { normalise } from '../../text/span';
import { type Coding, type Group, groupsOf, pieceOf } from '../codes/groups';
import { CONTINUES, type LinkEnd, type Piece, type PieceLink, type Pieces } from '../marks/piece';
import { usableName } from '../marks/usable-name';
import type { XmlElement } from '../uima/xml-read';
import { all, guidIn, refsIn, textIn, timeIn } from './elements';
import type { Qde, QdeLink } from './qde';

/** What could not be taken, by kind. */
export interface Untaken {
  nowhere: number;
  uncoded: number;
  codeless: number;
  links: number;
}

/** The layer of passages that have a comment and no code. */
const COMMENT = 'Note';
/** The role that says whose case a passage belongs to. */
const CASE = 'case';

/**
 * What is marked in a source: its selections and codings as pieces, links between them. `place` puts a selection into
 * the text (UTF-16); null = nowhere.
 */
export function readMarks(
  source: XmlElement,
  qde: Qde,
  place: (selection: XmlElement) => Span | null,
): Pieces & { readonly untaken: Untaken } {
  const untaken: Untaken = { nowhere: 0, uncoded: 0, codeless: 0, links: 0 };
  const pieces: Piece[] = [];
  const links: PieceLink[] = [];
  /** GUID of a selection or coding -> key of the piece it is. */
  const keys = new Map<string, string>();
  const bare = new Map<string, { span: Span; element: XmlElement }>();
  const add = (guid: string, groups: readonly Group[], spans: readonly Span[], note: string) => {
    groups.forEach((group, at) => {
      const own = spans.length > 0 ? guid : group.codings[0]!.key;
      const key = at === 0 || spans.length === 0 ? own : `${own} ${at + 1}`;
      for (const coding of group.codings) keys.set(coding.key, key);
      if (at === 0 && spans.length > 0) keys.set(guid, key);
      pieces.push(pieceOf(key, group, spans, at === 0 ? note : '', qde.takesMany));
      const speaker = qde.cases.get(qde.caseOf.get(guid) ?? '');
      if (speaker) links.push({ from: key, role: CASE, to: { speaker: speaker.id, name: speaker.name } });
    });
  };
  for (const selection of all(source, 'PlainTextSelection')) {
    const guid = guidIn(selection, 'guid');
    const span = place(selection);
    if (!span) {
      untaken.nowhere++;
      continue;
    }
    const groups = groupsOf(codingsOf(selection, qde, untaken));
    const note = notesOf(selection, guid, qde);
    if (groups.length > 0) add(guid, groups, [span], note);
    else if (note !== '') {
      const by = qde.users.get(guidIn(selection, 'creatingUser'));
      const at = timeIn(selection, 'creationDateTime');
      add(guid, groupsOf([{ key: guid, meaning: { layer: COMMENT }, by, at, notes: [] }]), [span], note);
    } else bare.set(guid, { span, element: selection });
  }
  add('', groupsOf(codingsOf(source, qde, untaken)), [], '');
  const used = readLinks({ keys, bare, qde, untaken }, links);
  untaken.uncoded += [...bare.keys()].filter((guid) => !used.has(guid)).length;
  return { pieces, links, untaken };
}

function codingsOf(marked: XmlElement, qde: Qde, untaken: Untaken): readonly Coding[] {
  return all(marked, 'Coding').flatMap((coding): readonly Coding[] => {
    const meaning = qde.meanings.get(refsIn(coding, 'CodeRef')[0] ?? '');
    if (!meaning) {
      untaken.codeless++;
      return [];
    }
    const by = qde.users.get(guidIn(coding, 'creatingUser') || guidIn(marked, 'creatingUser'));
    const at = timeIn(coding, 'creationDateTime') ?? timeIn(marked, 'creationDateTime');
    const notes = refsIn(coding, 'NoteRef').flatMap((ref) => qde.notes.get(ref) ?? []);
    return [{ key: guidIn(coding, 'guid'), meaning, by, at, notes }];
  });
}

/** What is said of a selection: its description, its notes, and notes that are linked to it. */
function notesOf(selection: XmlElement, guid: string, { notes, claims, links }: Qde): string {
  const linked = [
    ...(links.to.get(guid) ?? []).map(({ from }) => from),
    ...(links.from.get(guid) ?? []).map(({ to }) => to),
  ];
  const refs = [...refsIn(selection, 'NoteRef'), ...linked.filter((ref) => !claims.has(ref))];
  const texts = refs.flatMap((ref) => notes.get(ref) ?? []);
  return [textIn(selection, 'Description'), ...texts].filter((text) => text.trim() !== '').join('\n\n');
}

/** Adds the links that begin in this source, and says which selections without a code they use. */
function readLinks(
  found: {
    readonly keys: ReadonlyMap<string, string>;
    readonly bare: ReadonlyMap<string, { readonly span: Span }>;
    readonly qde: Qde;
    readonly untaken: Untaken;
  },
  links: PieceLink[],
): ReadonlySet<string> {
  const { keys, bare, qde, untaken } = found;
  const used = new Set<string>();
  const passages = (guid: string): readonly Span[] => {
    const further = (qde.links.to.get(guid) ?? []).filter(
      ({ name, from }) => name === CONTINUES && bare.has(from),
    );
    const guids = [guid, ...further.map(({ from }) => from)];
    for (const each of guids) used.add(each);
    return normalise(guids.map((each) => bare.get(each)!.span));
  };
  const endOf = (guid: string): LinkEnd | undefined => {
    const piece = keys.get(guid);
    if (piece !== undefined) return { piece };
    if (bare.has(guid)) return { spans: passages(guid) };
    const speaker = qde.cases.get(guid);
    if (speaker) return { speaker: speaker.id, name: speaker.name };
    const claim = qde.claims.get(guid);
    return claim && { claim: claim.id, wording: claim.wording };
  };
  const put = ({ name }: QdeLink, from: string, guid: string) => {
    if (qde.notes.has(guid) && !qde.claims.has(guid)) return;
    const to = endOf(guid);
    if (to && !('piece' in to && to.piece === from)) links.push({ from, role: usableName(name, 'link'), to });
    else untaken.links++;
  };
  for (const [guid, from] of keys) {
    for (const link of qde.links.from.get(guid) ?? []) put(link, from, link.to);
    for (const link of qde.links.to.get(guid) ?? []) if (link.bothWays) put(link, from, link.from);
  }
  return used;
}
