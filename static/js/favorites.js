// @ts-check
/// <reference types="./globals.d.ts" />

// Saves the order of favorites. Alt+F adds or removes one.
(() => {
  /** Moves are saved one after another, because each refers to the positions after the previous one. */
  let saved = Promise.resolve();

  /** @param {Element} item */
  const positionOf = (item) => item instanceof HTMLElement ? Number(item.dataset.position) : 0;

  /** @param {Element} item */
  const listOf = (item) => [...item.parentElement?.children ?? []];

  /**
   * Renumbers a list after a move.
   * @returns the item's position
   * @param {HTMLElement} item
   */
  function renumber(item) {
    const from = positionOf(item);
    /** @param {Element} other */
    const without = (other) => positionOf(other) - Number(positionOf(other) > from);
    const { nextElementSibling: next, previousElementSibling: previous } = item;
    const to = next ? without(next) : previous ? without(previous) + 1 : from;
    for (const other of listOf(item)) {
      if (!(other instanceof HTMLElement)) continue;
      const place = without(other);
      other.dataset.position = String(other === item ? to : place + Number(place >= to));
    }
    return to;
  }

  // Saves a favorite's new position. If that fails, the list is restored.
  document.addEventListener("moved", ({ target: item, detail: { before } }) => {
    if (!(item instanceof HTMLElement) || !item.dataset.favorite) return;
    const path = `${item.dataset.favorite}/${renumber(item)}`;
    saved = saved.then(async () => {
      if (await sendFields(path, {}) === "done") return;
      item.parentElement?.prepend(...before);
      tell("The order of your favorites couldn't be saved. Try again in a moment.");
    });
  });

  async function toggle() {
    const tasks = chosenTasks();
    const button = document.querySelector("#bar [data-favorite-button]");
    if (tasks.length === 0) return button instanceof HTMLElement && button.click();
    const pinned = tasks.every((one) =>
      document.querySelector(`[data-favorite] > [href$="/${CSS.escape(one)}"]`)
    );
    await actOnChosen(pinned ? "unfavorite" : "favorite");
  }

  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // On a Mac, Alt changes the character.
    const busy = typing(event) || somethingOpen();
    if (event.code !== "KeyF" || busy) return;
    event.preventDefault();
    toggle();
  });
})();
