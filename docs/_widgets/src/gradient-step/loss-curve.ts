/** The loss over the updates: taken ones in full, those to come as the closed form foretells. */

import { closedForm, limits, loss } from "nnmath-catalog";

import { Frame } from "../canvas/axes.ts";
import { dots, knob, line, type Context, type Point } from "../canvas/marks.ts";
import type { Size } from "../canvas/surface.ts";
import { curveAxis, sampled, shownWeight, stepAxis, weightAt, type View } from "./view.ts";

const MOST_POINTS = 240;
const MOST_DOTS = 60;

export function drawLossCurve(context: Context, size: Size, view: View): void {
  const frame = new Frame(stepAxis(view), curveAxis(view), size);
  frame.drawGrid(context, view.colours);
  context.save();
  frame.clip(context);
  drawForetold(context, frame, view);
  drawTaken(context, frame, view);
  context.restore();
}

function drawForetold(context: Context, frame: Frame, view: View): void {
  const { learningRate, start } = view.course;
  const points: Point[] = [];
  for (const steps of sampled(frame.across.high, MOST_POINTS)) {
    const value = loss(closedForm(start, learningRate, steps));
    points.push([frame.x(steps), frame.y(Math.min(value, 2 * limits.size))]);
  }
  const { loss: colour } = view.colours;
  line(context, points, { colour, width: 1.5, opacity: 0.35, dashes: [2, 5] });
  if (frame.across.high <= MOST_DOTS) dots(context, points, 2, colour, 0.4);
}

function drawTaken(context: Context, frame: Frame, view: View): void {
  const { course, steps, phase, colours } = view;
  const done = phase < 1 ? steps - 1 : steps;
  const points = sampled(Math.max(done, 0), MOST_POINTS).map(
    (index): Point => [frame.x(index), frame.y(loss(weightAt(course, index)))],
  );
  const now: Point = [
    frame.x(phase < 1 ? steps - 1 + phase : steps),
    frame.y(loss(shownWeight(view))),
  ];
  line(context, [...points, now], { colour: colours.loss, width: 2.5 });
  if (done <= MOST_DOTS) dots(context, points, 3.5, colours.loss);
  const level: Point[] = [[frame.x(0), now[1]], now];
  line(context, level, { colour: colours.loss, width: 1, opacity: 0.5, dashes: [3, 4] });
  knob(context, now, 5.5, colours.loss, colours.ground);
}
