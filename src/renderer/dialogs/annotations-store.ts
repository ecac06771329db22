import { create } from 'zustand';
import { forgetMapping } from '../../core/commands/import-annotations';
import type { Arrival } from '../../core/import-annotations/arrive';
import { type ForeignLayer, foreignLayers } from '../../core/import-annotations/foreign-layers';
import {
  attributeMapping,
  mappingTo,
  proposeMapping,
  type Why,
} from '../../core/import-annotations/propose-mapping';
import { layerOf } from '../../core/project/codebook';
import type {
  AttributeMapping,
  LayerMapping,
  LayerTo,
  Mapping,
  RoleTo,
  ValueTo,
} from '../../core/project/mapping';
import type { AnnotationsFile } from '../../shared/api';
import { newId, perform, state, useStore } from '../store';

/** Annotations that were read and what is to become of them. */
export interface Incoming {
  readonly part: Arrival;
  readonly files: number;
  readonly layers: readonly ForeignLayer[];
  readonly mapping: Mapping;
  /** Layer of the file -> why it goes where it does; 'chosen' by hand. */
  readonly why: ReadonlyMap<string, Why | 'chosen'>;
  readonly annotator: 'theirs' | 'me';
  readonly newArticles: boolean;
  /** Begins the ids of what is added. */
  readonly ids: string;
}

interface Shown {
  /** Null: they are being read, or were refused. */
  readonly incoming: Incoming | null;
  /** The files and folders that were chosen. */
  readonly paths: readonly string[];
  /** The id of the format that they look like, and of the one that they are read as. */
  readonly recognised: string | null;
  readonly as: string | null;
  /** Are they being read again, as another format? */
  readonly reading: boolean;
  /** Why they could not be read as what was chosen last. */
  readonly misread: string | null;
  /** Why nothing could be read. */
  readonly refused: string | null;
  /** Layers of the file whose attributes and roles are shown. */
  readonly opened: ReadonlySet<string>;
  readonly adding: boolean;
  readonly failure: string | null;
}

const NOTHING: Shown = {
  incoming: null,
  paths: [],
  recognised: null,
  as: null,
  reading: false,
  misread: null,
  refused: null,
  opened: new Set(),
  adding: false,
  failure: null,
};

/** What the dialog for annotations of other tools shows. */
export const useIncoming = create<Shown>(() => NOTHING);

useStore.subscribe((now, before) => {
  if (now.open !== before.open) forgetIncoming();
});

/** Forgets what was read. */
export const forgetIncoming = (): void => useIncoming.setState(NOTHING, true);

/** Shows what was read, mapped as proposed. `recognised`: what it looks like; absent: as what it was read. */
export function showIncoming(
  { part, files }: AnnotationsFile,
  paths: readonly string[],
  recognised: string | null = part.format.id,
): void {
  const { codebook, info } = state().project!;
  const layers = foreignLayers(part.project);
  const saved = (info.mappings ?? []).filter(({ format }) => format === part.format.id);
  const proposed = proposeMapping(layers, codebook, saved);
  // Tools that do not say who marked something leave only that it was imported.
  const named = [...part.project.annotators.values()].some(({ name }) => name !== 'Imported');
  const incoming: Incoming = {
    part,
    files,
    layers,
    mapping: Object.fromEntries([...proposed].map(([id, { mapping }]) => [id, mapping])),
    why: new Map([...proposed].map(([id, { why }]) => [id, why])),
    annotator: named ? 'theirs' : 'me',
    newArticles: true,
    ids: newId('i'),
  };
  useIncoming.setState({ ...NOTHING, incoming, paths, recognised, as: part.format.id }, true);
}

function edit(change: (incoming: Incoming) => Partial<Incoming>): void {
  useIncoming.setState(({ incoming }) =>
    incoming ? { incoming: { ...incoming, ...change(incoming) }, failure: null } : {},
  );
}

function editLayer(id: string, change: (before: LayerMapping) => LayerMapping): void {
  edit(({ mapping, why }) => ({
    mapping: { ...mapping, [id]: change(mapping[id]!) },
    why: new Map(why).set(id, 'chosen'),
  }));
}

export const chooseAnnotator = (annotator: Incoming['annotator']): void => edit(() => ({ annotator }));
export const chooseNewArticles = (newArticles: boolean): void => edit(() => ({ newArticles }));

/** Says where layers of the file go; their attributes and roles follow as far as they can. */
export function chooseLayers(foreign: readonly ForeignLayer[], to: LayerTo): void {
  const { codebook } = state().project!;
  const chosen = foreign.map((each) => [each.layer.id, mappingTo(each, to, codebook)] as const);
  edit(({ mapping, why }) => ({
    mapping: { ...mapping, ...Object.fromEntries(chosen) },
    why: new Map([...why, ...chosen.map(([id]) => [id, 'chosen'] as const)]),
  }));
}

export function chooseAttribute(foreign: ForeignLayer, id: string, to: AttributeMapping['to']): void {
  const attribute = foreign.attributes.find((next) => next.attribute.id === id)!;
  editLayer(foreign.layer.id, (before) => {
    const into =
      typeof before.to === 'object' && 'layer' in before.to
        ? layerOf(state().project!.codebook, before.to.layer)
        : undefined;
    return { ...before, attributes: { ...before.attributes, [id]: attributeMapping(attribute, to, into) } };
  });
}

export function chooseValue(layer: string, attribute: string, value: string, to: ValueTo): void {
  editLayer(layer, (before) => {
    const own = before.attributes[attribute]!;
    const values = { ...own.values, [value]: to };
    return { ...before, attributes: { ...before.attributes, [attribute]: { ...own, values } } };
  });
}

export function chooseRole(layer: string, role: string, to: RoleTo): void {
  editLayer(layer, (before) => ({ ...before, roles: { ...before.roles, [role]: to } }));
}

/** Opens or closes what a layer of the file carries. */
export function setShown(layer: string, shown: boolean): void {
  useIncoming.setState(({ opened }) => {
    const next = new Set(opened);
    if (shown) next.add(layer);
    else next.delete(layer);
    return { opened: next };
  });
}

/** Forgets how a layer of such files was mapped, and maps it as if it were the first. */
export function forgetChoice(foreign: ForeignLayer): void {
  const { incoming } = useIncoming.getState();
  if (!incoming) return;
  const { id } = foreign.layer;
  perform('forget how a layer was mapped', (project) =>
    forgetMapping(project, { format: incoming.part.format.id, layer: id }),
  );
  const fresh = proposeMapping(incoming.layers, state().project!.codebook).get(id)!;
  edit(({ mapping, why }) => ({
    mapping: { ...mapping, [id]: fresh.mapping },
    why: new Map(why).set(id, fresh.why),
  }));
}
