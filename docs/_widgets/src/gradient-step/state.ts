/** What a reader has set, and its spelling in the page's address. */

import { defaults, ranges } from "nnmath-catalog";

export interface State {
  readonly learningRate: number;
  readonly start: number;
  /** How many updates have been made. */
  readonly steps: number;
  /** Whether the loss curve has a logarithmic scale. */
  readonly logarithmic: boolean;
}

export const INITIAL: State = { ...defaults, steps: 0, logarithmic: false };

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The nearest value that a range admits; what is no number becomes the fallback. */
export function clamp(value: number, range: Range, fallback: number): number {
  if (Number.isNaN(value)) return fallback;
  return Math.min(range.high, Math.max(range.low, value));
}

/** The part of an address behind `#` that stands for a state: `ID?learning-rate=…&start=…`. */
export function toHash(id: string, state: State): string {
  const query = new URLSearchParams({
    "learning-rate": String(state.learningRate),
    start: String(state.start),
    step: String(state.steps),
  });
  if (state.logarithmic) query.set("scale", "log");
  return `#${id}?${query.toString()}`;
}

function number(text: string | null): number {
  return text === null || text.trim() === "" ? Number.NaN : Number(text);
}

/** The state that an address stands for; null where it is an anchor or another widget's. */
export function fromHash(id: string, hash: string): State | null {
  if (!hash.startsWith(`#${id}?`)) return null;
  const query = new URLSearchParams(hash.slice(id.length + 2));
  const read = (name: string, range: Range, fallback: number): number =>
    clamp(number(query.get(name)), range, fallback);
  return {
    learningRate: read("learning-rate", ranges.learningRate, INITIAL.learningRate),
    start: read("start", ranges.start, INITIAL.start),
    steps: Math.round(read("step", ranges.steps, INITIAL.steps)),
    logarithmic: query.get("scale") === "log",
  };
}
