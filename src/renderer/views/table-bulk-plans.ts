import type { Change } from '../../core/change/change';
import { apply, compose } from '../../core/change/change';
import {
  changeLayerOfMany,
  setAttributeOfMany,
  setCertaintyOfMany,
  setRoleOfMany,
  setStatusOfMany,
} from '../../core/commands/bulk';
import { deleteAnnotations } from '../../core/commands/delete-annotations';
import { fits, lossOf, takes } from '../../core/commands/relayer';
import { addSpeaker } from '../../core/commands/speakers';
import type { Attribute, Layer } from '../../core/project/codebook';
import { layerOf, valueLabel } from '../../core/project/codebook';
import type { Annotation, AttributeValue, Certainty, Project, Status } from '../../core/project/model';
import { partyRoles } from '../../core/project/parties';
import { isPossible } from '../../core/project/possible-value';
import { plural } from '../ui/words';

/** Something to be done to many annotations, once it was said what it does. */
export interface Plan {
  /** What is done, to complete "Undo …" and to stand on the button: "set kind to denial". */
  readonly label: string;
  readonly command: (project: Project) => Change;
  /** Why some cannot take it, and how many: "have no kind". */
  readonly cannot: { readonly count: number; readonly why: string };
  /** What goes with it, in sentences. */
  readonly lost: readonly string[];
  readonly removes?: true;
}

type Rows = readonly Annotation[];
const idsOf = (rows: Rows) => rows.map(({ id }) => id);
const ALL_CAN = { count: 0, why: '' };

/** Counts the rows whose layer fails a test that is made once for each layer. */
function countLayers(project: Project, rows: Rows, can: (layer: Layer | undefined) => boolean): number {
  const known = new Map<string, boolean>();
  let count = 0;
  for (const { layer } of rows) {
    let able = known.get(layer);
    if (able === undefined) {
      able = can(layerOf(project.codebook, layer));
      known.set(layer, able);
    }
    if (!able) count++;
  }
  return count;
}

/** Sets an attribute, or unsets it with null. */
export function attributePlan(
  project: Project,
  rows: Rows,
  attribute: Attribute,
  value: AttributeValue | null,
  at: string,
): Plan {
  const name = attribute.label.toLowerCase();
  const count = countLayers(
    project,
    rows,
    (layer) =>
      layer?.attributes.some(
        (own) => own.id === attribute.id && (value === null || isPossible(own, value)),
      ) ?? false,
  );
  return {
    label: value === null ? `unset ${name}` : `set ${name} to ${valueLabel(attribute, value)}`,
    command: (now) => setAttributeOfMany(now, { ids: idsOf(rows), attribute: attribute.id, value, at }),
    cannot: { count, why: `no such ${name}` },
    lost: [],
  };
}

/** Who is to stand behind the annotations: someone of the register, someone new, the author, or no one. */
export type Whom =
  | { readonly speaker: string; readonly name: string; readonly isNew?: true }
  | { readonly author: true }
  | null;

/** Says who is behind them, in the role in which each layer says so. */
export function speakerPlan(project: Project, rows: Rows, whom: Whom, at: string): Plan {
  const roles: Record<string, string> = {};
  const target =
    whom === null ? null : 'author' in whom ? ({ author: true } as const) : { speaker: whom.speaker };
  const roleIn = (layer: Layer | undefined) =>
    layer && partyRoles(project.codebook, layer.id).find(({ side }) => side === 'behind')?.role;
  for (const layer of project.codebook.layers) {
    const role = roleIn(layer);
    if (role) roles[layer.id] = role.id;
  }
  const count = countLayers(project, rows, (layer) => {
    const role = roleIn(layer);
    return role !== undefined && (target === null || takes(role, target));
  });
  const name = whom === null ? 'no one' : 'author' in whom ? 'the author' : whom.name;
  const args = { ids: idsOf(rows), roles, targets: target ? [target] : [], at };
  return {
    label: `set speaker to ${name}`,
    command: (now) => {
      if (!whom || !('isNew' in whom)) return setRoleOfMany(now, args);
      const made = addSpeaker(now, { id: whom.speaker, name: whom.name });
      return compose(made, setRoleOfMany(apply(now, made), args));
    },
    cannot: { count, why: 'no such speaker' },
    lost: [],
  };
}

/** Moves them to another layer, and says what does not exist there. */
export function layerPlan(project: Project, rows: Rows, to: Layer, at: string): Plan {
  let [values, links, count] = [0, 0, 0];
  for (const row of rows) {
    if (!fits(row, to)) {
      count++;
      continue;
    }
    const loss = lossOf(row, layerOf(project.codebook, row.layer), to);
    values += loss.values;
    links += loss.links;
  }
  const lost = [values > 0 && plural(values, 'value'), links > 0 && plural(links, 'link')].filter(Boolean);
  const one = values + links === 1;
  return {
    label: `change to ${to.label.toLowerCase()}`,
    command: (now) => changeLayerOfMany(now, { ids: idsOf(rows), layer: to.id, at }),
    cannot: { count, why: 'no passage' },
    lost:
      lost.length === 0
        ? []
        : [`${lost.join(' and ')} ${one ? 'does' : 'do'} not exist there and ${one ? 'goes' : 'go'}.`],
  };
}

/** Marks them draft or final. */
export function statusPlan(rows: Rows, status: Status, at: string): Plan {
  return {
    label: `mark ${status}`,
    command: (now) => setStatusOfMany(now, { ids: idsOf(rows), status, at }),
    cannot: ALL_CAN,
    lost: [],
  };
}

/** Says how sure the annotator is of them. */
export function certaintyPlan(rows: Rows, certainty: Certainty, at: string): Plan {
  return {
    label: `set certainty to ${certainty}`,
    command: (now) => setCertaintyOfMany(now, { ids: idsOf(rows), certainty, at }),
    cannot: ALL_CAN,
    lost: [],
  };
}

/** Deletes them, and says what pointed at them. */
export function deletePlan(project: Project, rows: Rows, at: string): Plan {
  const ids = idsOf(rows);
  const change = deleteAnnotations(project, { ids, at });
  const others = Object.keys(change.annotations ?? {}).length - rows.length;
  const one = others === 1;
  return {
    label: 'delete',
    command: (now) => deleteAnnotations(now, { ids, at }),
    cannot: ALL_CAN,
    lost:
      others > 0
        ? [
            `${plural(others, 'other')} ${one ? 'points at one' : 'point at one'} of them and ${one ? 'loses' : 'lose'} the link.`,
          ]
        : [],
    removes: true,
  };
}
