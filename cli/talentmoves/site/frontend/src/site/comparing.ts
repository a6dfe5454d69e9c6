/** How values are ordered, in tables of pages and of answers. */

const collator = new Intl.Collator("en", { numeric: true });

/** Compares as numbers what are numbers, and everything else as a reader expects it. */
export function compare(one: string, other: string): number {
  const [first, second] = [number(one), number(other)];
  return Number.isNaN(first) || Number.isNaN(second) ? collator.compare(one, other) : first - second;
}

function number(text: string): number {
  return Number(text.replace(/(\d),(?=\d{3})/g, "$1").replace(/^−/, "-") || NaN);
}
