import type { Codebook } from '../../project/codebook';
import { layerOf } from '../../project/codebook';
import type { Annotation, Article, Target } from '../../project/model';
import { targetsIn } from '../../project/roles';
import type { Span } from '../../text/span';
import { textsOfValue } from '../attribute-values';
import { attributeName, stored } from '../marks/stored-names';
import { orderedEntries } from '../ordered-entries';
import { handlesOf } from './handles';
import { oneLine, withoutBreaks } from './line-breaks';
import type { BratArgument, BratLines } from './model';
import { argumentName, CLAIMS, CONTENT, cueRole, EQUIV, REFERENCE, SPEAKERS } from './names';

type Writable = { -readonly [K in keyof Omit<BratLines, 'odd' | 'carried'>]: BratLines[K][number][] };

/** Names of register entries by id. */
export interface Names {
  readonly speakers: ReadonlyMap<string, { readonly name: string }>;
  readonly claims: ReadonlyMap<string, { readonly wording: string }>;
}

/** The lines that annotations of an article become, and which line stands for which annotation. */
export interface WrittenLines {
  readonly lines: Omit<BratLines, 'odd' | 'carried'>;
  /** Id of a text-bound annotation or event -> id of the annotation. */
  readonly owners: ReadonlyMap<string, string>;
}

/**
 * Annotations of one article as brat's lines. A layer whose roles may point at passages becomes an event, its
 * passages text-bound annotations named after their roles; of a frame of attribution the words attributed are
 * `Content` and the cue is the trigger. Links between annotations are arguments of events, or else relations; links
 * to our registers are normalisations. What
 * marks nothing but line breaks, or the whole article, has no line. `odd`: lines whose ids must not be given.
 */
export function writeLines(
  article: Article,
  annotations: readonly Annotation[],
  codebook: Codebook,
  names: Names,
  odd: readonly string[],
): WrittenLines {
  const lines: Writable = {
    textBounds: [],
    events: [],
    relations: [],
    equivs: [],
    attributes: [],
    normalisations: [],
    notes: [],
  };
  const { handles, newT } = handlesOf(article, annotations, codebook, odd);
  const owners = new Map<string, string>();
  const textBound = (id: string, type: string, spans: readonly Span[]) => {
    lines.textBounds.push({ id, type, spans });
    return id;
  };
  for (const annotation of annotations) {
    const handle = handles.get(annotation.id);
    if (!handle) continue;
    const layer = layerOf(codebook, annotation.layer);
    const type = stored(annotation.layer);
    const spans = withoutBreaks(article.text, annotation.spans);
    const own = handle.e ?? handle.t;
    const linkedTo = (targets: readonly Target[]) => {
      const ids = targets.flatMap((target) => ('annotation' in target ? target.annotation : []));
      const others = ids.map((id) => handles.get(id)).flatMap((other) => other?.e ?? other?.t ?? []);
      return [...new Set(others)].filter((other) => other !== own);
    };
    owners.set(own, annotation.id);
    if (handle.e === undefined) textBound(handle.t, type, spans);
    else {
      const cue = cueRole(layer);
      const [cued] = cue === undefined ? [] : passagesOf(article.text, annotation, cue);
      const args: BratArgument[] = [];
      textBound(handle.t, type, cued ?? spans);
      if (cue !== undefined) args.push({ role: CONTENT, target: textBound(newT(), CONTENT, spans) });
      for (const [role, targets] of orderedEntries(annotation.roles)) {
        for (const passage of passagesOf(article.text, annotation, role)) {
          args.push({ role: argumentName(role), target: textBound(newT(), stored(role), passage) });
        }
        if (role === EQUIV) continue;
        for (const target of linkedTo(targets)) args.push({ role: argumentName(role), target });
      }
      lines.events.push({ id: handle.e, type, trigger: handle.t, args });
    }
    const about = { handle: own, event: handle.e !== undefined, linkedTo };
    writeAbout(lines, annotation, about, codebook, names);
  }
  return { lines, owners };
}

interface About {
  readonly handle: string;
  readonly event: boolean;
  /** The other annotations among the targets, by their handles, each once. */
  readonly linkedTo: (targets: readonly Target[]) => readonly string[];
}

/** Attributes, note and links of one annotation, which all go by its handle; links of events are arguments. */
function writeAbout(
  lines: Writable,
  { layer, attributes, roles, note }: Annotation,
  { handle, event, linkedTo }: About,
  codebook: Codebook,
  { speakers, claims }: Names,
): void {
  for (const [id, value] of orderedEntries(attributes)) {
    for (const text of textsOfValue(value)) {
      const line = oneLine(text);
      const [, database, entry, called] = /^([^\s:]+):(\S+)(?: (.*))?$/.exec(line) ?? [];
      if (id === REFERENCE && database && entry) {
        lines.normalisations.push({ target: handle, database, id: entry, text: called ?? '' });
      } else if (line !== '') {
        const name = attributeName(codebook, layer, id);
        lines.attributes.push({ name, target: handle, value: line === 'true' ? true : line });
      }
    }
  }
  if (oneLine(note) !== '') lines.notes.push({ target: handle, text: oneLine(note) });
  for (const [role, targets] of orderedEntries(roles)) {
    const others = linkedTo(targets);
    if (role === EQUIV && others.length > 0) lines.equivs.push([handle, ...others]);
    else if (!event) for (const to of others) lines.relations.push({ type: stored(role), from: handle, to });
    for (const target of targets) {
      if ('speaker' in target) {
        const text = oneLine(speakers.get(target.speaker)?.name ?? '');
        lines.normalisations.push({ target: handle, database: SPEAKERS, id: target.speaker, text });
      }
      if ('claim' in target) {
        const text = oneLine(claims.get(target.claim)?.wording ?? '');
        lines.normalisations.push({ target: handle, database: CLAIMS, id: target.claim, text });
      }
    }
  }
}

/** The passages that a role points at, as far as lines can hold them. */
function passagesOf(text: string, { roles }: Annotation, role: string): readonly (readonly Span[])[] {
  return targetsIn(roles, role).flatMap((target) => {
    const spans = 'spans' in target ? withoutBreaks(text, target.spans) : [];
    return spans.length > 0 ? [spans] : [];
  });
}
