/** Cuts SPARQL and Turtle into tokens, so that nothing inside a string, an address or a comment is mistaken for syntax.
 *
 * The same expression as in sparql.py of the package (https://www.w3.org/TR/sparql11-query/#sparqlGrammar).
 */

const TOKEN = new RegExp(
  [
    /<(?<iri>[^<>"{}|^`\\\x00-\x20]*)>/u,
    /(?<literal>(?:'''(?:[^'\\]|\\.|'(?!''))*'''|"""(?:[^"\\]|\\.|"(?!""))*"""|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")(?:\^\^|@[\w-]+)?)/u,
    /(?<comment>#[^\n]*)/u,
    /[?$](?<variable>[\p{L}\p{N}_]+)/u,
    /(?<prefix>[A-Za-z](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?)?:(?<local>(?:[\p{L}\p{N}_.%-]*[\p{L}\p{N}_%-])?)/u,
    /(?<word>[\p{L}\p{N}_]+)/u,
    /(?<mark>[^\s\p{L}\p{N}_])/u,
  ]
    .map((part) => part.source)
    .join("|"),
  "gsu",
);

export interface Token {
  /** Where it begins in the text. */
  at: number;
  text: string;
  iri?: string;
  variable?: string;
  prefix?: string;
  local?: string;
  word?: string;
}

/** Returns the tokens, comments left out. */
export function tokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)]
    .filter((match) => match.groups?.comment === undefined)
    .map((match) => ({ ...match.groups, at: match.index, text: match[0] }));
}

/** Returns the text with each address that a prefix can stand for abbreviated, and those prefixes declared in front. */
export function abbreviated(turtle: string, prefixes: Readonly<Record<string, string>>): string {
  const used = new Set<string>();
  const body = turtle.replace(TOKEN, (...match) => {
    const { iri } = match.at(-1) as { iri?: string };
    const best = Object.entries(prefixes)
      .filter(([, namespace]) => iri?.startsWith(namespace) && /^[A-Za-z][\w-]*$/.test(iri.slice(namespace.length)))
      .sort(([, one], [, other]) => other.length - one.length)[0];
    if (!iri || !best) return match[0] as string;
    used.add(best[0]);
    return `${best[0]}:${iri.slice(best[1].length)}`;
  });
  return [...used].sort().map((prefix) => `@prefix ${prefix}: <${prefixes[prefix]}> .\n`).join("") + (used.size ? "\n" : "") + body;
}
