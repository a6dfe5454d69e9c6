/** What the page and its worker say to each other. */

/** A term as the W3C's JSON results have it (https://www.w3.org/TR/sparql11-results-json/). */
export interface Term {
  type: "uri" | "literal" | "bnode" | "triple";
  value: string;
  datatype?: string;
  "xml:lang"?: string;
}

/** A row of a table; nothing where a variable has no value. */
export type Row = (Term | undefined)[];

export type Format = "csv" | "tsv" | "json" | "ttl";

export interface Order {
  column: number;
  descending: boolean;
}

export type Request =
  | { ask: "load"; engine: ArrayBuffer; data: ArrayBuffer; prefixes: Record<string, string> }
  | { ask: "query"; text: string; isGraph: boolean; graphs: { asked: string[]; named: string[] } | undefined }
  /** A part of the last answer, sorted. */
  | { ask: "rows"; from: number; count: number; order: Order | undefined }
  /** All of the last answer as a file. */
  | { ask: "file"; format: Format };

export type Reply =
  /** How much of the data is read, from 0 to 1. */
  | { tell: "progress"; part: number }
  | { tell: "ready"; statements: number }
  | { tell: "boolean"; value: boolean; milliseconds: number }
  | { tell: "table"; variables: string[]; count: number; isGraph: boolean; milliseconds: number }
  | { tell: "rows"; from: number; rows: Row[] }
  | { tell: "file"; content: Blob; format: Format }
  | { tell: "error"; message: string }
  /** The engine cannot be used any more. */
  | { tell: "broken"; message: string };
