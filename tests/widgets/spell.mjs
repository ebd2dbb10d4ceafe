// Answers requests, one JSON line each: a spelling to its number, a name to a value of a formula.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [, , parser, formulas] = process.argv;
const { parse, isRounded } = await import(pathToFileURL(parser).href);
const catalog = await import(pathToFileURL(formulas).href);

const exact = (value) =>
  typeof value === "string" ? value : [String(value.numerator), String(value.denominator)];

const ANSWERS = {
  parse: ({ text }) => exact(parse(text)),
  rounded: ({ text, answer }) => isRounded(parse(text), text, parse(answer)),
  compute: ({ name, points }) => points.map((point) => catalog[name](...point)),
  regimes: ({ rates }) =>
    rates.map((rate) => catalog.regimes.filter(({ holds }) => holds(rate)).map(({ id }) => id)),
  constant: ({ name }) => catalog[name],
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  process.stdout.write(JSON.stringify(ANSWERS[request.ask](request)) + "\n");
}
