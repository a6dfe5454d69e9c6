/** The sentences of the query page, which stand in the page itself in its language. */

export type Words = Readonly<Record<string, string>>;

/** Returns a sentence with its {places} filled. */
export function said(sentence: string | undefined, places: Readonly<Record<string, string>> = {}): string {
  return (sentence ?? "").replace(/\{(\w+)\}/gu, (whole, name: string) => places[name] ?? whole);
}
