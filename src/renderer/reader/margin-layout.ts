/** A card that wants to stand at `want` (CSS px) and is `height` tall. */
export interface Wish {
  readonly id: string;
  readonly want: number;
  readonly height: number;
}

/**
 * Where the cards of the margin stand: beside their lines, in order, never overlapping, `gap` px apart. The
 * pinned card keeps its line and its neighbours make room above and below; without one, cards move down
 * from the top only as far as they must. Cards never rise above `top`.
 */
export function placeCards(
  wishes: readonly Wish[],
  pinned: string | null,
  gap: number,
  top = 0,
): readonly number[] {
  const tops: number[] = new Array(wishes.length);
  const pin = wishes.findIndex(({ id }) => id === pinned);
  const from = Math.max(0, pin);
  if (pin >= 0) {
    tops[pin] = Math.max(top, wishes[pin]!.want);
    for (let at = pin - 1; at >= 0; at--)
      tops[at] = Math.min(wishes[at]!.want, tops[at + 1]! - gap - wishes[at]!.height);
    if ((tops[0] ?? top) < top) tops[0] = top;
  } else if (wishes.length > 0) {
    tops[0] = Math.max(top, wishes[0]!.want);
  }
  // A pinned card too near the top pushes everything down instead of losing cards above the page.
  for (let at = tops[0] === top ? 1 : from + 1; at < wishes.length; at++) {
    const least = tops[at - 1]! + wishes[at - 1]!.height + gap;
    tops[at] = Math.max(at <= pin ? tops[at]! : wishes[at]!.want, least);
  }
  return tops;
}

/**
 * How much a card may say so that `count` cards fit beside content of `height` px: the largest of the sizes
 * whose cards, `gap` apart, are not taller in all than the content.
 */
export function sizeFor<Size extends string>(
  height: number,
  count: number,
  heights: Readonly<Record<Size, number>>,
  gap: number,
): Size {
  const sizes = (Object.entries(heights) as [Size, number][]).sort((a, b) => b[1] - a[1]);
  return (sizes.find(([, each]) => count * (each + gap) <= height) ?? sizes.at(-1)!)[0];
}
