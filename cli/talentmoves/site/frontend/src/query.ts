/** The query page. */

import { element } from "./site/elements";
import { language } from "./site/words";
import { type Doing, Engine, Stopped } from "./query/engine";
import { type Editing, Field } from "./query/editing";
import { past, remember } from "./query/past";
import { prepare } from "./query/preparing";
import { ofFailure, ofRefusal, type Problem } from "./query/problems";
import { fromFragment, toFragment } from "./query/sharing";
import { show } from "./query/showing";
import { vocabulary, type Vocabulary } from "./query/terms";
import { said, type Words } from "./query/words";

function find<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found as Kind;
}

const words = JSON.parse(find("words").textContent ?? "{}") as Words;
const panel = find("panel");
const { root = "", home = "", folders = "" } = panel.dataset;
const field = find<HTMLTextAreaElement>("sparql");
const runButton = find<HTMLButtonElement>("run");
const stopButton = find<HTMLButtonElement>("stop");
const limit = find<HTMLSelectElement>("limit");
const example = find<HTMLSelectElement>("example");
const earlier = find<HTMLSelectElement>("earlier");
const status = find("status");
const progress = find<HTMLProgressElement>("progress");
const result = find("result");

let editing: Editing = new Field(field, () => void run());
let running = false;

async function start(): Promise<void> {
  const known: Vocabulary = await vocabulary(root, language);
  const engine = new Engine(root, known.prefixes, tell);
  const site = { home, folders: folders.split(" "), prefixes: known.prefixes };

  run = async () => {
    if (running) return;
    const query = editing.text();
    const prepared = prepare(query, known.prefixes);
    editing.mark(undefined);
    if ("reason" in prepared) return complain(ofRefusal(prepared, words));
    const seconds = Number(limit.value);
    remember(query);
    listEarlier();
    setRunning(true);
    try {
      const answer = await engine.query(prepared, seconds);
      await show(result, answer, engine, site, words);
      const time = (answer.milliseconds / 1000).toLocaleString("en", { maximumFractionDigits: 2, minimumFractionDigits: 2 });
      const count = answer.tell === "table" ? answer.count.toLocaleString("en") : "";
      setStatus(said(answer.tell === "boolean" ? words.answered : answer.count === 1 ? words.one_row : words.rows, { count, time }));
    } catch (problem) {
      complain(ofFailure(problem, query, prepared, seconds, words));
    } finally {
      setRunning(false);
    }
  };
  stopButton.addEventListener("click", () => engine.stop("wish"));
  await openEditor(known);
  await open();
  panel.hidden = false;
  find("before").hidden = true;
  engine.start().catch((problem: unknown) => {
    if (!(problem instanceof Stopped)) complain({ message: said(words.unreachable, { message: String(problem) }) });
  });
}

let run = async (): Promise<void> => undefined;

/** Puts the editor in the place of the field, which stays where the editor does not come up. */
async function openEditor(known: Vocabulary): Promise<void> {
  const place = find("editor");
  try {
    const { Editor } = (await import("./editor.js"));
    editing = new Editor(place, field.value, { known, root, language, label: said(words.editor), run: () => void run() });
    place.hidden = false;
    find("plain").hidden = true;
  } catch {
    place.hidden = true;
  }
}

/** Opens what the address asks for; without that, what ran last in this tab. */
async function open(): Promise<void> {
  const asked = await fromFragment(location.hash);
  if (asked.report) await openReport(asked.report);
  else editing.replace(asked.query ?? past()[0] ?? field.defaultValue);
}

async function openReport(name: string): Promise<void> {
  const answer = await fetch(`${root}report/${name}.rq`);
  if (!answer.ok) return complain({ message: said(words.no_report, { name }) });
  editing.replace(await answer.text());
  editing.mark(undefined);
  example.value = [...example.options].some((option) => option.value === name) ? name : "";
}

function tell(doing: Doing): void {
  progress.hidden = doing.what === "ready";
  if (doing.part === undefined) progress.removeAttribute("value");
  else progress.value = doing.part;
  if (doing.what === "ready") {
    if (!running) setStatus(said(words.ready, { count: (doing.statements ?? 0).toLocaleString("en") }), !status.classList.contains("bad"));
  } else if (!status.classList.contains("bad") || doing.what === "running") setStatus(said(words[doing.what]));
}

function setRunning(on: boolean): void {
  running = on;
  runButton.disabled = on;
  stopButton.hidden = !on;
  progress.hidden = !on;
  result.setAttribute("aria-busy", String(on));
  if (on) {
    status.classList.remove("bad");
    result.replaceChildren();
  }
}

/** Says something aloud, unless what stands there matters more. */
function setStatus(text: string, replace = true): void {
  if (!replace) return;
  status.classList.remove("bad");
  if (status.textContent !== text) status.textContent = text;
}

function complain(problem: Problem): void {
  status.textContent = problem.message;
  status.classList.add("bad");
  editing.mark(problem);
}

function listEarlier(): void {
  const queries = past();
  const options = queries.map((query, place) => element("option", { value: String(place) }, query.replace(/^(?:\s*(?:#.*|PREFIX.*))+/giu, "").trim().slice(0, 80)));
  earlier.replaceChildren(element("option", { value: "" }, said(words.choose)), ...options);
  find("earlier-place").hidden = !queries.length;
}

async function share(): Promise<void> {
  history.replaceState(null, "", await toFragment(editing.text()));
  try {
    await navigator.clipboard.writeText(location.href);
    setStatus(said(words.link_copied));
  } catch {
    setStatus(said(words.link_made));
  }
}

runButton.addEventListener("click", () => void run());
find("share").addEventListener("click", () => void share());
example.addEventListener("change", () => {
  if (!example.value) return;
  history.replaceState(null, "", `#report=${example.value}`);
  void openReport(example.value);
});
earlier.addEventListener("change", () => {
  const query = past()[Number(earlier.value)];
  if (earlier.value && query) editing.replace(query);
});
addEventListener("hashchange", () => void open());
listEarlier();
start().catch((problem: unknown) => {
  find("before").textContent = said(words.unreachable, { message: String(problem) });
});
