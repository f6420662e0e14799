// @ts-check
/// <reference types="./live.d.ts" />

// Shows who else has the visible task open, and which text they are editing. Each tab reports the task that it shows,
// and gets the other people. A hidden tab reports nothing.
(() => {
  const LOOKS_MS = 1_000;
  const BEATS_MS = 10_000;
  /** How long a person counts as editing without typing, and as present after hiding the tab. */
  const PAUSE_MS = 8_000;
  /** A random delay, so that not everyone sends a request at once. */
  const SPREAD_MS = 250;

  const tab = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  globalThis.thisTab = tab;

  /** The last report, its time, and whether another one is needed. */
  const said = { path: "", writing: "", at: 0 };
  /** The other people, as the server listed them. */
  let others = "";
  let asking = false;
  let stale = false;
  /** The field that someone is typing in, and the time of the last key. @type {HTMLTextAreaElement | null} */
  let field = null;
  let typedAt = 0;
  let seenAt = Date.now();

  /** Returns the visible task. @returns {HTMLElement | null} */
  const place = () =>
    document.querySelector("#peek:not([hidden]) [data-here]") ??
      document.querySelector("#main [data-here]");

  /** Returns the text of the task that someone is editing. */
  function writing() {
    if (!field?.isConnected || Date.now() - typedAt > PAUSE_MS) return "";
    // A posted comment leaves its field empty
    if (field.name === "body") return field.value ? "comment" : "";
    return field.name;
  }

  /** Reports the open task, unless the server knows it. */
  function look() {
    if (document.hidden && Date.now() - seenAt > PAUSE_MS) return leave();
    if (!document.hidden) seenAt = Date.now();
    const { here: path = "" } = place()?.dataset ?? {};
    if (!path) return leave();
    if (!navigator.onLine) return show("");
    put();
    const isKnown = path === said.path && writing() === said.writing && !stale;
    if (asking || (isKnown && Date.now() - said.at < BEATS_MS)) return;
    if (path !== said.path) show("");
    Object.assign(said, { path, writing: writing(), at: Date.now() });
    stale = false;
    asking = true;
    send({ writing: said.writing }).then(async (answer) => {
      // Signed out, or in another workspace. A new page is needed to change this
      if (/^(401|409)$/.test(`${answer.status}`)) said.at = Infinity;
      const text = answer.ok ? await answer.text() : "";
      if (path === said.path) show(text);
    }).catch(() => show("")).finally(() => {
      asking = false;
      look();
    });
  }

  function leave() {
    if (!said.path) return;
    show("");
    send({ left: "1" }).catch(() => {});
    said.path = "";
  }

  /** @param {Record<string, string>} fields */
  const send = (fields) =>
    fetch(said.path, {
      method: "POST",
      headers: { ...sentBy(), "backlog-live": "here" },
      body: new URLSearchParams({ tab, ...fields }),
      keepalive: true,
      signal: AbortSignal.timeout(BEATS_MS),
    });

  /** @param {string} html */
  function show(html) {
    if (html === others) return;
    takeOut();
    others = html;
    put();
  }

  const takeOut = () => {
    for (const one of document.querySelectorAll("[data-others], [data-writes]")) one.remove();
  };

  /** Renders the other people in their places, unless they are there already. */
  function put() {
    const at = place();
    if (!at || !others || at.querySelector("[data-others]")) return;
    takeOut();
    const template = document.createElement("template");
    template.innerHTML = others;
    const { content } = template;
    for (
      const line
        of /** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll("span[data-writes]"))
    ) {
      const text = line.dataset.writes;
      const form = text === "comment" ? "#new-comment" : `#edit-${text}`;
      at.querySelector(`${form} .form-actions, #task-${text}`)?.append(line);
    }
    const list = content.querySelector("ul");
    if (list) at.querySelector(".detail-text")?.prepend(list);
  }

  globalThis.askWhoIsHere = (taskId) => {
    const { taskId: shown } = place()?.dataset ?? {};
    if (!shown || (taskId && taskId !== shown)) return;
    stale = true;
    setTimeout(look, Math.random() * SPREAD_MS);
  };

  document.addEventListener("input", (event) => {
    const typed = closestTo(
      event,
      "[data-here] :is(#new-comment, form[id^=edit-]) :is([name=title], [name=description], [name=body])",
    );
    if (!(typed instanceof HTMLTextAreaElement)) return;
    field = typed;
    typedAt = Date.now();
    look();
  });
  // The server's HTML is compared without the people
  document.addEventListener("htmx:before:swap", takeOut);
  document.addEventListener("htmx:after:swap", put);
  // The new page is painted first
  document.addEventListener("htmx:finally:request", () => setTimeout(look, 50));
  document.addEventListener("visibilitychange", () => document.hidden || look());
  addEventListener("online", () => {
    said.at = 0;
    look();
  });
  addEventListener("pagehide", leave);
  addEventListener("pageshow", look);
  setInterval(look, LOOKS_MS);
  look();
})();
