// Says with fewer elements what KaTeX sets: a browser has to style and lay out each of them.
import { readFileSync } from "node:fs";

const sheet = new URL("../_widgets/node_modules/katex/dist/katex.min.css", import.meta.url);
const STYLED = new Set(readFileSync(sheet, "utf8").match(/(?<=\.)[a-z][\w-]*/g));
const ROLE = /^role-/;
// Classes that only choose a font, a size or a colour
const PLAIN = /^(role-[a-z-]+|math[a-z]+|text[a-z]+|katex-sizing|(reset-)?size\d+)$/;
// Whatever has other classes, such as a root or an accent, stays as KaTeX has it
const KNOWN = /^(katex-(html|base|strut)|msupsub|vlist(-[a-z0-9]+)?|pstrut|mfrac|frac-line|delim[a-z-]*|nulldelimiter|mspace)$/;
const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

const styled = (node) => node.classes.filter((name) => STYLED.has(name) || ROLE.test(name));
const isEmpty = (things) => Object.keys(things).length === 0;
const isOnly = (style, ...names) => Object.keys(style).every((name) => names.includes(name));
const ems = (length) => parseFloat(length ?? 0);
const inEms = (number) => `${+number.toFixed(4)}em`;

function widen(style, side, amount) {
  style[side] = inEms(ems(style[side]) + amount);
}

// How many times larger than its parent's a span's text is
function scale(node) {
  if (!node.classes.includes("katex-sizing")) return 1;
  const size = (start) => node.classes.find((name) => name.startsWith(start)).slice(start.length);
  return SIZES[size("size") - 1] / SIZES[size("reset-size") - 1];
}

// A fragment has no element of its own; a slanted letter has its room as a margin
function plainly(nodes) {
  return nodes.flatMap((node) => {
    if (node.children && !node.classes) return plainly(node.children);
    if (node.italic > 0 && !node.children) {
      widen(node.style, "marginRight", node.italic);
      node.italic = 0;
    }
    return [node];
  });
}

const isSpace = (node) => node.classes?.includes("mspace") && isEmpty(node.children) && isOnly(node.style, "marginRight");
const canHold = (node) => node?.classes && !isSpace(node) && scale(node) === 1;
const isOperator = (node) => canHold(node) && node.classes.some((name) => name === "mrel" || name === "mbin");

// A space becomes a margin of the operator that it belongs to, or else of what stands before it
function withoutSpaces(nodes) {
  const kept = [];
  nodes.forEach((node, index) => {
    const [before, after] = [kept.at(-1), nodes[index + 1]];
    if (!isSpace(node)) kept.push(node);
    else if (isOperator(after)) widen(after.style, "marginLeft", ems(node.style.marginRight));
    else if (canHold(before)) widen(before.style, "marginRight", ems(node.style.marginRight));
    else kept.push(node);
  });
  return kept;
}

// An index alone, or an exponent alone, is shifted from the line; KaTeX makes a table of it
function script(node) {
  const tables = node.children;
  const entries = tables.length === 1 ? (tables[0].children[0]?.children[0]?.children ?? []) : [];
  if (entries.length !== 1 || entries[0].children.length !== 2) return null;
  const [{ style }, [strut, content]] = [entries[0], entries[0].children];
  if (!isOnly(style, "top", "marginLeft", "marginRight") || !isOnly(content.style, "marginRight")) return null;
  const size = scale(content);
  content.style.position = "relative";
  content.style.top = inEms((ems(style.top) + ems(strut.style.height)) / size);
  for (const side of ["marginLeft", "marginRight"]) {
    if (ems(style[side])) widen(content.style, side, ems(style[side]) / size);
  }
  return content;
}

// One element for two, one of which is all that the other holds; null where one would look different
function merged(outer, inner) {
  const [around, within] = [outer.classes, inner.classes];
  if (![...around, ...within].every((name) => PLAIN.test(name))) return null;
  // Lengths are in ems of the element's own size
  if (scale(inner) !== 1 && (scale(outer) !== 1 || !isEmpty(outer.style))) return null;
  if (!isOnly(outer.style, "marginLeft", "marginRight")) return null;
  for (const [side, length] of Object.entries(outer.style)) widen(inner.style, side, ems(length));
  // Of two colours the inner one is seen
  const covered = within.some((name) => ROLE.test(name));
  inner.classes = [...around.filter((name) => !(covered && ROLE.test(name))), ...within];
  return inner;
}

// What looks like `node`; an entry of a table is an element whatever is in it
function thinned(node, isEntry) {
  if (!node.classes) return [node];
  node.classes = styled(node);
  if (!node.children) return [node];
  if (!node.classes.every((name) => PLAIN.test(name) || KNOWN.test(name))) return [node];
  const isTable = node.classes.includes("vlist");
  node.children = withoutSpaces(plainly(node.children)).flatMap((child) => thinned(child, isTable));
  if (node.classes.includes("msupsub")) return [script(node) ?? node];
  const [only, ...others] = node.children;
  const isElement = only?.classes && (only.children || !isEmpty(only.classes) || !isEmpty(only.style));
  const one = isElement && isEmpty(others) && merged(node, only);
  if (one) return [one];
  const isBare = isEmpty(node.classes) && isEmpty(node.style) && isEmpty(node.attributes);
  return isBare && !isEntry ? node.children : [node];
}

// What is read aloud, without the TeX source and without what wraps the whole
function heard(nodes) {
  const [only, ...others] = nodes.filter((node) => node.type !== "annotation");
  const wraps = isEmpty(others) && ["semantics", "mrow", "mstyle"].includes(only.type);
  return wraps ? heard(only.children) : [only, ...others];
}

/** Thin out a formula that KaTeX has built: its HTML, and the outermost of its MathML. */
export function thin(formula) {
  for (const part of formula.children) {
    if (part.classes.includes("katex-html")) thinned(part, false);
    else for (const math of part.children) math.children = heard(math.children);
  }
  return formula;
}
