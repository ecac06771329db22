/**
 * What makes a text one that no export could carry, or null: NUL, which most readers take for the end, and a
 * surrogate without its other half, which UTF-8 cannot write and code points cannot count. Import keeps both
 * out; a file that holds them was made by hand or damaged.
 */
export function textProblem(text: string): string | null {
  const nul = text.indexOf('\0');
  if (nul >= 0) return `the text holds a NUL character at UTF-16 offset ${nul}`;
  // A quick look for halves of any kind; most texts have none.
  if (!/[\ud800-\udfff]/.test(text)) return null;
  const lone = text.search(/\p{Surrogate}/u);
  if (lone < 0) return null;
  const code = text.charCodeAt(lone).toString(16).toUpperCase();
  return `the text holds a lone surrogate U+${code} at UTF-16 offset ${lone}`;
}
