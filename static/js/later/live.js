// @ts-check
/// <reference types="./live.d.ts" />

// Updates an open page when its records change. The script requests each outdated part separately, after a moment
// without news, and never replaces a form that someone is filling in. The person's own changes are already shown, so
// they aren't news.
(() => {
  const QUIET_MS = 150;
  const LONGEST_MS = 900;
  /** A random delay, so that not everyone requests the same page at once. */
  const SPREAD_MS = 250;

  /** @typedef {"main" | "side" | "peek"} Part */

  /** Topics and the newest point, by the part that shows them. @type {Map<Part, string>} */
  const wanted = new Map();
  /** Pending requests that change something. @type {Set<RequestContext>} */
  const changing = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** The time of the oldest unhandled news. */
  let since = 0;
  let asking = false;
  /** The page's state and the number of actions when the update was requested. */
  let shown = "";
  let [acts, done] = [0, 0];
  /** Whether someone is pressing, dragging, or composing a character. */
  let held = false;
  let composing = false;
  /** Whether the page has an open form that the updated page no longer has. */
  let kept = false;

  const source = () => document.getElementById("live");

  /** The topics and point attributes of each part. @type {Record<Part, [topics: string, seen: string]>} */
  const places = {
    main: ["#live-main", "#live-main"],
    side: ["#sidebar", "#live-side"],
    peek: ["#peek:not([hidden]) [data-peeked-at]", "#peek:not([hidden]) [data-peeked-at]"],
  };
  const parts = /** @type {Part[]} */ (Object.keys(places));

  /** @param {Part} part */
  const topicsOf = (part) =>
    document.querySelector(places[part][0])?.getAttribute("data-live")?.split(" ") ?? null;

  /** @param {Part} part */
  const seenOf = (part) => document.querySelector(places[part][1])?.getAttribute("data-seen") ?? "";

  /** @param {string} told @param {string[]} shown */
  const concerns = (told, shown) =>
    told === "*" || shown.includes(told) || shown.includes(told.replace(/:.*/, ":*")) ||
    (told === "task:*" && shown.some((topic) => topic.startsWith("task:")));

  /** @type {Live["take"]} */
  function take({ seq = "", topics = [], here, line, why }) {
    if (why) words.elsewhere = `${why} Reload to continue.`;
    if (line) say(line);
    points.learn(seq, topics);
    if (here || line === "open" || topics.includes("*")) askWhoIsHere(here);
    for (const part of parts) {
      const shown = topicsOf(part);
      if (!shown || !topics.some((told) => concerns(told, shown))) continue;
      if (points.newer(seq, wanted.get(part) ?? seenOf(part))) wanted.set(part, seq);
    }
    plan(Math.random() * SPREAD_MS);
  }

  /** Returns the outdated parts. */
  function due() {
    for (const [part, seq] of wanted) {
      if (!topicsOf(part) || !points.newer(seq, seenOf(part))) wanted.delete(part);
    }
    return [...wanted.keys()];
  }

  /** @param {number} [more] */
  function plan(more = 0) {
    clearTimeout(timer);
    // A hidden page waits until it is visible
    if (document.hidden || due().length === 0) {
      since = 0;
      return;
    }
    since ||= Date.now();
    const longest = Math.max(0, since + LONGEST_MS - Date.now());
    timer = setTimeout(refresh, Math.min(QUIET_MS + more, longest));
  }

  const busy = () =>
    held || composing || changing.size > 0 || moves.sending() ||
    document.querySelector("[data-dragging], .moving") !== null;

  async function refresh() {
    const element = source();
    const behind = due();
    if (!element || behind.length === 0) return;
    if (asking || busy()) {
      timer = setTimeout(refresh, QUIET_MS);
      return;
    }
    asking = true;
    since = 0;
    shown = seenOf("main");
    acts = done;
    const path = location.pathname + location.search;
    const quietly = { target: "#live", swap: "none", source: element };
    await htmx.ajax("GET", path, quietly).catch(() => {});
    asking = false;
    // Requests news that arrived since, and failed requests that can be retried
    if (due().length > 0) {
      timer = setTimeout(
        refresh,
        behind.some((part) => wanted.has(part)) ? 2_000 : QUIET_MS,
      );
    }
  }

  /** @param {RequestContext} ctx */
  const isOurs = ({ sourceElement }) => sourceElement.id === "live";

  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (isOurs(ctx)) ctx.request.headers["Backlog-Live"] = due().join(" ");
  });

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    const isAct = ctx.request.method !== "GET";
    // Other requests might be answered before
    if (isAct || isOurs(ctx)) points.ask(ctx);
    if (isOurs(ctx)) ctx.fetch = () => ask(ctx.request);
    if (isAct) changing.add(ctx);
    if (isAct) done++;
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    changing.delete(ctx);
    if (!isOurs(ctx)) return plan();
    const tell = told;
    letGo();
    tell();
    show();
  });

  /** Sends a background request, without error messages of its own. @param {RequestContext["request"]} request */
  async function ask(request) {
    const { action, ...init } = /** @type {RequestInit & { action: string }} */ (request);
    const nothing = new Response(null, { status: 204, headers: { "x-request-id": "none" } });
    try {
      const answer = await fetch(action, init);
      if (answer.status === 401) say("ended");
      if (answer.status === 409) say("elsewhere");
      return [200, 403, 404].includes(answer.status) ? answer : nothing;
    } catch (error) {
      if (init.signal?.aborted) throw error;
      return nothing;
    }
  }

  /**
   * Returns the open forms. They keep the version that editing started from, so that sending them detects a conflict.
   */
  function written() {
    const all = document.querySelectorAll("form:is(#main *, #peek-page *, #bar *)");
    const forms = /** @type {HTMLFormElement[]} */ ([...all]);
    return forms.filter((form) => {
      const active = document.activeElement;
      const writing = active instanceof HTMLElement && form.contains(active) &&
        active.matches(
          "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])",
        );
      const drawn = formValues.of(form, true);
      const typed = "keeps" in form.dataset &&
        !formValues.sameTexts(form, formValues.of(form), drawn);
      return writing || typed || "unsaved" in form.dataset || "autosaves" in form.dataset;
    });
  }

  /** The forms that a response doesn't change. @type {HTMLElement[]} */
  let skipped = [];
  /** Announces the changes of an update. */
  let told = () => {};

  function letGo() {
    for (const form of skipped) form.removeAttribute("hx-morph-skip");
    skipped = [];
    told = () => {};
  }

  htmx.registerExtension("backlog-live", {
    htmx_before_swap: (_element, { ctx, tasks }) => {
      letGo();
      const fragments = tasks.map(({ fragment }) => fragment);
      const marks = fragments.map((one) => one.querySelector("[data-seen]"));
      const seen = marks.find(Boolean)?.getAttribute("data-seen");
      if (seen) points.answer(ctx, seen);
      if (!isOurs(ctx)) return true;
      // Drops the response if someone acted, pressed, opened, or left something since
      const elsewhere = ctx.request.action !== location.pathname + location.search;
      if (
        elsewhere || busy() || acts !== done ||
        (seen && seenOf("main") !== shown && points.newer(seenOf("main"), seen))
      ) {
        return false;
      }
      const forms = written();
      const lost = forms.some((form) =>
        !fragments.some((one) => form.id && one.querySelector(`#${CSS.escape(form.id)}`))
      );
      if (lost && forms.length > 0 && tasks.some(({ target }) => target?.id === "main")) {
        const side = tasks.filter(({ target }) => /^(sidebar|live-side)$/.test(target?.id ?? ""));
        tasks.splice(0, tasks.length, ...side);
        wanted.delete("main");
        wanted.delete("peek");
        kept = true;
        say("open");
        return true;
      }
      kept = false;
      for (const one of fragments) {
        for (const field of one.querySelectorAll("[autofocus]")) field.removeAttribute("autofocus");
      }
      skipped = forms;
      for (const form of skipped) form.setAttribute("hx-morph-skip", "");
      told = changes.begin();
      return true;
    },
    // A row whose menu is open stays marked
    htmx_before_morph_attr: (element, { attrName }) =>
      !(asking && attrName === "class" && element.matches(".here")),
  });

  /** Messages about the live connection while the page doesn't update. */
  const words = {
    open: "",
    cut: "You're offline. Changes appear when the connection is back.",
    ended: "You're signed out. Sign in again in another tab.",
    elsewhere: "Another workspace is open in this browser. Reload to switch to it.",
  };
  const changed = "This page has changed. Save or discard your edits to see the latest version.";

  /** @type {keyof typeof words} */
  let line = "open";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;

  /** @param {keyof typeof words} what */
  function say(what) {
    if (line === "ended" && what === "cut") return;
    const back = what === "open" && line !== what;
    line = what;
    document.documentElement.dataset.line = what;
    clearTimeout(saying);
    // Short interruptions aren't worth a message
    saying = setTimeout(show, what === "cut" ? 2_500 : 0);
    // Code that waits to send something can continue before the browser notices
    if (back) dispatchEvent(new Event("online"));
  }

  function show() {
    const text = line === "open" && kept ? changed : words[line];
    const place = document.getElementById("line");
    if (!place || place.textContent === text) return;
    place.textContent = text;
    place.hidden = text === "";
    if (text) announce(text);
    else if (line === "open") announce("The connection is back");
  }

  for (const name of ["pointerdown", "pointerup", "pointercancel"]) {
    addEventListener(name, () => held = name === "pointerdown", { capture: true, passive: true });
  }
  for (const name of ["dragend", "blur"]) addEventListener(name, () => held = false);
  addEventListener("compositionstart", () => composing = true, { capture: true });
  addEventListener("compositionend", () => composing = false, { capture: true });
  document.addEventListener("visibilitychange", () => {
    // A page that becomes visible is updated immediately
    if (!document.hidden) plan(-QUIET_MS);
  });
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.target === document.body) {
      kept = false;
      wanted.clear();
      show();
    }
    // News might have arrived during the request, before the page showed its topic
    if (isOurs(ctx)) return;
    for (const [topic, seq] of points.told()) take({ seq, topics: [topic] });
  });

  for (const part of parts.toReversed()) points.learn(seenOf(part));
  globalThis.live = {
    take,
    // The sidebar was rendered with the page, or together with this response
    seen: () =>
      parts.map(seenOf).filter(Boolean).reduce(
        (a, b) => points.newer(a, b) ? b : a,
        seenOf("side"),
      ),
  };
})();
