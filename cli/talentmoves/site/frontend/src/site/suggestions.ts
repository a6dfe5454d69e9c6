/** The search box: suggestions while one types (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). */

import { element } from "./elements";
import { type Entry, find, names } from "./names";
import { language, words } from "./words";

const SHOWN = 8;

export function suggest(input: HTMLInputElement): void {
  const { root = "", home = "" } = input.dataset;
  const list = element("ul", { class: "suggestions", id: "suggestions", role: "listbox", "aria-label": input.labels?.[0]?.textContent ?? "" });
  const said = element("div", { class: "unseen", role: "status" });
  list.hidden = true;
  input.after(list, said);
  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(key, value);
  }
  let shown: Entry[] = [];
  let active = -1;

  function close(): void {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index: number): void {
    active = index;
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const option = list.children[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function open(entry: Entry | undefined): void {
    if (entry) location.href = `${home}${entry.path}.html`;
  }

  async function show(): Promise<void> {
    const typed = input.value;
    if (!typed.trim()) return close();
    try {
      const entries = await names(root);
      if (typed !== input.value) return;
      shown = find(entries, typed).slice(0, SHOWN);
    } catch {
      shown = []; // The page of results, which Enter opens, says what is wrong.
      return close();
    }
    said.textContent = shown.length ? words.suggestions(shown.length) : words.none;
    if (!shown.length || document.activeElement !== input) return close();
    list.replaceChildren(...shown.map((entry, place) => option(entry, place)));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    choose(-1);
  }

  function option(entry: Entry, place: number): HTMLElement {
    const made = element("li", { role: "option", id: `suggestion-${place}`, "aria-selected": "false" }, ...described(entry));
    made.addEventListener("click", () => open(entry));
    return made;
  }

  input.addEventListener("focus", () => void names(root).catch(() => undefined));
  input.addEventListener("input", () => void show());
  input.addEventListener("blur", close);
  // A press on the list must not take the focus from the box, which would close it before the click arrives.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Enter then ends the input of Chinese characters.
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return void show();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(active === -1 && step === -1 ? shown.length - 1 : ((active + step + shown.length + 1) % (shown.length + 1)));
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active >= 0 && active < shown.length) {
      event.preventDefault();
      open(shown[active]);
    }
  });
}

/** Returns the name in the page's language, its kind, and what tells it from others. */
export function described(entry: Entry): (Node | string)[] {
  const [name, other] = language === "zh" ? [entry.zh || entry.en, entry.zh ? entry.en : ""] : [entry.en || entry.zh, entry.en ? entry.zh : ""];
  const hint = [other === name ? "" : other, language === "zh" ? entry.hintZh : entry.hintEn].filter(Boolean).join(" · ");
  return [name, element("span", { class: "kind" }, words[entry.kind]), ...(hint ? [element("span", { class: "hint" }, hint)] : [])];
}
