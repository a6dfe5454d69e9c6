/** Where the query is written: an editor, or the plain field of the page where the editor does not come up. */

import type { Problem } from "./problems";

export interface Editing {
  text(): string;
  replace(text: string): void;
  /** Shows where a problem is; without one, nothing is marked. */
  mark(problem: Problem | undefined): void;
  focus(): void;
}

/** The plain field. */
export class Field implements Editing {
  constructor(
    private readonly field: HTMLTextAreaElement,
    run: () => void,
  ) {
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        run();
      }
    });
  }

  text(): string {
    return this.field.value;
  }

  replace(text: string): void {
    this.field.value = text;
  }

  mark(problem: Problem | undefined): void {
    this.field.setAttribute("aria-invalid", String(problem !== undefined));
    if (problem?.from === undefined) return;
    this.field.focus();
    this.field.setSelectionRange(problem.from, problem.to ?? problem.from);
  }

  focus(): void {
    this.field.focus();
  }
}
