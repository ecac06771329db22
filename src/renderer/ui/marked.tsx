/** An example of the codebook: what stands between double asterisks is what one would mark. */
export function Marked({ text }: { text: string }) {
  return text.split('**').map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text do not move
    at % 2 === 1 ? <em key={at}>{part}</em> : <span key={at}>{part}</span>,
  );
}
