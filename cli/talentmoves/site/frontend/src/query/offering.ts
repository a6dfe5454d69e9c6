/** What the editor offers while one types: variables, keywords, our terms with their definitions, and names of entities. */

import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import { fold, holds, soughtWords } from "../site/folding";
import { type Entry, find, names } from "../site/names";
import { KEYWORDS } from "./keywords";
import type { OfferedTerm, Vocabulary } from "./terms";
import { tokens } from "./tokens";

const SHOWN = 40;
const NAMES_SHOWN = 12;

/** Returns the source of offers; names are loaded when first wanted. */
export function offers(known: Vocabulary, root: string, language: "en" | "zh"): CompletionSource {
  const folded = known.terms.map((term) => ({ term, labels: fold(term.labels), local: local(term.name) }));

  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const typed = context.matchBefore(/[?$]?[\p{L}\p{N}_-]*(?::[\p{L}\p{N}_-]*)?/u);
    if (!typed || (typed.from === typed.to && !context.explicit) || isInText(context)) return null;
    const text = typed.text;
    if (/^[?$]/u.test(text)) return result(typed.from, variables(context, typed.from, text));
    const colon = text.indexOf(":");
    const prefix = colon === -1 ? "" : text.slice(0, colon);
    const sought = text.slice(colon + 1);
    const words = soughtWords(sought);
    const offered: Completion[] = [];
    if (colon === -1) {
      const upper = text.toUpperCase();
      offered.push(...KEYWORDS.filter((word) => word.startsWith(upper)).map((word) => ({ label: text && text === text.toLowerCase() ? word.toLowerCase() : word, type: "keyword" })));
      offered.push(...Object.entries(known.prefixes).filter(([name]) => name.startsWith(text)).map(([name, namespace]) => ({ label: `${name}:`, detail: namespace })));
    }
    const terms = folded.filter(({ term, labels, local }) => {
      if (colon !== -1 && !term.name.startsWith(`${prefix}:`)) return false;
      return local.startsWith(sought.toLowerCase()) || (words.length > 0 && (local.includes(sought.toLowerCase()) || holds(labels, words)));
    });
    const rank = (one: (typeof terms)[number]): number => Number(!one.local.startsWith(sought.toLowerCase()));
    offered.push(...terms.sort((one, other) => rank(one) - rank(other)).map(({ term }) => termOffer(term)));
    if (words.length && (colon === -1 ? sought.length > 1 || /\p{Script=Han}/u.test(sought) : true)) offered.push(...(await entities(prefix, sought, root, language)));
    return result(typed.from, offered);
  };
}

function result(from: number, options: Completion[]): CompletionResult | null {
  return options.length ? { from, options: options.slice(0, SHOWN), filter: false } : null;
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}

function termOffer(term: OfferedTerm): Completion {
  return { label: term.name, detail: term.label, info: term.definition, type: term.kind };
}

/** Nothing is offered inside strings, addresses and comments. */
function isInText(context: CompletionContext): boolean {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const bare = before.replace(/<[^<>"{}|^`\\\s]*>/gu, "").replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gu, "");
  return /["'#]|<[^\s<>]+$/u.test(bare);
}

function variables(context: CompletionContext, from: number, text: string): Completion[] {
  const found = new Set<string>();
  for (const token of tokens(context.state.doc.toString())) {
    if (token.variable && token.at !== from) found.add(`${text[0]}${token.variable}`);
  }
  return [...found].filter((name) => name.startsWith(text)).sort().map((label) => ({ label, type: "variable" }));
}

async function entities(prefix: string, sought: string, root: string, language: "en" | "zh"): Promise<Completion[]> {
  let entries: Entry[];
  try {
    entries = await names(root);
  } catch {
    return [];
  }
  return find(entries, sought.replaceAll("-", " "))
    .filter(({ kind, path }) => kind !== "r" && (!prefix || path.startsWith(`${prefix}/`)))
    .slice(0, NAMES_SHOWN)
    .map((entry) => {
      const [name, other] = language === "zh" ? [entry.zh || entry.en, entry.en] : [entry.en, entry.zh];
      return { label: entry.path.replace("/", ":"), detail: other && other !== name ? `${name} · ${other}` : name, info: language === "zh" ? entry.hintZh : entry.hintEn };
    });
}
