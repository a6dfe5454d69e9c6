/** What is done to a query before it runs: our prefixes declared, and refused what this page cannot do. */

import { type Token, tokens } from "./tokens";

const GRAPH = "https://w3id.org/talent-moves/graph/";
/** The graphs of a release; all but the last make up the graph that a query asks when it names none. */
export const GRAPHS = ["curated", "derived", "ontology", "shapes"].map((name) => GRAPH + name);

const UPDATES = new Set(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"]);
const FORMS = new Set(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]);

/** Why a query is not run, and where. */
export interface Refusal {
  reason: "empty" | "service" | "from" | "update" | "prefix";
  /** The prefix or address concerned. */
  about: string;
  at: number;
  length: number;
}

export interface Prepared {
  text: string;
  /** How many lines were put in front. */
  linesBefore: number;
  /** Whether the answer is a graph (CONSTRUCT, DESCRIBE), not a table. */
  isGraph: boolean;
  /** Whether the query says itself which graphs it asks. */
  namesGraphs: boolean;
}

/** Makes a query ready to run, or says why it is refused. */
export function prepare(query: string, prefixes: Readonly<Record<string, string>>): Prepared | Refusal {
  const found = tokens(query);
  const words = found.map((token) => token.word?.toUpperCase() ?? "");
  const refusal = (reason: Refusal["reason"], token: Token | undefined, about: string): Refusal => ({
    reason,
    about,
    at: token?.at ?? 0,
    length: token?.text.length ?? 0,
  });
  if (!found.length) return refusal("empty", undefined, "");
  const declared = new Set<string>();
  let namesGraphs = false;
  for (const [place, word] of words.entries()) {
    const token = found[place];
    const next = found[place + 1];
    if (word === "PREFIX" && next?.prefix !== undefined) declared.add(next.prefix);
    if (word === "SERVICE") return refusal("service", token, "");
    if (word === "FROM") {
      namesGraphs = true;
      const graph = words[place + 1] === "NAMED" ? found[place + 2] : next;
      const address = graph?.iri ?? (graph?.prefix !== undefined ? (prefixes[graph.prefix] ?? "") + (graph.local ?? "") : "");
      if (!GRAPHS.includes(address)) return refusal("from", graph, address || (graph?.text ?? ""));
    }
  }
  const verb = words.findIndex((word) => UPDATES.has(word) || FORMS.has(word));
  if (UPDATES.has(words[verb] ?? "")) return refusal("update", found[verb], "");
  const isGraph = ["CONSTRUCT", "DESCRIBE"].includes(words[verb] ?? "");
  const lacking = new Set<string>();
  for (const token of found) {
    const prefix = token.prefix;
    if (!prefix || declared.has(prefix)) continue;
    if (!Object.hasOwn(prefixes, prefix)) return refusal("prefix", token, prefix);
    lacking.add(prefix);
  }
  if (!lacking.size) return { text: query, linesBefore: 0, isGraph, namesGraphs };
  const before = [...lacking].map((prefix) => `PREFIX ${prefix}: <${prefixes[prefix]}>`).join(" ");
  return { text: `${before}\n${query}`, linesBefore: 1, isGraph, namesGraphs };
}
