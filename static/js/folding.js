// @ts-check
/// <reference types="./globals.d.ts" />

// Collapses groups of a list immediately: one group, or all with a button or Alt. Alt on a subgroup collapses only
// subgroups. The server stores the state in the background.
(() => {
  /** @param {boolean} [sub] whether subgroups @returns {HTMLDetailsElement[]} */
  const groups = (sub = false) => {
    const some = document.querySelectorAll(
      `#main ${sub ? ".subgroup" : ".group:not(.subgroup)"} > details`,
    );
    return [...some].flatMap((one) => one instanceof HTMLDetailsElement ? [one] : []);
  };

  /** @param {HTMLDetailsElement[]} some @param {boolean} open */
  function remember(some, open) {
    rememberFolded(some.map((one) => one.parentElement?.id.replace("group-", "") ?? ""), open);
  }

  globalThis.rememberFolded = (keys, open) => {
    const path = document.getElementById("main")?.dataset.folds;
    if (!path) return;
    const headers = sentBy();
    const body = new URLSearchParams({
      [open ? "unfold" : "fold"]: keys.join(","),
      query: location.search.slice(1),
    });
    // Collapsed groups are only display, so a failed request does no harm
    fetch(path, { method: "POST", headers, body, redirect: "manual", keepalive: true }).catch(
      () => {},
    );
  };

  /** @param {HTMLDetailsElement[]} some @param {boolean} open */
  function turnAll(some, open) {
    for (const group of some) group.open = open;
    remember(some, open);
  }

  document.addEventListener("click", (event) => {
    const head = closestTo(event, "#main .group-head");
    const group = head?.parentElement;
    if (!(group instanceof HTMLDetailsElement)) return;
    const open = !group.open;
    if (!event.altKey) return remember([group], open);
    event.preventDefault();
    turnAll(groups(group.matches(".subgroup > *")), open);
  });

  document.addEventListener("submit", (event) => {
    const form = closestTo(event, "[data-fold-all]");
    if (!form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const folds = groups().some((group) => group.open);
    turnAll(groups(), !folds);
    const said = folds ? "Expand all groups" : "Collapse all groups";
    form.querySelector("button")?.setAttribute("aria-label", said);
    form.querySelector("button")?.setAttribute("title", said);
  }, { capture: true });
})();
