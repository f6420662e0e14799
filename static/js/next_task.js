// @ts-check
/// <reference types="./globals.d.ts" />

// Leads from an open task to the next and previous one, in the order of the list that it was opened from.
(() => {
  const ends = {
    previous: "This is the first task in the list.",
    next: "This is the last task shown in the list.",
  };

  /** A row of the list: its ID, path, and title. @typedef {[id: string, path: string, title: string]} Shown */

  /** @returns {Shown[]} */
  const shownRows = () =>
    rows.shown().map((row) => {
      const title = rows.title(row);
      return [row.id, title?.getAttribute("href") ?? "", title?.textContent ?? ""];
    });

  /** Returns the open task's position in its list, or null without a list. */
  function placeInList() {
    const path = document.querySelector("#main .detail-grid")?.getAttribute("data-task");
    const place = path && listLeft.place();
    if (!place) return null;
    const order = /** @type {Shown[]} */ (place.order ?? []);
    const same = order.findIndex(([id, other]) => id === place.row && other === path);
    const at = same === -1 ? order.findIndex(([, other]) => other === path) : same;
    return at === -1 ? null : { order, at, more: place.more };
  }

  /** @param {"previous" | "next"} way */
  const linkOf = (way) => document.getElementById(`${way}-task`);

  /**
   * @param {"previous" | "next"} way
   * @param {Shown | undefined} to
   */
  function lead(way, to) {
    const link = linkOf(way);
    if (!link) return;
    const [id, path, title] = to ?? [];
    const name = `${way === "next" ? "Next" : "Previous"}${title ? `: ${title}` : ""}`;
    const values = {
      href: path,
      "data-row": id,
      "aria-label": name,
      title: title && name,
      // Without a target, the link still keeps the focus.
      role: to ? undefined : "link",
      "aria-disabled": to ? undefined : "true",
      tabindex: to ? undefined : "0",
    };
    for (const [attribute, value] of Object.entries(values)) {
      if (value === undefined) link.removeAttribute(attribute);
      else link.setAttribute(attribute, value);
    }
  }

  function draw() {
    const steps = document.querySelector("#bar [data-steps]");
    if (!(steps instanceof HTMLElement)) return;
    const stands = placeInList();
    steps.hidden = stands === null;
    if (!stands) return;
    const { order, at, more } = stands;
    lead("previous", order[at - 1]);
    lead("next", order[at + 1]);
    const count = steps.querySelector("[data-steps-count]");
    if (count) count.textContent = `${at + 1} of ${order.length}${more}`;
  }

  globalThis.stepTask = (by) => {
    const link = linkOf(by > 0 ? "next" : "previous");
    if (!link?.checkVisibility()) return false;
    link.click();
    return true;
  };

  document.addEventListener("click", (event) => {
    const link = closestTo(event, "[data-steps] a:not([href])");
    if (!link) return;
    swallow(event);
    tell(ends[link === linkOf("next") ? "next" : "previous"], "done");
  }, { capture: true });

  document.addEventListener("keep-place", ({ detail }) => {
    detail.order = shownRows();
    detail.more = document.querySelector("#main .more") ? "+" : "";
  });

  // Back focuses the row of the current task.
  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    const row = ctx.sourceElement.closest("[data-steps] a")?.getAttribute("data-row");
    if (row && ctx.target === document.body) listLeft.standOn(row);
  });
  document.addEventListener("htmx:after:swap", draw);
  draw();
})();
