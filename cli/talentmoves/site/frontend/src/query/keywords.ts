/** The words of SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/#sparqlGrammar), for offers and for finding misspelt ones. */

export const KEYWORDS: readonly string[] = (
  "SELECT DISTINCT REDUCED CONSTRUCT DESCRIBE ASK WHERE FROM NAMED PREFIX BASE GRAPH OPTIONAL UNION MINUS FILTER BIND AS VALUES UNDEF EXISTS NOT IN " +
  "GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE CONCAT " +
  "STRLEN SUBSTR UCASE LCASE CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER REPLACE REGEX ENCODE_FOR_URI YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW " +
  "COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC ABS ROUND CEIL FLOOR RAND UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 SERVICE SILENT"
).split(" ");

const KNOWN = new Set([...KEYWORDS, "A", "TRUE", "FALSE"]);

/** Tells whether a word has a meaning in SPARQL: it is a word of the language or a number. */
export function isKnown(word: string): boolean {
  return KNOWN.has(word.toUpperCase()) || /^\d+(?:e\d+)?$/iu.test(word);
}

/** Returns the word of SPARQL that somebody who wrote this one meant, or nothing. */
export function nearest(word: string): string {
  const upper = word.toUpperCase();
  const [best] = KEYWORDS.map((keyword) => [distance(upper, keyword), keyword] as const).sort(([one], [other]) => one - other);
  return best && best[0] <= Math.max(1, Math.floor(upper.length / 3)) ? best[1] : "";
}

/** How many letters must be put in, taken out, exchanged or swapped with their neighbour (optimal string alignment). */
function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, place) => place)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= one.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1] ? at(row - 2, column - 2) + 1 : Infinity;
      rows[row]?.push(Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1), swapped));
    }
  }
  return at(one.length, other.length);
}
