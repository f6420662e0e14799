// One-letter keys. They act on the focused row, on the row under the pointer, or on the open task; never while typing.
(() => {
  "use strict";
  const menus = {
    s: "status",
    p: "priority",
    a: "assignee",
    l: "labels",
    d: "deadline",
    m: "project",
    ".": "actions",
  };
  let goingTo = 0;

  // A field in a menu that has just closed has the focus for a moment still: nobody types there.
  function typing(event) {
    const field = event.target.closest?.(
      "input, textarea, select, [contenteditable], dialog, [popover]:popover-open",
    );
    return field?.checkVisibility() ?? false;
  }

  function rows() {
    return [...document.querySelectorAll("#main .row .row-title")].filter((link) =>
      link.offsetParent
    );
  }

  function move(by) {
    const links = rows();
    if (links.length === 0) return;
    const focused = document.activeElement?.closest?.(".row")?.querySelector(".row-title");
    const at = links.indexOf(focused);
    const first = by > 0 ? links[0] : links.at(-1);
    const next = at === -1 ? first : links[at + by] ?? focused;
    next.focus({ preventScroll: true });
    next.closest(".row").scrollIntoView({ block: "nearest" });
  }

  function task() {
    return document.activeElement?.closest?.("#main .row") ??
      document.querySelector("#main .row:hover") ??
      document.querySelector(".detail-grid[data-task]");
  }

  function openProperty(property) {
    const owner = task();
    if (!owner) return false;
    const place = `[data-menu="${property}"], [data-property="${property}"]`;
    const beside = owner.querySelector(place) ?? owner.querySelector(".row-title") ??
      document.querySelector(`.bar [data-menu="${property}"]`) ?? owner;
    const shown = beside.offsetParent ? beside : owner.querySelector(".row-title") ?? owner;
    const path = owner.dataset.task ?? owner.querySelector(".row-title").getAttribute("href");
    const detail = { href: `${path}/${property}`, beside: shown };
    document.dispatchEvent(new CustomEvent("open-menu", { detail }));
    return true;
  }

  function press(key) {
    if (Date.now() - goingTo < 1_000 && key === "t") {
      goingTo = 0;
      document.querySelector(".side-link")?.click();
      return true;
    }
    goingTo = 0;
    if (menus[key]) return openProperty(menus[key]);
    switch (key) {
      case "g":
        goingTo = Date.now();
        return true;
      case "j":
        move(1);
        return true;
      case "k":
        move(-1);
        return true;
      case "c":
        document.querySelector(".bar-new")?.click();
        return true;
      case "f":
        document.querySelector('[data-menu="filter"]')?.click();
        return true;
      case "/":
        document.querySelector("[data-text-filter]")?.focus();
        return true;
      case "?":
        document.getElementById("keys")?.showModal();
        return true;
      case "escape":
        document.querySelector("[data-back]")?.click();
        return false;
    }
    return false;
  }

  // Takes back what was done last, while its news still offers to.
  document.addEventListener("keydown", (event) => {
    const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z";
    const offer = document.querySelector("#toasts .toast:last-child [data-undo]");
    if (!undo || !offer || typing(event)) return;
    event.preventDefault();
    offer.click();
  });

  document.addEventListener("keydown", (event) => {
    if (
      event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
    ) return;
    const editing = event.target.closest?.(".text-form");
    if (event.key === "Escape" && editing) {
      editing.querySelector("[data-cancel]")?.click();
      return;
    }
    if (event.key === "Escape" && event.target.matches?.("[data-text-filter]")) {
      event.preventDefault();
      event.target.blur();
      return;
    }
    // WCAG 2.2, 2.1.4: whoever switched them off presses no key by accident; Escape is no character.
    if (event.key.length === 1 && document.body.dataset.shortcuts === "off") return;
    if (typing(event) || document.querySelector("dialog[open], [popover]:popover-open")) return;
    if (press(event.key.toLowerCase())) event.preventDefault();
  });
})();
