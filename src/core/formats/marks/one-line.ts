/** JSON on one line, also for readers that go by Python’s `str.splitlines`: no character that it takes for a break. */
export function oneLineJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
