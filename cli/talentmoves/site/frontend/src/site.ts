/** What every page runs. All of it is comfort: without it the pages say the same. */

import { addCopyButton } from "./site/copying";
import { showResults } from "./site/results";
import { suggest } from "./site/suggestions";
import { letKeyboardScroll, makeSortable } from "./site/tables";
import { addThemeButton, applyTheme } from "./site/theme";

applyTheme();

document.addEventListener("DOMContentLoaded", () => {
  const input = document.querySelector<HTMLInputElement>("form.search input");
  if (input) suggest(input);
  const results = document.querySelector<HTMLElement>("[data-results]");
  if (results && input) void showResults(results, input);
  document.querySelectorAll<HTMLTableElement>("table.sortable").forEach(makeSortable);
  document.querySelectorAll<HTMLElement>("[data-copy]").forEach(addCopyButton);
  letKeyboardScroll([...document.querySelectorAll<HTMLElement>(".wide, pre")]);
  const header = document.querySelector(".top");
  if (header) addThemeButton(header);
});
