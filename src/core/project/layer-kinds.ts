import type { Attribute, Codebook, Role } from './codebook';
import { IS } from './standing';

type Inherits = NonNullable<Role['inherits']>;

/** A layer whose annotations somebody says: the claims, whose maker is the source of the quote around them. */
interface ClaimLayer {
  /** The roles that say who makes it, and where each looks when unset. */
  readonly makers: ReadonlyMap<string, Inherits>;
  /** The role that names an entry of the claim register, if the layer has one. */
  readonly register: string | undefined;
}

/** A layer of feelings: how much (a diverging scale), whose, and toward whom. */
interface FeelingLayer {
  readonly scale: string;
  readonly holder: Role & { readonly inherits: Inherits };
  readonly target: Role;
}

/** What the layers of a codebook are to a speaker, told from their roles and attributes and not from names. */
export interface LayerKinds {
  /** Layer id -> the role for whose words these are (the source of a quote), and the attribute for their form. */
  readonly words: ReadonlyMap<string, { readonly source: string; readonly form: Attribute | undefined }>;
  readonly claims: ReadonlyMap<string, ClaimLayer>;
  readonly feelings: ReadonlyMap<string, FeelingLayer>;
  /** Layers of mentions, those that are switched on first. */
  readonly mentions: readonly string[];
}

const known = new WeakMap<Codebook, LayerKinds>();

/** See LayerKinds. Kept as long as the codebook. */
export function layerKinds(codebook: Codebook): LayerKinds {
  const found = known.get(codebook) ?? read(codebook);
  known.set(codebook, found);
  return found;
}

function read({ layers }: Codebook): LayerKinds {
  const sources = new Map<string, string>();
  const claims = new Map<string, ClaimLayer>();
  const feelings = new Map<string, FeelingLayer>();
  for (const { id, roles, attributes } of layers) {
    const inheriting = roles.filter((role): role is FeelingLayer['holder'] => role.inherits !== undefined);
    for (const { inherits } of inheriting) {
      if (!sources.has(inherits.layer)) sources.set(inherits.layer, inherits.role);
    }
    const makers = inheriting.filter(({ inherits }) => !inherits.elseAuthor);
    if (makers.length > 0) {
      const register = roles.find(({ targets }) => targets.length === 1 && targets[0] === 'claim')?.id;
      claims.set(id, { makers: new Map(makers.map((role) => [role.id, role.inherits])), register });
    }
    const holder = inheriting.find(({ inherits }) => inherits.elseAuthor);
    const target = roles.find(({ expected, inherits }) => expected && !inherits);
    const [first] = attributes;
    if (holder && target && first?.kind === 'scale' && first.diverging) {
      feelings.set(id, { scale: first.id, holder, target });
    }
  }
  const words = layers.flatMap(({ id, attributes: [first] }) => {
    const source = sources.get(id);
    const form = first?.kind === 'choice' ? first : undefined;
    return source === undefined ? [] : [[id, { source, form }] as const];
  });
  const mentions = layers.filter(({ roles }) => roles.some((role) => role.id === IS));
  return {
    words: new Map(words),
    claims,
    feelings,
    mentions: mentions.sort((a, b) => Number(b.on) - Number(a.on)).map(({ id }) => id),
  };
}
