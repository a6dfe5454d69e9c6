/** The editor of the query page: CodeMirror with SPARQL, our terms and names offered while one types. */

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";
import type { Editing } from "./query/editing";
import { offers } from "./query/offering";
import type { Problem } from "./query/problems";
import type { Vocabulary } from "./query/terms";

export interface Setting {
  known: Vocabulary;
  root: string;
  language: "en" | "zh";
  /** What a screen reader calls the editor. */
  label: string;
  run: () => void;
}

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.variableName, color: "var(--accent-2)" },
  { tag: tags.string, color: "var(--ok)" },
  { tag: [tags.integer, tags.float, tags.bool, tags.annotation, tags.typeName], color: "var(--warn)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: tags.url, color: "var(--ink)", textDecoration: "underline", textDecorationColor: "var(--line)" },
]);

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--muted)", borderRadius: "3px", fontSize: ".9rem" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", minHeight: "13rem", maxHeight: "65vh" },
  ".cm-content": { caretColor: "var(--ink)", padding: ".6em 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--muted)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--card) 60%, transparent)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--accent) 28%, transparent) !important" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--mark)", color: "inherit" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", color: "var(--bad)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad)", textDecorationSkipInk: "none" },
  ".cm-lintPoint::after": { borderBottomColor: "var(--bad)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--muted)", borderRadius: "3px", fontFamily: "var(--sans)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--sans)", maxHeight: "17em", maxWidth: "min(40em, 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: ".25em .6em", lineHeight: "1.4" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
  ".cm-completionLabel": { fontFamily: "var(--mono)", fontSize: ".9em" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: ".85" },
  "@media (max-width: 45rem)": { ".cm-tooltip.cm-completionInfo": { display: "none" } },
  ".cm-tooltip.cm-completionInfo": { padding: ".5em .7em", maxWidth: "22rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
});

export class Editor implements Editing {
  private readonly view: EditorView;

  constructor(place: HTMLElement, text: string, setting: Setting) {
    // In a shadow tree the editor's styles are constructed sheets, which a policy without inline styles allows.
    const shadow = place.shadowRoot ?? place.attachShadow({ mode: "open" });
    const run = (): boolean => {
      setting.run();
      return true;
    };
    this.view = new EditorView({
      parent: shadow,
      root: shadow,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({ override: [offers(setting.known, setting.root, setting.language)], icons: false }),
          sparql(),
          syntaxHighlighting(colours),
          look,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": setting.label, spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
          Prec.highest(keymap.of([{ key: "Mod-Enter", run }, { key: "Ctrl-Enter", run }])),
          // Tab is not taken, so that the keyboard can always leave the editor.
          keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
        ],
      }),
    });
  }

  text(): string {
    return this.view.state.doc.toString();
  }

  replace(text: string): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true });
    this.mark(undefined);
  }

  mark(problem: Problem | undefined): void {
    const length = this.view.state.doc.length;
    const diagnostics: Diagnostic[] = [];
    if (problem?.from !== undefined) {
      const from = Math.min(problem.from, length);
      diagnostics.push({ from, to: Math.min(Math.max(problem.to ?? from, from), length), severity: "error", message: problem.message });
      this.view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      this.focus();
    }
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  focus(): void {
    this.view.focus();
  }
}
