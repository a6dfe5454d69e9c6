/** The engine as the page sees it: started when needed, ended when a query runs away, and started again. */

import { fetched } from "./inflating";
import { GRAPHS, type Prepared } from "./preparing";
import type { Format, Order, Reply, Request, Row } from "./protocol";

export type Answer = Extract<Reply, { tell: "boolean" | "table" }>;

/** What the engine is doing; how much of it is done where that is known. */
export interface Doing {
  what: "fetching" | "loading" | "ready" | "running";
  part?: number;
  statements?: number;
}

/** The query was stopped before it had an answer. */
export class Stopped extends Error {
  constructor(readonly because: "time" | "wish" | "broken") {
    super(because);
  }
}

interface Waiting {
  resolve: (reply: Reply) => void;
  reject: (problem: Error) => void;
}

export class Engine {
  private files: Promise<[ArrayBuffer, ArrayBuffer]> | undefined;
  private worker: Worker | undefined;
  private loaded: Promise<void> | undefined;
  private waiting: Waiting[] = [];

  /**
   * @param root the way to the root of the site
   * @param prefixes for the Turtle of graphs
   * @param doing called with what the engine does
   */
  constructor(
    private readonly root: string,
    private readonly prefixes: Record<string, string>,
    private readonly doing: (doing: Doing) => void,
  ) {}

  /** Gets ready; does nothing when it is or is about to be. */
  start(): Promise<void> {
    this.loaded ??= this.load().catch((problem: unknown) => {
      this.end(new Stopped("broken"));
      throw problem;
    });
    return this.loaded;
  }

  /** Answers a query, or rejects with Stopped when it takes longer than the limit. */
  async query(prepared: Prepared, seconds: number): Promise<Answer> {
    await this.start();
    const graphs = prepared.namesGraphs ? undefined : { asked: GRAPHS.slice(0, -1), named: GRAPHS };
    this.doing({ what: "running" });
    const timer = setTimeout(() => this.stop("time"), seconds * 1000);
    try {
      return (await this.send({ ask: "query", text: prepared.text, isGraph: prepared.isGraph, graphs })) as Answer;
    } finally {
      clearTimeout(timer);
    }
  }

  async rows(from: number, count: number, order: Order | undefined): Promise<Row[]> {
    const reply = await this.send({ ask: "rows", from, count, order });
    return reply.tell === "rows" ? reply.rows : [];
  }

  async file(format: Format): Promise<Blob> {
    const reply = await this.send({ ask: "file", format });
    return reply.tell === "file" ? reply.content : new Blob();
  }

  /** Stops whatever runs. WebAssembly cannot be interrupted, so the whole thread ends, and a new one reads the data again. */
  stop(because: Stopped["because"]): void {
    this.end(new Stopped(because));
    this.start().catch(() => undefined);
  }

  private async load(): Promise<void> {
    this.files ??= this.fetch();
    this.files.catch(() => (this.files = undefined));
    const [engine, data] = await this.files;
    this.doing({ what: "loading", part: 0 });
    this.worker = new Worker(`${this.root}assets/worker.js`);
    this.worker.onmessage = ({ data: reply }: MessageEvent<Reply>) => this.hear(reply);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.hear({ tell: "broken", message: event.message ?? "" });
    };
    // The buffers are copied, not handed over: they are needed again when the thread must be replaced.
    const reply = await this.send({ ask: "load", engine, data, prefixes: this.prefixes });
    if (reply.tell === "ready") this.doing({ what: "ready", statements: reply.statements });
  }

  private async fetch(): Promise<[ArrayBuffer, ArrayBuffer]> {
    const parts = [0, 0];
    const arrived = (which: number) => (part: number) => {
      parts[which] = part;
      this.doing({ what: "fetching", part: ((parts[0] ?? 0) + (parts[1] ?? 0)) / 2 });
    };
    this.doing({ what: "fetching" });
    const data = fetched(`${this.root}talent-moves.nq.gz`, arrived(1)).catch(() => fetched(`${this.root}talent-moves.nq`, arrived(1)));
    return Promise.all([fetched(`${this.root}assets/oxigraph.wasm.gz`, arrived(0)), data]);
  }

  private send(request: Request): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (!this.worker) return reject(new Stopped("broken"));
      this.waiting.push({ resolve, reject });
      this.worker.postMessage(request);
    });
  }

  /** The worker answers requests in the order in which they came. */
  private hear(reply: Reply): void {
    if (reply.tell === "progress") return this.doing({ what: "loading", part: reply.part });
    const first = this.waiting.shift();
    if (reply.tell === "error") first?.reject(new Error(reply.message));
    else if (reply.tell === "broken") {
      first?.reject(new Stopped("broken"));
      this.end(new Stopped("broken"));
    } else first?.resolve(reply);
  }

  private end(why: Stopped): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.loaded = undefined;
    for (const one of this.waiting.splice(0)) one.reject(why);
  }
}
