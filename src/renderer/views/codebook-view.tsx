/** Codebook. */
export function CodebookView() {
  return <main className="codebook" aria-label="Codebook" />;
}
