/** "kind: factual" as one text. A colon or backslash in the name has a backslash before it. */
export function tagText(name: string, value: string): string {
  return `${name.replace(/[\\:]/g, '\\$&')}: ${value}`;
}

/** The name and value of such a text, or null when it is not of that form. */
export function readTag(text: string): { name: string; value: string } | null {
  const [, name, value] = /^((?:[^\\:]|\\[\\:])*): (.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) return null;
  return { name: name.replace(/\\([\\:])/g, '$1'), value };
}
