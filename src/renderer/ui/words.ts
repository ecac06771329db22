/** "1 article", "3 articles"; numbers as the locale writes them. A plural other than with -s is given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** The time of day of an ISO time, as the locale writes it. */
export function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString();
}
