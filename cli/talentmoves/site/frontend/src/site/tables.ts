/** Tables that can be sorted by a column (https://www.w3.org/WAI/ARIA/apg/patterns/table/examples/sortable-table/). */

import { compare } from "./comparing";
import { element } from "./elements";
import { words } from "./words";

/** Puts a button into each heading. A cell's data-value is what it is sorted by, its text where it has none. */
export function makeSortable(table: HTMLTableElement): void {
  const headings = [...(table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? [])];
  headings.forEach((heading, column) => {
    if (!heading.textContent?.trim() || heading.dataset.sort === "no" || heading.querySelector("a, button")) return;
    const button = element("button", { class: "sort", type: "button" });
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const descending = heading.getAttribute("aria-sort") === "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      for (const body of table.tBodies) sort(body, column, descending);
    });
  });
}

function sort(body: HTMLTableSectionElement, column: number, descending: boolean): void {
  const rows = [...body.rows].map((row) => [key(row.cells[column]), row] as const);
  rows.sort(([one], [other]) => {
    // What has no value stays at the end, whichever way the others go.
    if (one === "" || other === "") return Number(one === "") - Number(other === "");
    return (descending ? -1 : 1) * compare(one, other);
  });
  body.append(...rows.map(([, row]) => row));
}

function key(cell: HTMLTableCellElement | undefined): string {
  return (cell?.dataset.value ?? cell?.textContent ?? "").trim();
}

/** Lets the keyboard scroll the frames of tables and of texts that are too wide for the window. */
export function letKeyboardScroll(frames: readonly HTMLElement[]): void {
  const labels = new Map(frames.map((frame) => [frame, label(frame)]));
  const look = (): void => {
    for (const frame of frames) {
      if (frame.scrollWidth > frame.clientWidth) {
        frame.tabIndex = 0;
        frame.setAttribute("role", "region");
        frame.setAttribute("aria-label", labels.get(frame) ?? "");
      } else for (const name of ["tabindex", "role", "aria-label"]) frame.removeAttribute(name);
    }
  };
  look();
  addEventListener("resize", look);
  document.addEventListener("toggle", look, true); // What was folded away had no width.
}

/** Returns what the page calls a frame, or else its caption, or else what it is. */
function label(frame: HTMLElement): string {
  const heading = document.getElementById(frame.getAttribute("aria-labelledby") ?? "");
  const caption = frame.querySelector("caption");
  const given = frame.getAttribute("aria-label") ?? (heading ?? caption)?.textContent?.trim();
  return given || (frame.tagName === "PRE" ? words.textScrolls : words.scrolls);
}
