// Small comforts; every page reads well without them.
"use strict";
(() => {
  const article = document.querySelector("article");

  // What is far down is laid out once the page is there, in portions too small to be in the way;
  // who follows a link meanwhile arrives where it leads
  const PORTION = 50;
  const far = [...document.querySelectorAll(".nn-far")];
  const lay = (most) => {
    for (let elements = 0; far.length && elements < most; ) {
      elements += far[0].getElementsByTagName("*").length + 1;
      far.shift().classList.remove("nn-far");
    }
    article.getBoundingClientRect();
    if (far.length) layNext();
  };
  // Where the browser can, before the next frame: each frame would look at all that has moved
  const layNext = () => {
    if (window.scheduler?.postTask) scheduler.postTask(() => lay(PORTION), { priority: "user-blocking" });
    else setTimeout(lay, 0, PORTION);
  };
  if (location.hash) lay(Infinity);
  document.addEventListener("click", (event) => event.target.closest("a[href*='#']") && lay(Infinity));
  addEventListener("load", layNext);

  // A box that scrolls must be reachable by keyboard; one that does not must not be in the way
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  const scrolling = ".nn-maths, .nn-scroll, .nn-panel, .nn-conditions dd > span, pre > code";
  for (const box of article.querySelectorAll(scrolling)) sizes.observe(box);

  // A listing can be copied where the browser allows it
  const words = JSON.parse(document.getElementById("__config").textContent).translations;
  for (const code of navigator.clipboard ? article.querySelectorAll("pre > code") : []) {
    const corner = document.createElement("div");
    corner.className = "md-code__nav";
    corner.innerHTML = '<button type="button" class="md-code__button" data-md-type="copy"></button>';
    const button = corner.firstChild;
    const offer = (name) => (button.title = button.ariaLabel = words[name]);
    offer("clipboard.copy");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.innerText);
      offer("clipboard.copied");
      setTimeout(offer, 2000, "clipboard.copy");
    });
    code.before(corner);
  }

  // A language chosen for one listing is meant for all of them
  const tabs = document.querySelectorAll(".nn-tabs > input");
  const choose = (language) => tabs.forEach((tab) => (tab.checked ||= tab.value === language));
  choose(__md_get("listings"));
  for (const tab of tabs) {
    tab.addEventListener("change", () => {
      choose(tab.value);
      __md_set("listings", tab.value);
    });
  }

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
