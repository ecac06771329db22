/** Table. */
export function TableView() {
  return <main className="table" aria-label="Table" />;
}
