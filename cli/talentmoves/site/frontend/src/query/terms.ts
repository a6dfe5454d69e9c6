/** The prefixes and terms that the editor offers, from terms.json. */

/** Name with its prefix, kind, label and definition in English, both in Chinese. */
type Item = [string, string, string, string, string, string];

export interface OfferedTerm {
  name: string;
  kind: string;
  label: string;
  definition: string;
  /** The labels of both languages. */
  labels: string;
}

export interface Vocabulary {
  prefixes: Record<string, string>;
  terms: OfferedTerm[];
}

export async function vocabulary(root: string, language: "en" | "zh"): Promise<Vocabulary> {
  const answer = await fetch(`${root}terms.json`);
  if (!answer.ok) throw new Error(`terms.json: ${answer.status}`);
  const { prefixes, terms } = (await answer.json()) as { prefixes: Record<string, string>; terms: Item[] };
  return {
    prefixes,
    terms: terms.map(([name, kind, labelEn, definitionEn, labelZh, definitionZh]) => ({
      name,
      kind,
      label: language === "zh" ? labelZh || labelEn : labelEn,
      definition: language === "zh" ? definitionZh || definitionEn : definitionEn,
      labels: `${labelEn} ${labelZh}`,
    })),
  };
}
