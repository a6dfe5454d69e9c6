/** The answer on the page: a table that is sorted and lengthened on demand, and files of all of it. */

import { element } from "../site/elements";
import { letKeyboardScroll } from "../site/tables";
import { isNumber } from "./answers";
import { cell, type Site, visible } from "./cells";
import type { Answer, Engine } from "./engine";
import type { Format, Order } from "./protocol";
import { said, type Words } from "./words";

const AT_ONCE = 200;
const TYPES: Record<Format, string> = {
  csv: "text/csv;charset=utf-8",
  tsv: "text/tab-separated-values;charset=utf-8",
  json: "application/sparql-results+json",
  ttl: "text/turtle;charset=utf-8",
};

/** Fills the place with an answer. */
export async function show(place: HTMLElement, answer: Answer, engine: Engine, site: Site, words: Words): Promise<void> {
  if (answer.tell === "boolean") {
    place.replaceChildren(element("p", { class: "yes-no" }, said(answer.value ? words.yes : words.no)));
    return;
  }
  const body = element("tbody");
  const more = element("button", { class: "button", type: "button" });
  let order: Order | undefined;

  async function lengthen(): Promise<void> {
    const from = body.rows.length;
    const rows = await engine.rows(from, AT_ONCE, order);
    for (const row of rows) {
      body.append(element("tr", {}, ...row.map((term) => element("td", isNumber(term) ? { class: "number" } : {}, cell(term, site)))));
    }
    const left = answer.tell === "table" ? answer.count - body.rows.length : 0;
    more.hidden = left <= 0;
    more.textContent = said(words.more, { count: Math.min(left, AT_ONCE).toLocaleString("en"), left: left.toLocaleString("en") });
  }

  const headings = answer.variables.map((name, column) => {
    const button = element("button", { class: "sort", type: "button" }, visible(name));
    const heading = element("th", { scope: "col" }, button);
    button.addEventListener("click", () => {
      order = { column, descending: heading.getAttribute("aria-sort") === "ascending" };
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
      body.replaceChildren();
      void lengthen().catch(gone);
    });
    return heading;
  });
  // The rows live in the thread of the engine; when that ends, the next answer is on its way.
  const gone = (): void => place.replaceChildren(element("p", { class: "note" }, said(words.gone)));
  more.addEventListener("click", () => void lengthen().catch(gone));
  const frame = element("div", { class: "wide" }, element("table", {}, element("thead", {}, element("tr", {}, ...headings)), body));
  const formats: Format[] = answer.isGraph ? ["ttl", "csv", "tsv"] : ["csv", "tsv", "json"];
  const files = formats.map((format) => {
    const button = element("button", { class: "button", type: "button" }, said(words[`file_${format}`]));
    button.addEventListener("click", () => void engine.file(format).then((content) => save(content, format), gone));
    return button;
  });
  await lengthen();
  place.replaceChildren(...(answer.count ? [element("div", { class: "buttons" }, ...files), frame, more] : []));
  letKeyboardScroll([frame]);
}

function save(content: Blob, format: Format): void {
  const address = URL.createObjectURL(new Blob([content], { type: TYPES[format] }));
  const link = element("a", { href: address, download: `talent-moves-query.${format === "json" ? "srj" : format}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
