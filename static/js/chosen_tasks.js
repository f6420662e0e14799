// @ts-check
/// <reference types="./globals.d.ts" />

globalThis.chosenTasks = () => {
  const selected = selection.references();
  const href = rows.task(pointedTask());
  return selected.length > 0 ? selected : href ? [href.split("/").at(-1) ?? ""] : [];
};

/** @param {string} act */
globalThis.actOnChosen = async (act) => {
  const tasks = chosenTasks().join();
  const path = document.getElementById("keys")?.dataset.selected;
  if (tasks && path) await sendFields(path, { act, tasks });
};
