// Sets formulas: one JSON object a line in, one a line out. Started once for a whole build.
import { createInterface } from "node:readline";
import katex from "../_widgets/node_modules/katex/dist/katex.mjs";
import { thin } from "./thin.mjs";

const ROLE = /^role-[a-z-]+$/;
const options = {
  output: "htmlAndMathml",
  throwOnError: true,
  // The struck arrow of its own is the only sign that would need the AMS font, 28 kB of it
  macros: { "\\nrightarrow": "\\not\\to" },
  // A role's colour is the one HTML extension in use; anything else doubtful stops the build
  strict: (code) => (code === "htmlExtension" ? "ignore" : "error"),
  // KaTeX would set what is not trusted as an error message in red
  trust: (context) => {
    if (context.command === "\\htmlClass" && ROLE.test(context.class)) return true;
    throw new Error(`${context.command} is not allowed`);
  },
};

// `whole` leaves the HTML as KaTeX has it, for a test to compare with
function set({ tex, display, whole }) {
  const formula = katex.__renderToDomTree(tex, { ...options, displayMode: display });
  return (whole ? formula : thin(formula)).toMarkup();
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = { html: set(JSON.parse(line)) };
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
