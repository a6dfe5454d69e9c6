/** Light, dark, or what the system has: the choice is kept in this browser alone. */

import { element } from "./elements";
import { words } from "./words";

const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];
const KEY = "talent-moves-theme";

let theme = kept();

/** Applies the choice made earlier; called before anything is painted. */
export function applyTheme(): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function addThemeButton(header: Element): void {
  const button = element("button", { class: "theme", type: "button" }, "◐");
  const name = (): void => {
    button.title = words.theme[theme];
    button.setAttribute("aria-label", words.theme[theme]);
  };
  name();
  button.addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto";
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    applyTheme();
    name();
  });
  header.append(button);
}

function kept(): Theme {
  try {
    const found = localStorage.getItem(KEY);
    return THEMES.find((one) => one === found) ?? "auto";
  } catch {
    return "auto"; // A browser may forbid storage altogether.
  }
}
