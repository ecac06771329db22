/** The speaker register. */
export function SpeakersView() {
  return <main />;
}
