/** The query engine, in a thread of its own: Oxigraph over the statements of the release. */

import initialise, { defaultGraph, namedNode, type Quad, Store } from "oxigraph/web.js";
import { csv, json, sorted, tsv } from "./query/answers";
import { chunks, inflated } from "./query/inflating";
import type { Format, Order, Reply, Request, Row, Term } from "./query/protocol";
import { abbreviated } from "./query/tokens";

interface Answer {
  variables: string[];
  rows: Row[];
  /** The statements of CONSTRUCT and DESCRIBE as Turtle. */
  turtle: () => string;
}

/** https://www.w3.org/TR/sparql11-results-json/ */
interface Results {
  head: { vars?: string[] };
  boolean?: boolean;
  results?: { bindings: Record<string, Term>[] };
}

const STRING = "http://www.w3.org/2001/XMLSchema#string";
const page = self as unknown as Worker;
let store: Store | undefined;
let prefixes: Record<string, string> = {};
let answer: Answer | undefined;
let order: Order | undefined;
let inOrder: Row[] = [];

function tell(reply: Reply): void {
  page.postMessage(reply);
}

page.onmessage = async ({ data }: MessageEvent<Request>) => {
  try {
    await answered(data);
  } catch (problem) {
    // After a trap the memory of the engine is in no defined state.
    const broken = problem instanceof WebAssembly.RuntimeError || problem instanceof RangeError;
    tell({ tell: broken ? "broken" : "error", message: problem instanceof Error ? problem.message : String(problem) });
  }
};

async function answered(request: Request): Promise<void> {
  if (request.ask === "load") {
    prefixes = request.prefixes;
    await initialise({ module_or_path: await inflated(request.engine) });
    await load(request.data);
  } else if (request.ask === "query") query(request);
  else if (request.ask === "rows") tell({ tell: "rows", from: request.from, rows: part(request.from, request.count, request.order) });
  else tell({ tell: "file", format: request.format, content: new Blob([written(request.format)]) });
}

async function load(data: ArrayBuffer): Promise<void> {
  const content = new Uint8Array(await inflated(data));
  const fresh = new Store();
  const told = (read: number): void => tell({ tell: "progress", part: read / content.length });
  fresh.load(chunks(content, told), { format: "application/n-quads", no_transaction: true });
  store = fresh;
  tell({ tell: "ready", statements: fresh.size });
}

function query(request: Request & { ask: "query" }): void {
  if (!store) throw new Error("The data is not loaded.");
  answer = order = undefined;
  inOrder = [];
  const began = performance.now();
  const options = request.graphs && { default_graph: request.graphs.asked.map(namedNode), named_graphs: request.graphs.named.map(namedNode) };
  if (request.isGraph) {
    const quads = store.query(request.text, options) as Quad[];
    answer = { variables: ["subject", "predicate", "object"], rows: quads.map(asRow), turtle: () => turtle(quads) };
  } else {
    const found = JSON.parse(store.query(request.text, { ...options, results_format: "application/sparql-results+json" }) as string) as Results;
    if (found.boolean !== undefined) return tell({ tell: "boolean", value: found.boolean, milliseconds: performance.now() - began });
    const variables = found.head.vars ?? [];
    const rows = (found.results?.bindings ?? []).map((binding) => variables.map((name) => flat(binding[name])));
    answer = { variables, rows, turtle: () => "" };
  }
  const { variables, rows } = answer;
  tell({ tell: "table", variables, count: rows.length, isGraph: request.isGraph, milliseconds: performance.now() - began });
}

/** Returns a term whose value is text; a triple as a term (RDF 1.2) comes in parts. */
function flat(term: Term | undefined): Term | undefined {
  return term?.type === "triple" ? { type: "triple", value: JSON.stringify(term.value) } : term;
}

function asRow(quad: Quad): Row {
  return [quad.subject, quad.predicate, quad.object].map((term) => {
    if (term.termType === "NamedNode") return { type: "uri", value: term.value };
    if (term.termType === "BlankNode") return { type: "bnode", value: term.value };
    if (term.termType !== "Literal") return { type: "triple", value: term.toString() };
    const plain: Term = { type: "literal", value: term.value };
    if (term.language) return { ...plain, "xml:lang": term.language };
    return term.datatype.value === STRING ? plain : { ...plain, datatype: term.datatype.value };
  });
}

function turtle(quads: Quad[]): string {
  return abbreviated(new Store(quads).dump({ format: "text/turtle", from_graph_name: defaultGraph() }), prefixes);
}

function part(from: number, count: number, wanted: Order | undefined): Row[] {
  if (!answer) return [];
  if (wanted && (wanted.column !== order?.column || wanted.descending !== order.descending)) {
    inOrder = sorted(answer.rows, wanted);
    order = wanted;
  }
  return (wanted ? inOrder : answer.rows).slice(from, from + count);
}

function written(format: Format): string {
  if (!answer) return "";
  const { variables, rows } = answer;
  const inItsOrder = order ? inOrder : rows;
  if (format === "csv") return csv(variables, inItsOrder);
  if (format === "tsv") return tsv(variables, inItsOrder);
  return format === "json" ? json(variables, inItsOrder) : answer.turtle();
}
