/** The names of everything that has a page, and finding among them. */

import { fold, holds, soughtWords } from "./folding";

/** An entry of search.json: kind, path without its ending, English name, Chinese name, other names, hints in English and Chinese. */
type Item = [string, string, string, string, string[], string, string];

export interface Entry {
  kind: "p" | "c" | "d" | "m" | "r";
  path: string;
  en: string;
  zh: string;
  hintEn: string;
  hintZh: string;
  /** All names, folded; those in front count more than the others. */
  main: string;
  all: string;
}

const ORDER = "pcdrm";
const FURTHEST = 3;
const PATH = /^[a-z]+\/[\w.-]+$/i;
let loading: Promise<Entry[]> | undefined;

/** Loads the names, once; a failure is forgotten so that the next attempt may succeed. */
export function names(root: string): Promise<Entry[]> {
  loading ??= load(root).catch((problem: unknown) => {
    loading = undefined;
    throw problem;
  });
  return loading;
}

async function load(root: string): Promise<Entry[]> {
  const answer = await fetch(`${root}search.json`);
  if (!answer.ok) throw new Error(`search.json: ${answer.status}`);
  const { items } = (await answer.json()) as { items: Item[] };
  return items
    .filter(([kind, path]) => ORDER.includes(kind) && PATH.test(path))
    .map(([kind, path, en, zh, others, hintEn, hintZh]) => {
      const main = [en, zh].map(spellings).join(" |");
      return { kind: kind as Entry["kind"], path, en, zh, hintEn, hintZh, main, all: [main, ...others.map(spellings)].join(" |") };
    });
}

/** Returns a name as it is folded and, where it has several words, as one: who types "characterai" means Character.AI. */
function spellings(name: string): string {
  const folded = fold(name);
  const asOne = folded.replaceAll(" ", "");
  return folded === ` ${asOne}` ? folded : `${folded} | ${asOne}`;
}

/** Returns the entries that hold all words typed, the likeliest first. */
export function find(entries: readonly Entry[], typed: string): Entry[] {
  const sought = soughtWords(typed);
  if (!sought.length) return [];
  // Who types "deep mind" or "Yang-qing" means DeepMind and Yangqing, but first of all whatever has these words apart.
  const asOne = [sought.join("")];
  const scored: [number, Entry][] = [];
  for (const entry of entries) {
    const distance = closeness(entry, sought) ?? (sought.length > 1 ? closeness(entry, asOne, FURTHEST + 1) : undefined);
    if (distance !== undefined) scored.push([distance * ORDER.length + ORDER.indexOf(entry.kind), entry]);
  }
  return scored.sort((one, other) => one[0] - other[0]).map(([, entry]) => entry);
}

/** Returns how far a name is from the words: all of it, its beginning, its main names, others; nothing if it lacks one of them. */
function closeness(entry: Entry, sought: readonly string[], from = 0): number | undefined {
  if (!holds(entry.all, sought)) return undefined;
  const whole = ` ${sought.join(" ")}`;
  const begins = `|${entry.all}`;
  if (begins.includes(`|${whole} |`) || begins.endsWith(`|${whole}`)) return from;
  return from + (begins.includes(`|${whole}`) ? 1 : holds(entry.main, sought) ? 2 : FURTHEST);
}
