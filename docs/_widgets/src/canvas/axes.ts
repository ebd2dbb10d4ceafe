/** Axes: the map from numbers to pixels, round ticks, and grid lines with their numbers. */

import { printTick } from "../numbers.ts";
import type { Colours } from "./colours.ts";
import type { Size } from "./surface.ts";

export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly logarithmic?: boolean;
}

export const MARGIN = { left: 46, right: 32, top: 14, bottom: 26 };
const TICK_FONT = 12;

/** Where a value lies on an axis: 0 at its low end, 1 at its high end. */
function fraction(axis: Axis, value: number): number {
  if (!axis.logarithmic) return (value - axis.low) / (axis.high - axis.low);
  return Math.log(value / axis.low) / Math.log(axis.high / axis.low);
}

/** Round numbers 1, 2 or 5 times a power of ten apart; powers of ten on a logarithmic axis. */
export function ticks(axis: Axis, most: number): number[] {
  const found: number[] = [];
  if (axis.logarithmic) {
    const [first, last] = [Math.log10(axis.low), Math.log10(axis.high)].map(Math.round);
    const stride = Math.ceil(((last ?? 0) - (first ?? 0)) / most) || 1;
    for (let exponent = first ?? 0; exponent <= (last ?? 0); exponent += stride) {
      found.push(10 ** exponent);
    }
    return found;
  }
  const rough = (axis.high - axis.low) / most;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const stride = unit * ([1, 2, 5].find((factor) => factor * unit >= rough) ?? 10);
  for (let index = Math.ceil(axis.low / stride); index * stride <= axis.high; index += 1) {
    found.push(index * stride);
  }
  return found;
}

export class Frame {
  readonly across: Axis;
  readonly up: Axis;
  readonly size: Size;

  constructor(across: Axis, up: Axis, size: Size) {
    this.across = across;
    this.up = up;
    this.size = size;
  }

  x(value: number): number {
    const width = this.size.width - MARGIN.left - MARGIN.right;
    return MARGIN.left + width * fraction(this.across, value);
  }

  y(value: number): number {
    const height = this.size.height - MARGIN.top - MARGIN.bottom;
    return MARGIN.top + height * (1 - fraction(this.up, value));
  }

  /** The value of a linear horizontal axis at a pixel. */
  valueAt(x: number): number {
    const width = this.size.width - MARGIN.left - MARGIN.right;
    return this.across.low + ((x - MARGIN.left) / width) * (this.across.high - this.across.low);
  }

  /** Keep what is drawn inside the axes. */
  clip(context: CanvasRenderingContext2D): void {
    const { left, right, top, bottom } = MARGIN;
    context.beginPath();
    context.rect(left - 9, top - 9, this.size.width - left - right + 18, this.size.height - top - bottom + 18);
    context.clip();
  }

  drawGrid(context: CanvasRenderingContext2D, colours: Colours): void {
    const { width, height } = this.size;
    context.font = `${TICK_FONT}px ${colours.font}`;
    context.lineWidth = 1;
    context.strokeStyle = colours.grid;
    context.fillStyle = colours.faint;
    context.beginPath();
    context.textAlign = "right";
    context.textBaseline = "middle";
    for (const value of ticks(this.up, Math.max(2, height / 52))) {
      const y = Math.round(this.y(value)) + 0.5;
      context.moveTo(MARGIN.left, y);
      context.lineTo(width - MARGIN.right, y);
      context.fillText(printTick(value), MARGIN.left - 7, y);
    }
    context.textAlign = "center";
    context.textBaseline = "top";
    for (const value of ticks(this.across, Math.max(2, width / 72))) {
      const x = Math.round(this.x(value)) + 0.5;
      context.moveTo(x, MARGIN.top);
      context.lineTo(x, height - MARGIN.bottom);
      context.fillText(printTick(value), x, height - MARGIN.bottom + 6);
    }
    context.stroke();
  }
}
