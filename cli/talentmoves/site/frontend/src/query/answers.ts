/** The last answer, kept in the worker: sorted there, handed out in parts, and written as files. */

import { compare } from "../site/comparing";
import type { Order, Row, Term } from "./protocol";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long", "short", "byte", "nonNegativeInteger"].map((name) => XSD + name));
/** What a spreadsheet takes for a formula when a cell begins with it (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^[=+\-@\t\r]/;

export function isNumber(term: Term | undefined): boolean {
  return term?.type === "literal" && NUMBERS.has(term.datatype ?? "");
}

/** Returns the rows in order of a column; those without a value stay at the end. */
export function sorted(rows: readonly Row[], order: Order): Row[] {
  return rows
    .map((row) => [row[order.column]?.value, row] as const)
    .sort(([one], [other]) => {
      if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
      return (order.descending ? -1 : 1) * compare(one, other);
    })
    .map(([, row]) => row);
}

/** Writes CSV (RFC 4180); text that a spreadsheet would run as a formula gets an apostrophe. */
export function csv(variables: readonly string[], rows: readonly Row[]): string {
  const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const cell = (term: Term | undefined): string => {
    if (!term) return "";
    const text = term.type === "bnode" ? `_:${term.value}` : term.value;
    return quote(FORMULA.test(text) && !isNumber(term) ? `'${text}` : text);
  };
  return [variables.map(quote), ...rows.map((row) => row.map(cell))].map((line) => `${line.join(",")}\r\n`).join("");
}

/** Writes TSV with terms as in Turtle (https://www.w3.org/TR/sparql11-results-csv-tsv/). */
export function tsv(variables: readonly string[], rows: readonly Row[]): string {
  const lines = [variables.map((name) => `?${name}`), ...rows.map((row) => row.map((term) => (term ? inTurtle(term) : "")))];
  return lines.map((line) => `${line.join("\t")}\n`).join("");
}

function inTurtle(term: Term): string {
  if (term.type === "uri") return `<${term.value}>`;
  if (term.type === "bnode") return `_:${term.value}`;
  if (term.type === "triple") return term.value;
  if (term.datatype === `${XSD}integer` && /^[+-]?\d+$/.test(term.value)) return term.value;
  const escapes: Record<string, string> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const text = `"${term.value.replace(/[\\"\n\r\t]/g, (found) => escapes[found] ?? found)}"`;
  return term["xml:lang"] ? `${text}@${term["xml:lang"]}` : term.datatype ? `${text}^^<${term.datatype}>` : text;
}

/** Writes the W3C's JSON (https://www.w3.org/TR/sparql11-results-json/). */
export function json(variables: readonly string[], rows: readonly Row[]): string {
  const bindings = rows.map((row) => Object.fromEntries(row.flatMap((term, column) => (term ? [[variables[column], term]] : []))));
  return JSON.stringify({ head: { vars: variables }, results: { bindings } });
}
