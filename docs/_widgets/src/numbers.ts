/** Numbers as readers see them: six significant digits, a real minus, never NaN or Infinity. */

import { limits } from "nnmath-catalog";

const DIGITS = 6;
const SMALLEST = 1e-6;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function power(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]);
  return `10${exponent < 0 ? "⁻" : ""}${digits.join("")}`;
}

function plain(size: number): string {
  return String(Number(size.toPrecision(DIGITS)));
}

function scientific(size: number): string {
  const [mantissa = "1", exponent = "0"] = size.toExponential(2).split("e");
  const factor = String(Number(mantissa));
  return factor === "1" ? power(Number(exponent)) : `${factor}×${power(Number(exponent))}`;
}

/** The number in print; beyond the limit of the widget only that it is beyond. */
export function print(value: number): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (!(size <= limits.size)) return sign ? `< −${power(exponentOf(limits.size))}` : `> ${power(exponentOf(limits.size))}`;
  if (size === 0) return "0";
  return sign + (size < SMALLEST ? scientific(size) : plain(size));
}

function exponentOf(size: number): number {
  return Math.round(Math.log10(size));
}

/** The number beside a tick of an axis: short. */
export function printTick(value: number): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (size >= 1e5) return sign + scientific(size);
  return sign + String(Number(size.toPrecision(4)));
}
