/** The queries that ran in this tab; they are gone when it is closed. */

const KEY = "talent-moves-queries";
const KEPT = 20;

export function past(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

export function remember(query: string): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([query, ...past().filter((one) => one !== query)].slice(0, KEPT)));
  } catch {
    // Without storage there is no history.
  }
}
