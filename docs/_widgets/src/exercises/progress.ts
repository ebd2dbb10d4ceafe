/** Which exercises a reader has solved: kept in this browser, sent nowhere. */

const KEY = "nnmath:solved";

function read(): Set<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : []);
  } catch {
    // No storage (private window, some file:// pages) or a value that is not ours
    return new Set();
  }
}

export function isSolved(id: string): boolean {
  return read().has(id);
}

export function markSolved(id: string): void {
  const solved = read().add(id);
  try {
    localStorage.setItem(KEY, JSON.stringify([...solved].sort()));
  } catch {
    // Without storage the page works on; it only forgets
  }
}
