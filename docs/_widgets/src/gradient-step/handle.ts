/** The point on the parabola as something to take hold of: by mouse, finger or arrow keys. */

import { ranges } from "nnmath-catalog";

import { clamp } from "./state.ts";

const FINE = 0.1;
const COARSE = 1;

const MOVES: Readonly<Record<string, (weight: number) => number>> = {
  ArrowRight: (weight) => weight + FINE,
  ArrowUp: (weight) => weight + FINE,
  ArrowLeft: (weight) => weight - FINE,
  ArrowDown: (weight) => weight - FINE,
  PageUp: (weight) => weight + COARSE,
  PageDown: (weight) => weight - COARSE,
  Home: () => ranges.start.low,
  End: () => ranges.start.high,
};

export class Handle {
  private readonly element: HTMLElement;
  private readonly weightAt: (x: number) => number;
  private readonly move: (weight: number) => void;
  private weight = 0;

  /**
   * @param element The slider over the canvas.
   * @param stage What the pointer may also press, to bring the point there.
   * @param weightAt The weight at a pixel of the stage.
   * @param move Called with the weight that the reader chose.
   */
  constructor(
    element: HTMLElement,
    stage: HTMLElement,
    weightAt: (x: number) => number,
    move: (weight: number) => void,
  ) {
    this.element = element;
    this.weightAt = weightAt;
    this.move = move;
    element.setAttribute("aria-valuemin", String(ranges.start.low));
    element.setAttribute("aria-valuemax", String(ranges.start.high));
    element.addEventListener("keydown", (event) => this.press(event));
    stage.addEventListener("pointerdown", (event) => this.grasp(event, stage));
  }

  show(x: number, y: number, weight: number, spoken: string): void {
    this.weight = weight;
    this.element.style.transform = `translate(${x}px, ${y}px)`;
    const value = clamp(weight, ranges.start, 0);
    this.element.setAttribute("aria-valuenow", String(Number(value.toFixed(3))));
    this.element.setAttribute("aria-valuetext", spoken);
  }

  private press(event: KeyboardEvent): void {
    const next = MOVES[event.key];
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.choose(next(this.weight));
  }

  private grasp(event: PointerEvent, stage: HTMLElement): void {
    // A finger beside the point means to scroll the page
    const onPoint = event.target instanceof Node && this.element.contains(event.target);
    if (event.button !== 0 || (event.pointerType === "touch" && !onPoint)) return;
    event.preventDefault();
    this.element.focus({ preventScroll: true });
    stage.setPointerCapture(event.pointerId);
    stage.dataset["dragging"] = "";
    const follow = (at: PointerEvent): void => {
      this.choose(this.weightAt(at.clientX - stage.getBoundingClientRect().left));
    };
    const release = (): void => {
      delete stage.dataset["dragging"];
      stage.removeEventListener("pointermove", follow);
      stage.removeEventListener("lostpointercapture", release);
    };
    stage.addEventListener("pointermove", follow);
    stage.addEventListener("lostpointercapture", release);
    if (!onPoint) follow(event);
  }

  private choose(weight: number): void {
    const { low, high, step } = ranges.start;
    const nearest = Math.round(clamp(weight, { low, high }, 0) / step) * step;
    // Whole multiples of a decimal step, without the dust of binary fractions
    this.move(Number(nearest.toFixed(6)));
  }
}
