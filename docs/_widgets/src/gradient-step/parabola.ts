/** The parabola with the steps taken, the tangent at the point, and the step that comes next. */

import { loss, slope } from "nnmath-catalog";

import { Frame } from "../canvas/axes.ts";
import { arrow, dots, knob, line, type Context, type Point } from "../canvas/marks.ts";
import type { Size } from "../canvas/surface.ts";
import { lossAxis, sampled, shownWeight, weightAt, weightAxis, type View } from "./view.ts";

const PIECES = 96;
const TANGENT = 84;
const MOST_CHORDS = 240;
const MOST_DOTS = 60;

export function parabolaFrame(view: View, size: Size): Frame {
  return new Frame(weightAxis(view), lossAxis(view), size);
}

export function drawParabola(context: Context, size: Size, view: View): void {
  const frame = parabolaFrame(view, size);
  frame.drawGrid(context, view.colours);
  context.save();
  frame.clip(context);
  drawCurve(context, frame, view);
  drawSteps(context, frame, view);
  drawTangent(context, frame, view);
  if (view.phase >= 1) drawNextStep(context, frame, view);
  const { weight, ground } = view.colours;
  knob(context, onCurve(frame, shownWeight(view)), 7, weight, ground);
  context.restore();
}

/** The pixel of a weight on the parabola. */
export function onCurve(frame: Frame, weight: number): Point {
  return [frame.x(weight), frame.y(loss(weight))];
}

function drawCurve(context: Context, frame: Frame, view: View): void {
  const { low, high } = frame.across;
  const points = Array.from({ length: PIECES + 1 }, (_, index) =>
    onCurve(frame, low + ((high - low) * index) / PIECES),
  );
  line(context, points, { colour: view.colours.loss, width: 2.5 });
}

function drawSteps(context: Context, frame: Frame, view: View): void {
  const { colours, course, steps, phase } = view;
  const done = phase < 1 ? steps - 1 : steps;
  const points = sampled(Math.max(done, 0), MOST_CHORDS).map((index) =>
    onCurve(frame, weightAt(course, index)),
  );
  const path = [...points, onCurve(frame, shownWeight(view))];
  line(context, path, { colour: colours.weight, width: 1.5, opacity: 0.7 });
  if (done <= MOST_DOTS) dots(context, points, 3.5, colours.weight, 0.75);
}

function drawTangent(context: Context, frame: Frame, view: View): void {
  const weight = shownWeight(view);
  const [x, y] = onCurve(frame, weight);
  // Its direction on the screen, from two points of the line
  const rise = frame.y(loss(weight) + slope(weight)) - y;
  const run = frame.x(weight + 1) - x;
  const scale = TANGENT / Math.hypot(run, rise);
  const ends: Point[] = [
    [x - run * scale, y - rise * scale],
    [x + run * scale, y + rise * scale],
  ];
  line(context, ends, { colour: view.colours.gradient, width: 2 });
}

function drawNextStep(context: Context, frame: Frame, view: View): void {
  const { course, steps, colours } = view;
  if (steps >= course.weights.length - 1) return;
  const here = onCurve(frame, weightAt(course, steps));
  const [x, y] = onCurve(frame, weightAt(course, steps + 1));
  if (Math.abs(x - here[0]) < 1) return;
  const below: Point[] = [[x, here[1]], [x, y]];
  line(context, below, { colour: colours.learningRate, width: 1.5, dashes: [3, 4] });
  arrow(context, here, x, { colour: colours.learningRate, width: 2.5 });
  dots(context, [[x, y]], 4.5, colours.weight);
  dots(context, [[x, y]], 2.5, colours.ground);
}
