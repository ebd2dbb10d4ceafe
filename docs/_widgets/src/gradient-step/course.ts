/** The whole course of a descent, computed beforehand by the book's own update rule. */

import { limits, loss, regimes, slope, step } from "nnmath-catalog";

/** How a course comes to its end, in the order in which it is looked for. */
export type Ending = "at-rest" | "beyond" | "cycle" | "settled" | "unfinished";

export interface Course {
  readonly learningRate: number;
  readonly start: number;
  /** W₀, W₁, …: up to the first weight whose loss is beyond the limit. */
  readonly weights: readonly number[];
  /** reach[t] is the largest |W| of the first t + 1 weights. */
  readonly reach: readonly number[];
  readonly regime: string;
  readonly ending: Ending;
  /** The step at which there is nothing new to see. */
  readonly horizon: number;
}

/** Run the update rule from a start until the limits of the widget. */
export function computeCourse(learningRate: number, start: number): Course {
  const weights = [start];
  const reach = [Math.abs(start)];
  let weight = start;
  while (weights.length <= limits.steps && isWithin(weight)) {
    weight = step(weight, learningRate);
    weights.push(weight);
    reach.push(Math.max(reach.at(-1) ?? 0, Math.abs(weight)));
  }
  return { learningRate, start, weights, reach, regime: regimeOf(learningRate), ...endOf(weights) };
}

function isWithin(weight: number): boolean {
  return loss(weight) <= limits.size;
}

function regimeOf(learningRate: number): string {
  const found = regimes.find((regime) => regime.holds(learningRate));
  if (!found) throw new Error(`no regime holds for a learning rate of ${learningRate}`);
  return found.id;
}

function endOf(weights: readonly number[]): { ending: Ending; horizon: number } {
  const last = weights.length - 1;
  if (slope(weights[0] ?? 0) === 0) return { ending: "at-rest", horizon: 0 };
  if (!isWithin(weights[last] ?? 0)) return { ending: "beyond", horizon: last };
  if (weights[2] === weights[0]) return { ending: "cycle", horizon: limits.cycle };
  const settled = weights.findIndex((weight) => Math.abs(slope(weight)) < limits.slope);
  if (settled >= 0) return { ending: "settled", horizon: settled };
  return { ending: "unfinished", horizon: last };
}
