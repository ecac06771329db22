import type { Codebook, TargetKind } from '../../project/codebook';
import { layerOf } from '../../project/codebook';
import { ID_PATTERN } from '../../project/model';
import { attributeOf, valueOfTexts } from '../attribute-values';
import type { Piece, PieceLink, PieceValue } from '../marks/piece';
import { attributeName } from '../marks/stored-names';
import { usableName } from '../marks/usable-name';
import type { BratLines, Normalisation } from './model';
import { CLAIMS, REFERENCE, SPEAKERS } from './names';

type Lines = Pick<BratLines, 'attributes' | 'normalisations' | 'notes'>;

/** Gathers attributes, foreign normalisations and notes; gives them for a piece by its key and label. */
export function readAbout(
  { attributes, normalisations, notes }: Lines,
  handleOf: (id: string) => string,
  codebook: Codebook,
): (key: string, label: string) => Pick<Piece, 'values' | 'note'> {
  const texts = new Map<string, Map<string, string[]>>();
  const noted = new Map<string, string[]>();
  const add = (target: string, name: string, text: string) => {
    const own = texts.get(handleOf(target)) ?? new Map<string, string[]>();
    texts.set(handleOf(target), own);
    append(own, name, text);
  };
  for (const { name, target, value } of attributes) add(target, name, value === true ? 'true' : value);
  for (const each of normalisations) {
    if (registerOf(each) !== null) continue;
    add(each.target, REFERENCE, `${each.database}:${each.id}${each.text === '' ? '' : ` ${each.text}`}`);
  }
  for (const { target, text } of notes) append(noted, handleOf(target), text);
  return (key, label) => ({
    values: [...(texts.get(key) ?? [])].flatMap(([name, list]) => valueNamed(name, list, label, codebook)),
    note: (noted.get(key) ?? []).join('\n'),
  });
}

function append(lists: Map<string, string[]>, key: string, text: string): void {
  const list = lists.get(key);
  if (list) list.push(text);
  else lists.set(key, [text]);
}

function valueNamed(
  name: string,
  texts: readonly string[],
  label: string,
  codebook: Codebook,
): readonly PieceValue[] {
  const known = layerOf(codebook, label)?.attributes.find(
    ({ id }) => attributeName(codebook, label, id) === name,
  );
  const id = known?.id ?? usableName(name, 'attribute');
  const attribute = known ?? attributeOf(codebook, label, id);
  const value = attribute || texts.length === 1 ? valueOfTexts(texts, attribute) : texts;
  return value === undefined ? [] : [{ name: id, value }];
}

/** Which of our registers a normalisation names, or null. */
function registerOf({ database, id }: Normalisation): Extract<TargetKind, 'speaker' | 'claim'> | null {
  if (!ID_PATTERN.test(id)) return null;
  return database === SPEAKERS ? 'speaker' : database === CLAIMS ? 'claim' : null;
}

/** Links to entries of our registers. The lines do not say in which role: it is the first that can hold one. */
export function registerLinks(
  { normalisations }: Lines,
  labels: ReadonlyMap<string, string>,
  codebook: Codebook,
  handleOf: (id: string) => string,
): readonly PieceLink[] {
  return normalisations.flatMap((each): readonly PieceLink[] => {
    const kind = registerOf(each);
    if (kind === null) return [];
    const from = handleOf(each.target);
    const roles = layerOf(codebook, labels.get(from) ?? '')?.roles ?? [];
    const role = roles.find(({ targets }) => targets.includes(kind))?.id ?? 'is';
    const { id, text } = each;
    return [
      { from, role, to: kind === 'speaker' ? { speaker: id, name: text } : { claim: id, wording: text } },
    ];
  });
}
