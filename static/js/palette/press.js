// @ts-check
/// <reference types="./palette.d.ts" />

// What keys do on the page that is open, as commands: read off the list of keys, which says how they are called. Run, they
// are pressed, so that they do here what they do there: to what is selected, else to the row or the task one is at.
(() => {
  /** @param {string} selector */
  const there = (selector) => document.querySelector(selector) !== null;

  /** Whether a key does something here, by how it is called. @type {Record<string, () => boolean>} */
  const does = {
    "Filter": () => there('#bar [data-menu="filter"], #main [data-menu="filter"]'),
    "Filter by text": () => there("[data-text-filter]"),
    "Show as a board, or as a list": () => there('#bar [data-menu="display"]'),
    "Select all that is shown": () => there("#main .row-select"),
  };
  /** What does something on every page. */
  const everywhere = ["Undo", "Switch workspace", "Close or open the sidebar", "This list"];
  /** Which of them are about tasks that are chosen. */
  const ofChosen = [
    "Assign to me",
    "More actions",
    "Copy the task's link",
    "Copy its reference",
    "Copy its branch name",
    "Add to favorites, or remove",
  ];
  /** Which of those are about one task alone. */
  const ofOne = ["Copy its branch name", "Add to favorites, or remove"];
  /** @type {Record<string, string>} */
  const called = {
    "This list": "Keyboard shortcuts",
    "Undo": "Undo the last change",
    "Filter": "Filter this list…",
    "Filter by text": "Filter this list by text…",
    "Switch workspace": "Switch workspace…",
    "More actions": "More actions…",
  };

  /** What tasks keys are about, in words; empty where there are none. */
  function about() {
    const chosen = chosenTasks();
    return chosen.length > 1 ? `${chosen.length} selected tasks` : chosen[0] ?? "";
  }

  /** What is called otherwise where it is done to several. @param {string} title */
  function calledHere(title) {
    const many = chosenTasks().length;
    const [, copied] = /^Copy (?:the task's|its) (link|reference)$/.exec(title) ?? [];
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
    // Who has switched single keys off has chosen this all the same
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
