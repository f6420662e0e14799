// @ts-check
/// <reference types="./palette.d.ts" />

// Offers the shortcuts of the open page as commands. The list of shortcuts names them. Running such a command presses its
// keys, so that it acts on the selection, or else on the current row or task.
(() => {
  /** @param {string} selector */
  const there = (selector) => document.querySelector(selector) !== null;

  /** Whether a shortcut works on this page, by its name. @type {Record<string, () => boolean>} */
  const does = {
    "Filter": () => there('#bar [data-menu="filter"], #main [data-menu="filter"]'),
    "Filter by text": () => there("[data-text-filter]"),
    "Switch between list and board": () => there('#bar [data-menu="display"]'),
    "Select all shown": () => there("#main .row-select"),
  };
  /** The shortcuts that work on every page. */
  const everywhere = ["Undo", "Switch workspace", "Toggle sidebar", "Show keyboard shortcuts"];
  /** The shortcuts that act on selected tasks. */
  const ofChosen = [
    "Assign to me",
    "More actions",
    "Copy task link",
    "Copy task reference",
    "Copy branch name",
    "Add to or remove from favorites",
  ];
  /** The shortcuts that act on a single task only. */
  const ofOne = ["Copy branch name", "Add to or remove from favorites"];
  /** @type {Record<string, string>} */
  const called = {
    "Show keyboard shortcuts": "Keyboard shortcuts",
    "Undo": "Undo the last change",
    "Filter": "Filter this list…",
    "Filter by text": "Filter this list by text…",
    "Switch workspace": "Switch workspace…",
    "More actions": "More actions…",
  };

  /** Returns a name for the tasks that shortcuts act on, or an empty text without tasks. */
  function about() {
    const chosen = chosenTasks();
    return chosen.length > 1 ? `${chosen.length} selected tasks` : chosen[0] ?? "";
  }

  /** Returns the name of a shortcut on this page, which depends on the number of tasks. @param {string} title */
  function calledHere(title) {
    const many = chosenTasks().length;
    const [, copied] = /^Copy task (link|reference)$/.exec(title) ?? [];
    return copied && many > 1 ? `Copy ${many} ${copied}s` : called[title] ?? title;
  }

  /** @param {string} key @param {string[]} keys */
  function pressOne(key, keys) {
    const code = { ",": "Comma", ".": "Period" }[key] ?? `Key${key}`;
    const init = {
      key: key.toLowerCase(),
      code,
      ctrlKey: keys.includes("Ctrl"),
      shiftKey: keys.includes("Shift"),
      altKey: keys.includes("Alt"),
      bubbles: true,
      cancelable: true,
    };
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", init));
  }

  /** @param {string[]} keys */
  function press(keys) {
    const { dataset } = document.body;
    const { shortcuts } = dataset;
    // Choosing the command works even if single-key shortcuts are off
    delete dataset.shortcuts;
    const held = /^(Ctrl|Shift|Alt)$/;
    for (const key of keys.filter((one) => !held.test(one))) pressOne(key, keys);
    if (shortcuts) dataset.shortcuts = shortcuts;
  }

  /** @param {string} title @param {string[]} keys @param {string} group @returns {PaletteItem} */
  const item = (title, keys, group) =>
    paletteRows.made({
      id: `key:${title}`,
      kind: "command",
      title: calledHere(title),
      group,
      keys,
      press: () => press(keys),
    });

  globalThis.pageCommands = () => {
    const tasks = about();
    const many = chosenTasks().length > 1;
    /** @type {PageCommands} */
    const found = { chosen: [], page: [], everywhere: [] };
    const seen = new Set();
    for (const entry of document.querySelectorAll("#keys .keys-list > div")) {
      const title = entry.querySelector("dt")?.textContent ?? "";
      const keys = [...entry.querySelectorAll("kbd")].map((one) => one.textContent ?? "");
      if (seen.has(title) || (many && ofOne.includes(title))) continue;
      const property = entry.hasAttribute("data-opens") || ofChosen.includes(title);
      seen.add(title);
      if (property && tasks) found.chosen.push(item(title, keys, tasks));
      else if (does[title]?.()) found.page.push(item(title, keys, "This page"));
      else if (everywhere.includes(title)) found.everywhere.push(item(title, keys, "Everywhere"));
    }
    found.everywhere.push(themeCommand());
    return found;
  };

  globalThis.openOver = (href) => {
    const beside = document.getElementById("main") ?? document.body;
    const { activeElement } = document;
    const back = activeElement instanceof HTMLElement ? activeElement : null;
    const at = { x: (innerWidth - 320) / 2, y: innerHeight * 0.12 };
    document.dispatchEvent(new CustomEvent("open-menu", { detail: { href, beside, back, at } }));
  };

  /** @param {string} href */
  function keysTo(href) {
    const link = document.querySelector(`#sidebar a[data-go][href="${CSS.escape(href)}"]`);
    const letter = link?.getAttribute("data-go")?.toUpperCase();
    return letter ? ["G", letter] : undefined;
  }

  globalThis.withKeys = (item) => {
    const keys = item.keys ??
      (item.id === "create.task" ? ["C"] : item.href ? keysTo(item.href) : undefined);
    return keys ? { ...item, keys } : item;
  };
})();
