/** Exact rational numbers, as a reader may spell them: ½, 0.5, 1/2, ．５, −6, 2分の1. */

export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Why a spelling is no number: nothing there, a division by 0, or no form that we know. */
export type Refusal = "empty" | "zero-denominator" | "unreadable";

const LONGEST = 64;
const LARGEST_EXPONENT = 30;

const VULGAR: Readonly<Record<string, string>> = {
  "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5",
  "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8",
  "⅝": "5/8", "⅞": "7/8", "⅑": "1/9", "⅒": "1/10",
};
const VULGAR_SIGN = new RegExp(`[${Object.keys(VULGAR).join("")}]`, "g");
const DECIMAL = /^([+-]?)([1-9]\d{0,2}(?:,\d{3})+|\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?(%?)$/;
const MIXED = /^([+-]?)(\d+)&(\d+)\/(\d+)$/;
const PARTS_OF = /^(\d+)分の([+-]?\d+)$/;
const NAMED = /^[\p{L}_][\p{L}\p{M}\p{N}_'′{}()+-]*=(.+)$/u;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/** The fraction in lowest terms, with a denominator > 0. */
export function rational(numerator: bigint, denominator: bigint): Rational {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = sign * greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Whether two rationals in lowest terms are the same number. */
export function equal(left: Rational, right: Rational): boolean {
  return left.numerator === right.numerator && left.denominator === right.denominator;
}

/** The nearest double, right for every size of numerator and denominator that a reader types. */
export function toNumber(value: Rational): number {
  return Number(value.numerator) / Number(value.denominator);
}

/** One spelling for each sign, digit and mark: what keyboards and input methods make of them. */
function normalise(text: string): string {
  const plain = text
    // A whole number before ½ makes a mixed number; NFKC would run 1½ together as 11/2
    .replace(VULGAR_SIGN, (sign) => `&${VULGAR[sign] ?? ""}`)
    // NFKC would flatten 10² to 102; a power is no answer of ours
    .replace(/[⁰¹²³⁴-⁹]/g, "^")
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]/gu, "")
    // Minus, dashes, and the long-vowel mark that a Japanese keyboard gives for it
    .replace(/[−‐‑‒–—―﹣ーｰ]/g, "-")
    .replace(/[。｡．]/g, ".")
    .replace(/[⁄∕÷・･]/g, "/")
    .toLowerCase();
  const right = NAMED.exec(plain)?.[1] ?? plain;
  const inner = /^\(([^()]*)\)$/.exec(right)?.[1] ?? right;
  return inner.replace(/(^|[^\d])&/g, "$1");
}

function parseDecimal(text: string): Rational | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, grouped = "", decimals = "", exponent = "0", percent] = match;
  const digits = grouped.replaceAll(",", "") + decimals;
  const power = Number(exponent) - decimals.length - (percent ? 2 : 0);
  if (digits === "" || Math.abs(Number(exponent)) > LARGEST_EXPONENT) return null;
  const whole = BigInt(sign + digits);
  return power < 0 ? rational(whole, 10n ** BigInt(-power)) : rational(whole * 10n ** BigInt(power), 1n);
}

function parseMixed(text: string): Rational | Refusal | null {
  const match = MIXED.exec(text);
  if (!match) return null;
  const [, sign, whole = "", numerator = "", denominator = ""] = match;
  const below = BigInt(denominator);
  if (below === 0n) return "zero-denominator";
  const above = BigInt(whole) * below + BigInt(numerator);
  return rational(sign === "-" ? -above : above, below);
}

function parseFraction(text: string): Rational | Refusal {
  const parts = text.replace(PARTS_OF, "$2/$1").split("/");
  const [above, below] = parts.map((part) => parseDecimal(part));
  if (!above || parts.length > 2) return "unreadable";
  if (parts.length === 1) return above;
  if (!below) return "unreadable";
  if (below.numerator === 0n) return "zero-denominator";
  return rational(above.numerator * below.denominator, above.denominator * below.numerator);
}

/** The number that a spelling stands for, or why it stands for none. */
export function parse(text: string): Rational | Refusal {
  if (text.trim() === "") return "empty";
  if (text.length > LONGEST) return "unreadable";
  const spelling = normalise(text);
  return parseMixed(spelling) ?? parseFraction(spelling);
}

/** Whether the text is the answer cut or rounded to the decimals that were typed. */
export function isRounded(typed: Rational, text: string, answer: Rational): boolean {
  const decimals = /\.(\d+)$/.exec(normalise(text))?.[1]?.length ?? 0;
  if (decimals === 0 || equal(typed, answer)) return false;
  const distance =
    typed.numerator * answer.denominator - answer.numerator * typed.denominator;
  const size = distance < 0n ? -distance : distance;
  return size * 10n ** BigInt(decimals) < typed.denominator * answer.denominator;
}
