// Small comforts; every page reads well without them.
"use strict";
(() => {
  // A box that scrolls must be reachable by keyboard; one that does not must not be in the way
  const scrolling = ".nn-maths, .nn-scroll, .nn-panel, .nn-conditions dd > span, .md-typeset__scrollwrap";
  const mark = () => {
    for (const box of document.querySelectorAll(scrolling)) {
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  mark();
  addEventListener("resize", mark);
  addEventListener("toggle", mark, true);
  document.fonts?.ready.then(mark);

  // The theme wraps tables and adds copy buttons late, each button as a landmark
  const article = document.querySelector("article");
  const tidy = () => {
    for (const nav of article.querySelectorAll("nav.md-code__nav")) {
      const plain = document.createElement("div");
      plain.className = nav.className;
      plain.append(...nav.childNodes);
      nav.replaceWith(plain);
    }
    mark();
  };
  if (article) {
    tidy();
    new MutationObserver(tidy).observe(article, { childList: true, subtree: true });
  }

  // A link to a claim opens nothing by itself, but a link into a closed panel opens the panel
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
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
