/** The names, each once: a second "text" is "text 2", unless there is one already. In time with their number. */
export function onceEach(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twins = new Map<string, number>();
  return names.map((name) => {
    let unique = name;
    let twin = twins.get(name) ?? 1;
    while (seen.has(unique)) unique = `${name} ${++twin}`;
    twins.set(name, twin);
    seen.add(unique);
    return unique;
  });
}
