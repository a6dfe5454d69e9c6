/** Tells in sentences why a query has no answer, and where it went wrong. */

import { Stopped } from "./engine";
import type { Prepared, Refusal } from "./preparing";
import { isKnown, nearest } from "./keywords";
import { tokens } from "./tokens";
import { said, type Words } from "./words";

export interface Problem {
  message: string;
  /** The place in the query, where it is known. */
  from?: number;
  to?: number;
}

export function ofRefusal(refusal: Refusal, words: Words): Problem {
  const message = said(words[`refused_${refusal.reason}`], { about: refusal.about });
  return { message, from: refusal.at, to: refusal.at + refusal.length };
}

export function ofFailure(problem: unknown, query: string, prepared: Prepared, seconds: number, words: Words): Problem {
  if (problem instanceof Stopped) return { message: said(words[`stopped_${problem.because}`], { seconds: String(seconds) }) };
  const message = problem instanceof Error ? problem.message : String(problem);
  const place = /^error at (\d+):(\d+): ?(.*)$/su.exec(message);
  if (!place) return { message: said(words.failed, { message }) };
  // The parser tells how far it came, which is behind a misspelt word that it took for the beginning of something else.
  const misspelt = tokens(query).find((token) => token.word !== undefined && !isKnown(token.word));
  if (misspelt?.word) {
    const line = query.slice(0, misspelt.at).split("\n").length;
    const meant = nearest(misspelt.word);
    const text = said(meant ? words.misspelt : words.unknown, { line: String(line), word: misspelt.word, meant });
    return { message: text, from: misspelt.at, to: misspelt.at + misspelt.text.length };
  }
  const line = Math.max(1, Number(place[1]) - prepared.linesBefore);
  const reached = offset(query, line, Number(place[2]));
  const { expected, reason } = readable(place[3] ?? "");
  const text = said(reason ? words.failed : expected ? words.unexpected : words.unreadable, { line: String(line), expected, message: reason });
  const token = tokens(query).findLast((one) => one.at <= reached);
  const isInside = token !== undefined && reached < token.at + token.text.length;
  return { message: text, from: isInside ? token.at : reached, to: isInside ? token.at + token.text.length : reached };
}

/** Of what the parser would have taken, the marks, or what it says is wrong; the rest are classes of characters and of words. */
function readable(expectation: string): { expected: string; reason: string } {
  const list = expectation.replace(/^expected (?:one of )?/u, "").split(/,\s+/u);
  const marks = list.map((one) => /^"([^\w\s\\"]{1,2})"$/u.exec(one)?.[1] ?? "").filter(Boolean);
  const reason = list.find((one) => /^[A-Z][A-Za-z]* [a-zA-Z ]+$/u.test(one)) ?? "";
  return { expected: marks.length > 8 ? "" : marks.join("  "), reason };
}

function offset(query: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = query.indexOf("\n", start);
    if (end === -1) break;
    start = end + 1;
  }
  // The parser counts characters, a string here counts UTF-16 code units.
  const before = [...(query.slice(start).split("\n")[0] ?? "")].slice(0, column - 1).join("");
  return Math.min(query.length, start + before.length);
}
