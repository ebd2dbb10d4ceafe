/** Marks on a canvas: lines, dots and arrows. */

export type Context = CanvasRenderingContext2D;
export type Point = readonly [x: number, y: number];

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly opacity?: number;
  readonly dashes?: readonly number[];
}

export function line(context: Context, points: Iterable<Point>, stroke: Stroke): void {
  context.strokeStyle = stroke.colour;
  context.lineWidth = stroke.width;
  context.globalAlpha = stroke.opacity ?? 1;
  context.setLineDash([...(stroke.dashes ?? [])]);
  context.lineJoin = "round";
  context.lineCap = "round";
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Discs of one colour, painted as one path. */
export function dots(
  context: Context,
  points: Iterable<Point>,
  radius: number,
  colour: string,
  opacity = 1,
): void {
  context.fillStyle = colour;
  context.globalAlpha = opacity;
  context.beginPath();
  for (const [x, y] of points) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  context.fill();
  context.globalAlpha = 1;
}

/** A dot with a rim of the ground's colour, so that it stands off the lines under it. */
export function knob(context: Context, at: Point, radius: number, colour: string, ground: string): void {
  dots(context, [at], radius + 1.5, ground);
  dots(context, [at], radius, colour);
}

/** A level arrow; too short for a head, it is only a line. */
export function arrow(context: Context, from: Point, x: number, stroke: Stroke): void {
  const y = from[1];
  const length = x - from[0];
  const head = Math.min(8, Math.abs(length)) * Math.sign(length);
  line(context, [from, [x - head * 0.6, y]], stroke);
  context.fillStyle = stroke.colour;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - head, y - Math.abs(head) * 0.55);
  context.lineTo(x - head, y + Math.abs(head) * 0.55);
  context.fill();
}
