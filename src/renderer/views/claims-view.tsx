/** Claims. */
export function ClaimsView() {
  return <main className="claims" aria-label="Claims" />;
}
