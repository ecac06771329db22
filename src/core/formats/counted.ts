/** "1 link leads to nothing", "3 links lead to nothing": a count before words in the singular or the plural. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
