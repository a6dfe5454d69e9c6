/** Buttons that copy: beside each element with data-copy, its value or, where that is empty, the element's text. */

import { element } from "./elements";
import { words } from "./words";

export function addCopyButton(subject: HTMLElement): void {
  if (!navigator.clipboard) return; // Only pages from https or this machine may write to it.
  const button = element("button", { class: "copy", type: "button" }, words.copy);
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(subject.dataset.copy || subject.textContent || "").then(
      () => tell(words.copied),
      () => tell(words.refused),
    );
  });
  const tell = (text: string): void => {
    button.textContent = text;
    setTimeout(() => (button.textContent = words.copy), 2000);
  };
  if (subject.tagName === "PRE") {
    const frame = element("div", { class: "copied" });
    subject.replaceWith(frame);
    frame.append(subject, button);
  } else subject.after(" ", button);
}
