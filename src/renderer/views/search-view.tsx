/** Search. */
export function SearchView() {
  return <main className="search" aria-label="Search" />;
}
