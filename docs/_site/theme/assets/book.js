// Small comforts; every page reads well without them.
"use strict";
(() => {
  // A box that scrolls must be reachable by keyboard; one that does not must not be in the way.
  // Boxes are measured once everything is laid out, and again when their size changes.
  const scrolling = ".nn-maths, .nn-scroll, .nn-panel, .nn-conditions dd > span, .md-typeset__scrollwrap, pre > code";
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  let laid = false;

  // The theme wraps tables and adds copy buttons late, each button as a landmark
  const article = document.querySelector("article");
  const tidy = () => {
    for (const nav of article.querySelectorAll("nav.md-code__nav")) {
      const plain = document.createElement("div");
      plain.className = nav.className;
      plain.append(...nav.childNodes);
      nav.replaceWith(plain);
    }
    if (laid) for (const box of article.querySelectorAll(scrolling)) sizes.observe(box);
  };
  if (article) {
    tidy();
    new MutationObserver(tidy).observe(article, { childList: true, subtree: true });
  }

  // A long page is laid out in small portions, so that the reader can scroll and click meanwhile
  const waiting = [...document.querySelectorAll(".nn-block")];
  // Before the next frame where the browser can: each frame would look at all that has moved
  const soon = (task) => {
    if (window.scheduler?.postTask) scheduler.postTask(task, { priority: "user-blocking" });
    else setTimeout(task);
  };
  const lay = (budget) => {
    const end = performance.now() + budget;
    do {
      const block = waiting.shift();
      block?.classList.add("nn-laid");
      block?.getBoundingClientRect();
    } while (waiting.length && performance.now() < end);
    laid = !waiting.length;
    if (!laid) soon(() => lay(budget));
    else if (article) tidy();
  };
  // Who follows a link into the page must arrive where it leads
  if (location.hash) lay(Infinity);
  else addEventListener("load", () => soon(() => lay(6)));
  addEventListener("beforeprint", () => lay(Infinity));

  // A link to a claim opens nothing by itself, but a link into a closed panel opens the panel
  const open = () => {
    const target = document.querySelector(":target");
    for (let box = target?.closest("details"); box; box = box.parentElement?.closest("details")) box.open = true;
  };
  open();
  addEventListener("hashchange", open);

  // Printing shows how everything was verified
  addEventListener("beforeprint", () => document.querySelectorAll("details.nn-hint").forEach((box) => (box.open = true)));

  // The language switch keeps the place on the page
  for (const link of document.querySelectorAll(".nn-language")) {
    link.addEventListener("click", () => (link.hash = location.hash));
  }
})();
