/** Tells in sentences why a query has no answer, and where it went wrong. */

import { Stopped } from "./engine";
import type { Prepared, Refusal } from "./preparing";
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
  const line = Math.max(1, Number(place[1]) - prepared.linesBefore);
  const from = offset(query, line, Number(place[2]));
  const expected = readable(place[3] ?? "");
  const text = said(expected ? words.unexpected : words.unreadable, { line: String(line), column: place[2] ?? "", expected });
  return { message: text, from, to: endOfToken(query, from) };
}

/** Of what the parser would have taken, the few things that people can write; it also lists classes of characters. */
function readable(expectation: string): string {
  const list = expectation.replace(/^expected (?:one of )?/u, "").split(/,\s*/u);
  const words = list.map((one) => one.replace(/^"(.*)"$/u, "$1").replaceAll('\\"', '"')).filter((one) => /^[A-Za-z]{2,}$|^[^\w\s\\[\]']{1,2}$/u.test(one));
  return [...new Set(words)].slice(0, 12).join("  ");
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

function endOfToken(query: string, from: number): number {
  const rest = /^(?:[\p{L}\p{N}_:?$-]+|\S)/u.exec(query.slice(from))?.[0] ?? "";
  return from + rest.length;
}
