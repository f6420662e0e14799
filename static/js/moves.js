// @ts-check
/// <reference types="./globals.d.ts" />

// Sends moves of cards and rows. A move is shown immediately, and moves are sent one after another. Refused moves are
// reverted. Only the last response updates the page, because earlier ones are older than what it shows.
(() => {
  /** @type {Move[]} */
  let waiting = [];
  /** @type {Move | null} */
  let sent = null;
  /** Whether the page differs from the server's state. */
  let behind = false;
  let refreshing = false;
  /** Whether the response to the current move shows the final state. */
  let shown = false;
  /** Whether the moved item had the focus when the response arrived. */
  let stood = false;
  /** Whether responses wait, because someone is dragging. */
  let held = false;

  /** @type {Moves["send"]} */
  function send(move) {
    waiting.push(move);
    if (!sent) sendAll();
  }

  /** @type {Moves["drop"]} */
  function drop(what) {
    const left = waiting.filter((one) => one.what !== what);
    const some = left.length < waiting.length;
    waiting = left;
    return some;
  }

  async function sendAll() {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      sent = next;
      shown = false;
      stood = false;
      const outcome = await sendFields(`${next.path}/place`, next.fields);
      if (outcome !== "done") {
        drop(next.what);
        const back = next.back();
        if (outcome === "unreached") tell(`Can't reach the server. ${back}`);
        else announce(back);
        if (!shown) {
          next.takeBack();
          behind = true;
        }
      }
      await refresh();
      if (stood && !next.item.isConnected) next.left?.();
    }
    sent = null;
    refresh();
  }

  /** Updates the page to the current state. */
  async function refresh() {
    const source = document.getElementById("announced");
    if (refreshing || !source) return;
    refreshing = true;
    while (behind && !held && waiting.length === 0) {
      behind = false;
      const path = location.pathname + location.search;
      await htmx.ajax("GET", path, { target: "#announced", swap: "none", source }).catch(() => {});
    }
    refreshing = false;
  }

  /** @type {Moves["renew"]} */
  function renew() {
    behind = true;
    if (!sent) refresh();
  }

  /** @type {Moves["hold"]} */
  function hold(on) {
    held = on;
    if (!on && !sent) refresh();
  }

  htmx.registerExtension("backlog-moves", {
    htmx_before_swap: (_element, { ctx, tasks }) => {
      const again = ctx.sourceElement.id === "announced";
      // A newer request or response exists
      if (again && behind) return void tasks.splice(0);
      const main = tasks.find(({ target }) => target?.id === "main");
      if (!main || ctx.target === document.body) return;
      if (!held && waiting.length === 0) {
        shown = true;
        stood = sent?.item.contains(document.activeElement) ?? false;
        behind = refreshing && !again;
        return;
      }
      tasks.splice(tasks.indexOf(main), 1);
      behind = true;
    },
  });

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    if (ctx.request.method !== "GET") behind ||= refreshing;
  });

  // Other pages don't show the moves.
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target === document.body) behind = false;
  });

  globalThis.moves = { send, drop, hold, renew, sending: () => sent !== null };
})();
