// @ts-check
/// <reference types="./palette.d.ts" />

// Searches a workspace: the server finds records and commands, and local ones appear immediately.
(() => {
  const MOST = "30";
  const MOST_SUGGESTED = "50";

  /** Local results. Commands are valid while someone is signed in, and records until something changes. */
  const known = {
    profile: "",
    /** @type {PaletteCommand[]} */
    commands: [],
    /** @type {Map<string, PaletteItem>} */
    records: new Map(),
    /** The recently opened records. @type {Set<string>} */
    recent: new Set(),
    /** The last suggestions, and their page. @type {{ path: string, items: PaletteItem[] }} */
    suggested: { path: "", items: [] },
  };
  /** The page's shortcuts when the palette opened. @type {PageCommands} */
  let page = { chosen: [], page: [], everywhere: [] };

  const profile = () => sentBy()["Backlog-Profile"] ?? "";
  const asks = () => document.getElementById("palette")?.dataset.asks;

  /** Messages for failed requests, by status. @type {Record<number, string>} */
  const refused = {
    401: "You're signed out.",
    403: "You no longer have access to this workspace.",
  };

  /** Deletes results of another account, or after the session ended. */
  function forget() {
    const suggested = { path: "", items: [] };
    Object.assign(known, { profile: profile(), commands: [], recent: new Set(), suggested });
    known.records.clear();
  }

  /**
   * Returns the rows without typed text: actions on the selection, the server's suggestions, then the page's actions.
   * @param {PaletteItem[]} items
   */
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

  /** Stores recently opened, found, and suggested records. @param {PaletteAnswer} answer */
  function remember({ results, recents }) {
    if (recents[0]) known.recent = new Set(recents.map(({ id }) => id));
    for (const item of [...recents, ...results]) {
      if (!item.record || item.kind === "action") continue;
      known.records.set(item.id, paletteRows.home(item));
    }
  }

  /** Returns the text after `?`, which searches the docs, or null for other text. @param {string} typed */
  const question = (typed) => /^\?\s*(.*)/.exec(typed)?.[1] ?? null;

  /** @param {Record<string, string>} what @param {AbortSignal} [signal] */
  const ask = (what, signal) =>
    fetch(`${asks()}?${new URLSearchParams(what)}`, { headers: sentBy(), signal: signal ?? null });

  /** @type {PaletteSource["ask"]} */
  async function find(typed, signal) {
    const asked = question(typed);
    if (asked !== null) {
      await paletteDocs.load();
      return { items: paletteDocs.find(asked) };
    }
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

  // Changed records are requested again.
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
      const asked = question(typed);
      if (asked !== null) return paletteDocs.find(asked);
      if (!typed) return suggested(known.suggested.items);
      const found = paletteRank.find(typed, { ...known, records: [...known.records.values()] });
      return paletteRank.withPage(found, typed, ofPage());
    },
    // Without local results, with more than a task's title, or with an uncertain first row, Enter waits for the server
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
