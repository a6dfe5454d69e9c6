/** Makes names comparable: without case, accents and punctuation, Chinese apart from Latin. */

const MARKS = /\p{M}+/gu;
const CHINESE = /\p{Script=Han}+/gu;
const OTHER = /[^\p{L}\p{N}]+/gu;

/** Returns the words of a name with a blank before each, so that " wor" finds the beginnings of words. */
export function fold(name: string): string {
  const letters = name.normalize("NFKD").replace(MARKS, "").toLowerCase().replaceAll("ø", "o").replaceAll("ł", "l").replaceAll("ß", "ss");
  return ` ${letters.replace(CHINESE, " $& ").replace(OTHER, " ").trim()}`;
}

/** Tells whether all words stand in the folded text: Chinese anywhere, others at the beginning of a word. */
export function holds(folded: string, sought: readonly string[]): boolean {
  return sought.every((word) => folded.includes(isChinese(word) ? word : ` ${word}`));
}

/** Returns the words of what somebody typed. */
export function soughtWords(typed: string): string[] {
  return fold(typed).split(" ").filter(Boolean);
}

export function isChinese(word: string): boolean {
  return /^\p{Script=Han}/u.test(word);
}
