// @ts-check
/// <reference types="./globals.d.ts" />

/** Gives whoever presses the key what is selected, else the task that one points at. */
globalThis.assignToMe = async () => {
  const href = rows.task(pointedTask());
  const selected = selection.references();
  const tasks = selected.length > 0 ? selected : href ? [href.split("/").at(-1) ?? ""] : [];
  const path = document.getElementById("keys")?.dataset.selected;
  if (tasks.length === 0 || !path) return;
  await sendFields(path, { act: "assignToMe", tasks: tasks.join(",") });
};
