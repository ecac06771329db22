import type { Code } from './code';

/** Nobody divides tags further. */
const DEEPEST = 20;

/** Codes whose names say where they belong, "place.city" below "place", as a tree; what is missing on the way groups. */
export function treeOfPaths(codes: readonly Code[]): readonly Code[] {
  interface Node {
    code: Code;
    readonly children: Map<string, Node>;
  }
  const roots = new Map<string, Node>();
  for (const code of codes) {
    const steps = code.name.split('.').map((step) => step.trim());
    const path = steps.includes('') || steps.length > DEEPEST ? [code.name] : steps;
    let level = roots;
    path.forEach((name, at) => {
      const last = at === path.length - 1;
      const group = { ...code, key: `\0${path.slice(0, at + 1).join('.')}`, name, description: '' };
      const node = level.get(name) ?? {
        code: { ...group, codable: false, children: [] },
        children: new Map(),
      };
      if (last) node.code = { ...code, name };
      level.set(name, node);
      level = node.children;
    });
  }
  const built = ({ code, children }: Node): Code => ({
    ...code,
    children: [...children.values()].map(built),
  });
  return [...roots.values()].map(built);
}
