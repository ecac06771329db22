/** "1 article", "3 articles"; numbers as the locale writes them. A plural other than with -s is given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** The time of day of an ISO time, as the locale writes it. */
export function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString();
}

/** A date in the short form of the system's locale. */
export function shortDate(iso: string): string {
  const date = new Date(`${iso}T12:00:00`);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
}
