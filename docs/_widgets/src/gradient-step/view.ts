/** What the two pictures show at a moment: the course, how far it has come, and the axes. */

import { limits, loss, ranges } from "nnmath-catalog";

import type { Axis } from "../canvas/axes.ts";
import type { Colours } from "../canvas/colours.ts";
import type { Course } from "./course.ts";

const BREADTH = 1.1 * ranges.start.high;
const FEWEST_STEPS = 10;

export interface View {
  readonly course: Course;
  /** Updates made; the last of them may be under way. */
  readonly steps: number;
  /** How far the last update has come, from 0 to 1. */
  readonly phase: number;
  readonly logarithmic: boolean;
  readonly colours: Colours;
}

/** The member of the sequence; beyond its end the last one. */
export function weightAt(course: Course, steps: number): number {
  return course.weights[Math.min(steps, course.weights.length - 1)] ?? course.start;
}

/** Where the point is drawn, on its way while an update is shown. */
export function shownWeight(view: View): number {
  const to = weightAt(view.course, view.steps);
  if (view.phase >= 1 || view.steps === 0) return to;
  const from = weightAt(view.course, view.steps - 1);
  const eased = view.phase * view.phase * (3 - 2 * view.phase);
  return from + eased * (to - from);
}

/** Half the breadth of the parabola: doubled until the next point has room. */
function breadth(view: View): number {
  const { reach } = view.course;
  const needed = reach[Math.min(view.steps + 1, reach.length - 1)] ?? 0;
  let half = BREADTH;
  while (half < needed) half *= 2;
  return half;
}

export function weightAxis(view: View): Axis {
  const half = breadth(view);
  return { low: -half, high: half };
}

/** The same for both pictures, so that a level line joins the point and its loss. */
export function lossAxis(view: View): Axis {
  return { low: 0, high: loss(breadth(view)) };
}

/** The axis of the loss curve: as beside it, or powers of ten around the whole course. */
export function curveAxis(view: View): Axis {
  if (!view.logarithmic) return lossAxis(view);
  const { reach, horizon } = view.course;
  const highest = Math.min(loss(reach[horizon] ?? 0), limits.size);
  return { low: 1, high: 10 ** Math.ceil(Math.log10(highest)), logarithmic: true };
}

export function stepAxis(view: View): Axis {
  return { low: 0, high: Math.max(FEWEST_STEPS, view.course.horizon, view.steps) };
}

/** 0, stride, 2·stride, …, last: enough of them to draw a line through. */
export function sampled(last: number, most: number): number[] {
  const stride = Math.max(1, Math.ceil(last / most));
  const found: number[] = [];
  for (let index = 0; index < last; index += stride) found.push(index);
  found.push(last);
  return found;
}
