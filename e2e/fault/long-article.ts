/** An article of our own with so many sentences, none like another. */
export function longArticle(name: string, sentences: number): string {
  const places = [
    'the quay',
    'the ferry',
    'the harbour office',
    'the old crane',
    'the fish market',
    'the pier',
  ];
  const acts = [
    'was shut',
    'was sold',
    'had been repaired',
    'was never inspected',
    'stood empty',
    'was lent out',
  ];
  const all = Array.from({ length: sentences }, (_, at) => {
    const place = places[at % places.length];
    const act = acts[(at * 5 + (at >> 2)) % acts.length];
    return `In week ${at + 1} a spokesman for ${name} said that ${place} ${act}, and “nobody asked us”.`;
  });
  const paragraphs = [`The year of ${name}`];
  for (let at = 0; at < all.length; at += 4) paragraphs.push(all.slice(at, at + 4).join(' '));
  return paragraphs.join('\n\n');
}
