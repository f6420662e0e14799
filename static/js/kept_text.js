// @ts-check
/// <reference types="./globals.d.ts" />

// Stores typed text on this device, for the person who typed it, until it is saved. A form requests this with
// `data-keeps`, which names the record and its field: `task_…:description`. `data-keeps-all` also stores the form's
// choices, and `data-unsaved` marks a refused form. Each page stores its text of the same form in its own slot, so no
// page overwrites text that it doesn't show. With `data-keeps-at`, the server stores the text too (`unsent.js`).
(() => {
  /**
   * A form on the page. Text typed elsewhere never overwrites its own typed text.
   * @typedef {object} Shown
   * @property {HTMLFormElement} form
   * @property {string} slot its slot in the store
   * @property {KeptValues | null} kept
   * @property {boolean} typed
   * @property {"restored" | "discarded" | null} note
   * @property {string} [emptied] the version that the person emptied
   */

  /** @type {Map<string, Shown>} */
  const shown = new Map();
  /** Saved forms, which show what the server rendered. @type {Set<string>} */
  const saved = new Set();
  /** The forms whose stored text was restored. @type {WeakSet<HTMLFormElement>} */
  const tended = new WeakSet();
  let putting = false;
  /** Identifies this page among open pages. */
  const here = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;

  const viewerOf = () => document.body.dataset.viewer;
  const beginning = () => `kept ${viewerOf()} `;

  /** @param {HTMLFormElement} form */
  const keyOf = (form) => viewerOf() ? beginning() + form.dataset.keeps : null;

  /** @param {HTMLFormElement} form */
  const shownOf = (form) => shown.get(keyOf(form) ?? "");

  /** @param {HTMLFormElement} form */
  const slotOf = (form) => shownOf(form)?.slot ?? keyOf(form);

  /** @returns {NodeListOf<HTMLFormElement>} */
  const forms = () => document.querySelectorAll("form[data-keeps]");

  /** @param {HTMLFormElement} form @returns {HTMLInputElement | null} */
  const versionIn = (form) => form.querySelector('input[type="hidden"][name="version"]');

  /** @param {HTMLFormElement} form */
  const versionOf = (form) => versionIn(form)?.value ?? "";

  /** Stores a form's current text. @param {HTMLFormElement} form */
  function keep(form) {
    const key = keyOf(form);
    if (!key) return;
    const { kept: was = null, note = null, slot = key } = shown.get(key) ?? {};
    const values = formValues.of(form);
    const drawn = formValues.of(form, true);
    const isDrawn = formValues.sameTexts(form, values, drawn) && !was?.other;
    if (!isDrawn && JSON.stringify(values) === JSON.stringify(was?.values)) return;
    if (isDrawn && !("unsaved" in form.dataset)) {
      if (!isOthers(slot, was)) keptStore.forget(slot);
      shown.set(key, { form, slot, kept: null, typed: true, note: null, emptied: versionOf(form) });
      return say(form, null);
    }
    const version = was?.version ?? versionOf(form);
    const own = isOthers(slot, was) ? `${key} ${here}` : slot;
    const once = own === slot ? was?.once : undefined;
    const kept = { from: drawn, ...was, once, at: Date.now(), by: here, values, version };
    keptStore.write(own, kept);
    const stays = note === "restored" ? note : null;
    shown.set(key, { form, slot: own, kept, typed: true, note: stays });
    say(form, stays);
  }

  /**
   * Returns whether a slot has text that was typed on another page and that this form didn't start from.
   * @param {string} slot
   * @param {KeptValues | null} was
   */
  function isOthers(slot, was) {
    const stored = keptStore.read(slot);
    return Boolean(stored?.by) && stored?.by !== here &&
      (stored?.by !== was?.by || stored?.at !== was?.at);
  }

  /**
   * Puts stored text into its form. If the record's text hasn't changed since, the form uses the record's newest
   * version. If someone changed it, the form sends the earlier version, so that the page shows both texts.
   * @param {HTMLFormElement} form
   * @param {KeptValues} kept
   */
  function put(form, kept) {
    setValues(form, kept.values);
    const version = versionIn(form);
    if (!version || !kept.version || version.value === kept.version) return;
    if (form.dataset.keepsAt) version.value = kept.version;
    else if (formValues.sameTexts(form, kept.from, formValues.of(form, true))) {
      kept.version = version.value;
    } else {
      version.dataset.drawn = version.value;
      version.value = kept.version;
    }
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Values} values
   */
  function setValues(form, values) {
    putting = true;
    formValues.set(form, values);
    putting = false;
  }

  /** Resets a form to its rendered state. @param {HTMLFormElement} form */
  function clear(form) {
    setValues(form, formValues.of(form, true));
    const version = versionIn(form);
    if (version?.dataset.drawn) version.value = version.dataset.drawn;
  }

  /**
   * Notes beside a form's buttons that its text was restored, with buttons to discard it or switch to another text.
   * @param {HTMLFormElement} form
   * @param {Shown["note"]} what
   */
  function say(form, what) {
    const restored = what === "restored";
    const words = restored ? ["Draft restored", "Discard"] : ["Draft discarded", "Undo"];
    keptNote(form, "note", what && words);
    const other = shownOf(form)?.kept?.other;
    keptNote(form, "other", other ? ["You have another draft", "Show draft"] : null);
  }

  /** @param {HTMLFormElement} form @param {boolean} [isOld] whether the form was rendered before the current stored text */
  function tend(form, isOld = false) {
    const key = keyOf(form);
    if (!key) return;
    if (shown.get(key)?.form !== form) shown.delete(key);
    const isNew = !tended.has(form);
    tended.add(form);
    if (saved.has(key)) {
      shown.delete(key);
      clear(form);
      if (!newerText(form, null)) return say(form, null);
    }
    if ("unsaved" in form.dataset) return keep(form);
    const before = shown.get(key);
    const found = isNew && before?.note !== "discarded" ? keptStore.newest(key) : null;
    const { slot = key, kept: had = null } = before?.kept ? before : found ?? {};
    const isEmptied = before && !before.kept && before.emptied === versionIn(form)?.value;
    const kept = isOld || isEmptied ? had : newerText(form, had);
    if (!kept && had) {
      keptStore.forget(slot);
      shown.delete(key);
      clear(form);
    }
    if (!kept) return say(form, shown.get(key)?.note ?? null);
    if (kept !== had || kept.left) {
      delete kept.left;
      keptStore.write(slot, kept);
    }
    const isDrawn = formValues.sameTexts(form, kept.values, formValues.of(form, true));
    if (!before && isDrawn && !kept.other) return keptStore.forget(slot);
    const note = before && kept.values === had?.values ? before.note : "restored";
    shown.set(key, { form, slot, kept, typed: before?.typed ?? false, note });
    put(form, kept);
    say(form, note);
  }

  /** Restores the stored text of every form on the page. */
  function tendAll() {
    for (const form of forms()) tend(form);
    for (const [key, { form }] of shown) if (!form.isConnected) shown.delete(key);
    saved.clear();
  }

  /**
   * Resets a form whose text isn't the person's own anymore to the current stored text, or to its rendered state.
   * @param {HTMLFormElement} form
   */
  function renew(form) {
    const key = keyOf(form);
    if (!key) return;
    const had = shown.get(key)?.kept;
    shown.delete(key);
    tended.delete(form);
    if (had && !keptStore.newest(key)) {
      clear(form);
      const version = versionIn(form);
      if (version && form.dataset.keepsAt) version.value = "0";
    }
    tend(form, true);
  }

  /**
   * Forgets text that the server accepted, but keeps text typed since.
   * @param {HTMLFormElement} form
   * @param {URLSearchParams} sent
   */
  function settle(form, sent) {
    const key = keyOf(form);
    // The form was left since, and another one has its key
    if (!key || (shown.get(key)?.form ?? form) !== form) return;
    const from = Object.fromEntries(
      Object.keys(formValues.of(form)).map((n) => [n, sent.getAll(n)]),
    );
    const slot = shown.get(key)?.slot ?? key;
    if (formValues.sameTexts(form, from, formValues.of(form))) {
      keptStore.forget(slot);
      saved.add(key);
    } else {
      const kept = { at: 0, by: here, values: {}, from };
      shown.set(key, { form, slot, kept, typed: true, note: null });
      keep(form);
    }
  }

  /** @param {HTMLFormElement} form */
  function discardOrNot(form) {
    const key = keyOf(form);
    const now = key ? shown.get(key) : null;
    if (!key || !now?.kept && now?.note !== "discarded") return;
    if (now.note === "restored") {
      discarded.set(form, now.kept);
      keptStore.forget(now.slot);
      const emptied = versionOf(form);
      shown.set(key, { ...now, kept: null, typed: false, note: "discarded", emptied });
      clear(form);
    } else {
      const kept = discarded.get(form);
      if (!kept) return;
      if (form.dataset.keepsAt) {
        kept.version = versionIn(form)?.value ?? "0";
        delete kept.saved;
      }
      keptStore.write(now.slot, kept);
      shown.set(key, { ...now, kept, typed: false, note: "restored" });
      put(form, kept);
    }
    say(form, shown.get(key)?.note ?? null);
  }
  /** @type {WeakMap<HTMLFormElement, KeptValues | null>} */
  const discarded = new WeakMap();

  for (const name of ["input", "change"]) {
    document.addEventListener(name, (event) => {
      const form = closestTo(event, "form[data-keeps]");
      if (!putting && form instanceof HTMLFormElement) keep(form);
    });
  }

  document.addEventListener("click", (event) => {
    const form = closestTo(event, '[data-kept="note"] button')?.closest("form");
    if (form) discardOrNot(form);
  });

  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    const form = ctx.sourceElement;
    if (!(form instanceof HTMLFormElement) || ctx.request.method !== "POST") return;
    if ("forgets" in form.dataset && (ctx.response?.status ?? 500) < 400) {
      keptStore.forgetAll(beginning());
    }
    const { body } = ctx.request;
    if ("keeps" in form.dataset && isDone(ctx) && body instanceof URLSearchParams) {
      settle(form, body);
    }
  });

  document.addEventListener("htmx:after:swap", tendAll);

  // Reacts to another tab's change. Text typed here stays, and is stored again if the other tab deleted it.
  addEventListener("storage", ({ key, newValue, oldValue }) => {
    const form = [...forms()].find((one) => key !== null && slotOf(one) === key);
    const now = form && shownOf(form);
    if (!form || !key) return;
    const writing = form.contains(document.activeElement) && document.hasFocus();
    if (!now?.typed && !writing) return renew(form);
    const others = oldValue ? JSON.parse(oldValue).values : {};
    if (newValue === null && now?.kept && !formValues.sameTexts(form, others, now.kept.values)) {
      keptStore.write(key, now.kept);
    }
  });

  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) { for (const form of forms()) renew(form); }
  });

  globalThis.keptText = {
    of: (form) => shownOf(form) ?? null,
    add(form, more) {
      const now = shownOf(form);
      if (now?.kept) keptStore.write(now.slot, Object.assign(now.kept, more));
    },
    compare: tend,
  };

  keptStore.prune("kept ");
  tendAll();
})();
