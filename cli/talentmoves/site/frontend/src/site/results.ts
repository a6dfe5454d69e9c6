/** The page of results: everything whose name holds the words of ?q=. */

import { element } from "./elements";
import { find, names } from "./names";
import { described } from "./suggestions";
import { words } from "./words";

const AT_ONCE = 50;

/** Fills the element with the results; the box of the page shows what was sought. */
export async function showResults(place: HTMLElement, input: HTMLInputElement): Promise<void> {
  const { root = "", home = "" } = input.dataset;
  const typed = new URLSearchParams(location.search).get("q") ?? "";
  input.value = typed;
  if (!typed.trim()) return;
  const count = element("p", { role: "status" });
  place.replaceChildren(count);
  try {
    const found = find(await names(root), typed);
    count.textContent = found.length ? words.found(found.length) : words.none;
    const list = element("ul", { class: "results" });
    const more = element("button", { class: "button", type: "button" }, words.more);
    const show = (): void => {
      const from = list.children.length;
      for (const entry of found.slice(from, from + AT_ONCE)) {
        const [name, ...rest] = described(entry);
        list.append(element("li", {}, element("a", { href: `${home}${entry.path}.html` }, name ?? ""), ...rest));
      }
      more.hidden = list.children.length >= found.length;
      if (from) list.children[from]?.querySelector("a")?.focus();
    };
    more.addEventListener("click", show);
    place.append(list, more);
    show();
  } catch {
    count.textContent = words.unreachable;
  }
}
