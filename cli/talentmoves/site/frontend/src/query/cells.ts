/** Cells of an answer. Whatever stands in the data becomes text; only addresses of the web become links. */

import { element } from "../site/elements";
import type { Term } from "./protocol";

const BASE = "https://w3id.org/talent-moves/";
// Controls, and the characters that turn the direction of text: in a cell they can only deceive.
const INVISIBLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const LISTED = 12;

export interface Site {
  /** The way to the root of the pages in this language. */
  home: string;
  /** The kinds of things that have pages, such as person. */
  folders: readonly string[];
  prefixes: Readonly<Record<string, string>>;
}

export function cell(term: Term | undefined, site: Site): Node {
  if (!term) return document.createTextNode("");
  if (term.type === "uri") return address(term.value, site);
  if (term.type === "bnode") return document.createTextNode(`_:${visible(term.value)}`);
  const listed = term.value.split(" ");
  if (listed.every((one) => one.startsWith(BASE))) return list(listed, site);
  const text = element("span", { dir: "auto" }, visible(term.value));
  if (term["xml:lang"]) text.lang = term["xml:lang"];
  if (term.datatype) text.title = shortened(term.datatype, site.prefixes);
  return text;
}

/** Several addresses in one text, as reports give the moves behind a figure. */
function list(addresses: readonly string[], site: Site): Node {
  const shown = element("span");
  addresses.slice(0, LISTED).forEach((one, place) => shown.append(place ? " " : "", address(one, site)));
  if (addresses.length > LISTED) shown.append(` … +${addresses.length - LISTED}`);
  return shown;
}

function address(iri: string, site: Site): Node {
  const text = visible(shortened(iri, site.prefixes));
  const target = pageOf(iri, site);
  if (!target) return element("span", { title: visible(iri) }, text);
  const link = element("a", { href: target, title: visible(iri) }, text);
  if (!target.startsWith(site.home) || /^https?:/u.test(target)) link.rel = "noopener noreferrer";
  return link;
}

function pageOf(iri: string, site: Site): string {
  if (iri.startsWith(BASE)) {
    const path = iri.slice(BASE.length);
    if (/^ns#\w+$/u.test(path)) return `${site.home}ns.html${path.slice(2)}`;
    const found = /^([a-z]+)\/[\w.-]+$/u.exec(path);
    return found && site.folders.includes(found[1] ?? "") ? `${site.home}${path}.html` : "";
  }
  return /^https?:\/\/[^\s]+$/iu.test(iri) ? iri : "";
}

/** Returns an address with the prefix that stands for its beginning. */
export function shortened(iri: string, prefixes: Readonly<Record<string, string>>): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (iri.startsWith(namespace) && /^[\w-]+$/u.test(iri.slice(namespace.length))) return `${prefix}:${iri.slice(namespace.length)}`;
  }
  return iri;
}

/** Returns text with the characters that cannot be seen replaced by their codes. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
