// @ts-check
/// <reference types="./palette.d.ts" />

// What the palette finds in a workspace: records and commands, by the server, and at once what the browser knows of them.
(() => {
  const MOST = "30";
  const MOST_SUGGESTED = "50";

  /** What the browser knows. The commands hold for whoever is signed in, the records until something is changed. */
  const known = {
    profile: "",
    /** @type {PaletteCommand[]} */
    commands: [],
    /** @type {Map<string, PaletteItem>} */
    records: new Map(),
    /** Which of them were opened lately. @type {Set<string>} */
    recent: new Set(),
    /** What was suggested last, and where. @type {{ path: string, items: PaletteItem[] }} */
    suggested: { path: "", items: [] },
  };
  /** What keys do on the page, as it was when the palette was opened. @type {PageCommands} */
  let page = { chosen: [], page: [], everywhere: [] };

  const profile = () => sentBy()["Backlog-Profile"] ?? "";
  const asks = () => document.getElementById("palette")?.dataset.asks;

  /** Why nothing is told, by the answer's status. @type {Record<number, string>} */
  const refused = {
    401: "You're signed out.",
    403: "You no longer have access to this workspace.",
  };

  /** What one was told as somebody else, or as who one is no more, is shown no more. */
  function forget() {
    const suggested = { path: "", items: [] };
    Object.assign(known, { profile: profile(), commands: [], recent: new Set(), suggested });
    known.records.clear();
  }

  /** What stands there before anything is typed: what is selected first, then what the server suggests here, then the page. @param {PaletteItem[]} items */
  function suggested(items) {
    const first = items.filter(({ group }) => group === "Suggested");
    const rest = items.filter(({ group }) => group !== "Suggested");
    const many = selection.references().length > 0;
    return [
      ...many ? page.chosen : [],
      ...first,
      ...many ? [] : page.chosen,
      ...page.page,
      ...rest,
      ...page.everywhere,
    ];
  }

  const ofPage = () =>
    [...page.chosen, ...page.page, ...page.everywhere].flatMap((
      one,
    ) => [one, ...one.choices ?? []]);

  /** What one opened lately, in whatever browser, and what is found or suggested. @param {PaletteAnswer} answer */
  function remember({ results, recents }) {
    if (recents[0]) known.recent = new Set(recents.map(({ id }) => id));
    for (const item of [...recents, ...results]) {
      if (!item.record || item.kind === "action") continue;
      known.records.set(item.id, paletteRows.home(item));
    }
  }

  /** @param {Record<string, string>} what @param {AbortSignal} [signal] */
  const ask = (what, signal) =>
    fetch(`${asks()}?${new URLSearchParams(what)}`, { headers: sentBy(), signal: signal ?? null });

  /** @type {PaletteSource["ask"]} */
  async function find(typed, signal) {
    const path = location.pathname;
    const answer = await ask({ q: typed, path, limit: typed[1] ? MOST : MOST_SUGGESTED }, signal);
    const why = refused[answer.status];
    if (why) {
      forget();
      return { items: [], trouble: `${why} Reload the page to continue.` };
    }
    if (!answer.ok) throw new Error(String(answer.status));
    /** @type {PaletteAnswer} */
    const told = await answer.json();
    const { viewer, results, commands } = told;
    signal.throwIfAborted();
    if (viewer.profileId !== profile()) {
      return {
        items: [],
        trouble: "Another tab switched to another workspace. Reload the page to switch too.",
      };
    }
    if (commands[0]) known.commands = commands;
    remember(told);
    if (!typed) known.suggested = { path, items: results };
    return {
      items: typed ? paletteRank.withPage(results, typed, ofPage()) : suggested(results),
    };
  }

  // What was changed, here or elsewhere, is asked for anew.
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (ctx.request.method !== "GET" || ctx.sourceElement.id === "live") known.records.clear();
  });

  paletteSources.workspace = {
    away: "Can't reach the server. Some results might be missing.",
    isWhole: () => false,
    begin() {
      if (known.profile !== profile()) forget();
      if (known.suggested.path !== location.pathname) known.suggested.items = [];
      page = pageCommands();
    },
    find(typed) {
      if (!typed) return suggested(known.suggested.items);
      const found = paletteRank.find(typed, { ...known, records: [...known.records.values()] });
      return paletteRank.withPage(found, typed, ofPage());
    },
    // Without any, with more than a title of a task, or where it isn't known what comes first, Enter waits for the server
    isSure: (typed, [first]) =>
      Boolean(
        typed ? first && !(first.id === "create.task" && first.subtitle) : known.suggested.items[0],
      ),
    ask: find,
    async prepare() {
      const path = location.pathname;
      if (!profile() || known.suggested.path === path) return;
      const answer = await ask({ path, limit: MOST_SUGGESTED }).catch(() => null);
      if (!answer?.ok) return;
      /** @type {PaletteAnswer} */
      const told = await answer.json();
      const { viewer, commands, results } = told;
      if (viewer.profileId !== profile()) return;
      Object.assign(known, { profile: profile(), commands });
      known.suggested = { path, items: results };
      remember(told);
    },
    async actions({ record }, q, signal) {
      const answer = await ask({ record: record ?? "", q }, signal);
      if (answer.status === 404) return { actions: [] };
      if (!answer.ok) throw new Error(String(answer.status));
      return await answer.json();
    },
  };
})();
