/** What of a layer, attribute or value is told in words. */
export interface Described {
  readonly description?: string;
  readonly rules?: string;
  readonly examples?: readonly string[];
}

/** All of it as one text, for programs that know nothing but a description. */
export function inWords({ description, rules, examples = [] }: Described): string {
  const parts = [
    description ?? '',
    rules ? `Rules:\n${rules}` : '',
    examples.length > 0 ? `Examples:\n${examples.map((example) => `– ${example}`).join('\n')}` : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
