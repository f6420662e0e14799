// @ts-check
/// <reference types="./globals.d.ts" />

// Copies a task's link, reference, or branch name, and a comment's link.
(() => {
  /** The text to copy, and the message. @typedef {{ text: string, said: string }} Copied */

  /**
   * Returns a branch name, such as `eng-142-ship-the-docs-site`.
   * @param {string} reference
   * @param {string} title
   */
  function branchName(reference, title) {
    const plain = `${reference} ${title}`.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60).replace(/^-|-$/g, "");
  }

  /**
   * @param {string | undefined} what
   * @param {string} path the task's
   * @param {string} title
   * @returns {Copied | null}
   */
  function copiedOf(what, path, title) {
    const reference = path.split("/").at(-1) ?? "";
    if (what === "reference") return { text: reference, said: `${reference} copied` };
    if (what === "branch") {
      const name = branchName(reference, title);
      return { text: name, said: `${name} copied` };
    }
    if (what !== "link" && what !== "page") return null;
    return {
      text: new URL(path, location.href).href,
      said: `Link to ${what === "page" ? title : reference} copied`,
    };
  }

  /** @param {Copied} copied */
  async function copy({ text, said }) {
    try {
      await navigator.clipboard.writeText(text);
      tell(said, "done");
    } catch {
      // Browsers block copying on pages without HTTPS
      tell(`Your browser blocked copying. Copy the text yourself: ${text}`);
    }
  }

  document.addEventListener("click", (event) => {
    const button = closestTo(event, "[data-copy]");
    if (!button) return;
    if (button instanceof HTMLAnchorElement) {
      const task = button.closest("[data-task]")?.getAttribute("data-task") ?? "";
      const address = `${task}?to=${button.hash.slice(1)}${button.hash}`;
      const text = new URL(address, location.href).href;
      copy({ text, said: "Comment link copied" });
      event.preventDefault();
      // A panel keeps the list's URL, and the focus, which going to the comment would move
      if (!button.closest("#peek")) location.hash = button.hash;
      button.focus({ preventScroll: true });
      return;
    }
    const { copy: what, task = "", title = "" } = button.dataset;
    const copied = copiedOf(what, task, title);
    if (copied) copy(copied);
    document.getElementById("menu")?.hidePopover();
  });

  /** Returns the focused row's task, or the open one. */
  function task() {
    const row = rows.here();
    /** @type {HTMLElement | null} */
    const open = row ?? peeking.task() ?? document.querySelector(".detail-grid[data-task]");
    const title = row ? rows.title(row) : open?.querySelector(":is(h1, h2)");
    const path = rows.task(open);
    return path ? { path, title: title?.textContent ?? "" } : null;
  }

  /** Returns the text for all selected tasks. @param {string} what @returns {Copied | null} */
  function copiedOfAll(what) {
    const many = selection.references();
    if (many.length < 2 || what === "branch") return null;
    const at = new URL(document.getElementById("keys")?.dataset.selected ?? "", location.href);
    return {
      text: many.map((one) => what === "link" ? new URL(one, at).href : one).join("\n"),
      said: `${many.length} ${what}s copied`,
    };
  }

  /** Shortcuts by key code, because Shift changes the character. @type {Record<string, string>} */
  const keys = { Comma: "link", Period: "branch" };

  document.addEventListener("keydown", (event) => {
    const { code, shiftKey, altKey } = event;
    if (!(event.ctrlKey || event.metaKey) || altKey || typing(event)) return;
    const what = shiftKey ? keys[code] : code === "Period" ? "reference" : undefined;
    if (!what) return;
    const open = task();
    const copied = copiedOfAll(what) ?? (open && copiedOf(what, open.path, open.title));
    if (!copied) return;
    event.preventDefault();
    copy(copied);
  });
})();
