// @ts-check
/// <reference types="../globals.d.ts" />

// Saves the order of a workflow's states.
document.addEventListener("moved", ({ target: item, detail: { before } }) => {
  const list = item instanceof HTMLElement ? item.closest('[data-moves="states"]') : null;
  if (!(item instanceof HTMLElement) || !list) return;
  const path = item.dataset.path ?? "";
  moves.drop(path);
  moves.send({
    what: path,
    path,
    item,
    fields: { position: String([...list.children].indexOf(item)) },
    back: () => `${item.querySelector("bdi")?.textContent} moved back.`,
    takeBack: () => list.prepend(...before),
  });
});
