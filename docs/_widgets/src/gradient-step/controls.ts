/** A slider and a number field for one quantity: two ways to the same value. */

import { equal, parse, rational, toNumber } from "../exercises/rational.ts";
import { part } from "../page.ts";
import { clamp } from "./state.ts";

export interface Scale {
  readonly low: number;
  readonly high: number;
  /** The values of the slider's positions. */
  readonly values: readonly number[];
}

/** What became of a typed value: taken, moved into the range, or not readable. */
export type Reading = "taken" | "clamped" | "unreadable";

export class QuantityControl {
  private readonly slider: HTMLInputElement;
  private readonly entry: HTMLInputElement;
  private readonly scale: Scale;
  private value = Number.NaN;

  constructor(
    root: HTMLElement,
    name: string,
    scale: Scale,
    change: (value: number, reading: Reading) => void,
  ) {
    this.slider = part(root, `[data-slider="${name}"]`, HTMLInputElement);
    this.entry = part(root, `[data-entry="${name}"]`, HTMLInputElement);
    this.scale = scale;
    this.slider.max = String(scale.values.length - 1);
    this.slider.addEventListener("input", () => {
      change(scale.values[Number(this.slider.value)] ?? this.value, "taken");
    });
    this.entry.addEventListener("change", () => this.read(change));
  }

  /** Show a value; `spoken` is what a screen reader says for the slider's position. */
  show(value: number, spoken: string): void {
    this.slider.setAttribute("aria-valuetext", spoken);
    if (value === this.value) return;
    this.value = value;
    this.slider.value = String(this.nearest(value));
    this.slider.style.setProperty("--position", String(this.nearest(value) / (this.scale.values.length - 1)));
    this.write();
  }

  private read(change: (value: number, reading: Reading) => void): void {
    const typed = parse(this.entry.value);
    if (typeof typed === "string") {
      this.entry.setAttribute("aria-invalid", "true");
      change(this.value, "unreadable");
      return;
    }
    if (equal(typed, rational(0n, 1n)) && this.value === 0) return this.write();
    const wanted = toNumber(typed);
    const value = clamp(wanted, this.scale, this.value);
    change(value, value === wanted ? "taken" : "clamped");
    this.write();
  }

  private write(): void {
    this.entry.removeAttribute("aria-invalid");
    this.entry.value = String(this.value).replace("-", "−");
  }

  private nearest(value: number): number {
    const { values } = this.scale;
    let best = 0;
    values.forEach((candidate, index) => {
      if (Math.abs(candidate - value) < Math.abs((values[best] ?? 0) - value)) best = index;
    });
    return best;
  }
}
