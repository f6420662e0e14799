// @ts-check
/// <reference types="./palette.d.ts" />

// Creates the palette's rows. A row with a target is a link, so that it can open in a new tab. Other rows are buttons.
(() => {
  /** @type {WeakMap<Element, PaletteItem>} */
  const items = new WeakMap();

  /** Icons of commands by the start of their names, and of actions by their headings. @type {[RegExp, string][]} */
  const icons = [
    [/^key:.*tatus/, "status"],
    [/^key:.*riority/, "priority"],
    [/^key:Show/, "board"],
    [/^key:Select/, "select"],
    [/^key:Undo/, "undo"],
    [/^key:More/, "actions"],
    [/^key:.*sidebar/, "sidebar"],
    [/^create|\.create|^key:create/, "plus"],
    [/^invite|^open\.member/, "invite"],
    [/^open\.inbox/, "inbox"],
    [/^open\.tasks/, "task"],
    [/^open\.projects/, "project"],
    [/^open\.teams/, "team"],
    [/^open\.views/, "view"],
    [/^open\.drafts|^draft/, "draft"],
    [/^open\.roadmap/, "roadmap"],
    [/^install|^open\.automation/, "bot"],
    [/^open\./, "settings"],
    [/avorite/, "star"],
    [/ssign|openLead|setLead|openOwner|person/, "user"],
    [/abel/, "tag"],
    [/eadline|Date/, "calendar"],
    [/roject/, "project"],
    [/eam/, "team"],
    [/follow|subscribe/, "bell"],
    [/archive|discard/, "archive"],
    [/ilestone/, "milestone"],
    [/^view/, "view"],
    [/opy/, "copy"],
    [/ilter/, "filter"],
    [/^theme/, "display"],
  ];
  /** @type {Record<string, string>} */
  const kinds = { draft: "draft", project: "project", view: "view", agent: "bot" };

  /** @param {string} name */
  function icon(name) {
    const template = document.querySelector("#palette [data-icons]");
    const found = template instanceof HTMLTemplateElement &&
      template.content.querySelector(`[data-icon="${name}"]`);
    return found ? /** @type {HTMLElement} */ (found.cloneNode(true)) : null;
  }

  /** Creates a mark with a text for screen readers. @param {string} is */
  function mark(is) {
    const words = icon(is);
    const span = make("span", { className: "palette-icon" });
    span.innerHTML = `<svg class="mark" aria-hidden="true"><use></use></svg>`;
    const drawn = { backlog: "backlogged", active: "progressed" }[is] ?? is;
    span.firstElementChild?.setAttribute("data-is", drawn);
    span.querySelector("use")?.setAttribute("href", `#m-${drawn}`);
    if (words) span.append(make("span", { className: "unseen", textContent: words.textContent }));
    return span;
  }

  /** Creates an avatar as `views/ui/avatar.tsx` does. @param {PaletteItem} item */
  function avatar({ title, kind }) {
    const words = title.trim().split(/\s+/);
    const last = words.length > 1 ? words.at(-1) ?? "" : "";
    const initials = ([...(words[0] ?? "?")][0] ?? "") + ([...last][0] ?? "");
    let hue = 0;
    for (let at = 0; at < title.length; at++) hue = (hue * 31 + title.charCodeAt(at)) | 0;
    const disc = make("span", { className: "avatar", ariaHidden: "true" });
    Object.assign(disc.dataset, {
      hue: String(Math.abs(hue) % 8),
      initials: initials.toUpperCase(),
      ...(kind === "agent" ? { kind } : {}),
    });
    return disc;
  }

  /** @param {PaletteItem} item @returns {HTMLElement} */
  function picture(item) {
    const { id, kind, status, key, command } = item;
    const value = item.input?.value ?? "";
    if (/\.set(?:Status|Priority)$/.test(command ?? "")) return mark(value);
    if (kind === "task" && status) return mark(status);
    if (kind === "person" || kind === "agent") return avatar(item);
    if (kind === "team") {
      const textContent = (key ?? "").slice(0, 2);
      return make("span", { className: "team-mark", ariaHidden: "true", textContent });
    }
    const named = item.press ? "key" : "go";
    const name = item.icon ?? kinds[kind] ?? icons.find(([known]) => known.test(id))?.[1] ?? named;
    const found = icon(name) ?? make("span", {});
    found.className = "palette-icon";
    return found;
  }

  /** @param {string} textContent @param {string} [className] */
  function words(textContent, className) {
    const span = make("span", className ? { className } : {});
    span.append(make("bdi", { textContent }));
    return span;
  }

  /** Returns the start of URLs that open a composer over the page. */
  const composers = () =>
    [...document.querySelectorAll("template[data-begin]")]
      .map((one) => one.getAttribute("data-begin") ?? "?");

  /** @param {PaletteItem} item @param {string[]} begins */
  function row(item, begins) {
    const { href, title, subtitle, key, kind, keys, current, record } = item;
    const made = href === null ? make("button", { type: "button" }) : make("a", { href });
    made.className = "menu-item";
    made.role = "option";
    made.ariaSelected = "false";
    made.tabIndex = -1;
    if (href !== null) {
      made.dataset.next = "#main";
      made.toggleAttribute("data-compose", begins.some((one) => href.startsWith(one)));
    }
    made.append(picture(item));
    const known = ["action", "command", "team", "view"].includes(kind) ? null : key;
    if (known) made.append(words(kind === "person" ? `@${known}` : known, "palette-key"));
    made.append(words(title));
    const beside = item.why ?? subtitle;
    if (beside) made.append(words(beside, "palette-beside"));
    made.toggleAttribute("data-why", item.why !== undefined);
    if (item.typed) made.append(make("span", { hidden: true, textContent: item.typed }));
    if (current) made.append(icon("check") ?? "");
    if (keys) {
      const pressed = make("span", { className: "palette-keys", ariaHidden: "true" });
      pressed.append(...keys.map((one) => make("kbd", { className: "key", textContent: one })));
      made.append(pressed);
    }
    if (record && kind !== "action") {
      const more = icon("more");
      if (more) {
        more.dataset.more = "";
        more.ariaHidden = "true";
        made.append(more);
      }
    }
    // The browser opens files
    if (item.file) made.setAttribute("hx-boost", "false");
    if (item.copies) Object.assign(made.dataset, { copy: "page", task: item.copies, title });
    return made;
  }

  /** @param {string} name */
  function group(name) {
    const made = make("div", { role: "group", ariaLabel: name });
    const heading = make("div", { className: "menu-heading", textContent: name });
    heading.ariaHidden = "true";
    made.append(heading);
    return made;
  }

  /** The rows of each list, by their content. @type {WeakMap<Element, Map<string, HTMLElement>>} */
  const standing = new WeakMap();

  /**
   * Replaces children, but leaves unchanged ones in place, so that they aren't styled and laid out again.
   * @param {Element} parent
   * @param {Element[]} children
   */
  function fill(parent, children) {
    for (const one of [...parent.children]) if (!children.includes(one)) one.remove();
    children.forEach((one, at) => {
      const there = parent.children[at];
      if (there !== one) parent.insertBefore(one, there ?? null);
    });
  }

  /** @type {PaletteRows["show"]} */
  function show(list, shown) {
    /** @type {Map<Element, Element[]>} */
    const groups = new Map();
    const begins = composers();
    const before = standing.get(list);
    const old = [...list.children];
    /** @type {Map<string, HTMLElement>} */
    const rows = new Map();
    /** @type {Element | undefined} */
    let last;
    for (const item of shown) {
      if (last?.ariaLabel !== item.group) {
        const at = old.findIndex(({ ariaLabel }) => ariaLabel === item.group);
        last = old.splice(at, at < 0 ? 0 : 1)[0] ?? group(item.group);
        groups.set(last, [...last.children].slice(0, 1));
      }
      const of = JSON.stringify([item, begins]);
      const one = !rows.has(of) && before?.get(of) || row(item, begins);
      // Actions on the page belong to that page
      items.set(one, item);
      rows.set(of, one);
      if (last) groups.get(last)?.push(one);
    }
    standing.set(list, rows);
    for (const [one, of] of groups) fill(one, of);
    fill(list, [...groups.keys()]);
    htmx.process(list);
  }

  /** @type {PaletteRows["add"]} */
  function add(list, more) {
    const begins = composers();
    for (const item of more) {
      const name = item.group;
      let place = [...list.children].find(({ ariaLabel }) => ariaLabel === name);
      if (!place) list.append(place = group(name));
      const one = row(item, begins);
      items.set(one, item);
      place.append(one);
    }
    htmx.process(list);
  }

  /** @type {PaletteRows["take"]} */
  function take(list) {
    const { $data } = /** @type {WithData} */ (/** @type {unknown} */ (Alpine));
    const box = $data(list);
    box.filter?.();
    if (box.entered && box.isAnswered?.()) box.enter?.();
  }

  /** @type {Record<string, string>} */
  const groupOf = {
    task: "Tasks",
    draft: "Drafts",
    project: "Projects",
    person: "Members",
    agent: "Members",
    team: "Teams",
    view: "Views",
  };

  /** @type {PaletteRows["point"]} */
  function point(list, at) {
    const { $data } = /** @type {WithData} */ (/** @type {unknown} */ (Alpine));
    const row = [...list.querySelectorAll('[role="option"]')][at];
    if (row instanceof HTMLElement) $data(list).point?.(row);
  }

  globalThis.paletteRows = {
    point,
    show,
    add,
    take,
    home: ({ why: _why, ...item }) => ({
      ...item,
      group: item.group === "Favorites" ? item.group : groupOf[item.kind] ?? item.group,
    }),
    made: (parts) => ({
      subtitle: null,
      key: null,
      status: null,
      href: null,
      command: null,
      input: null,
      asks: null,
      menu: null,
      current: false,
      record: null,
      ...parts,
    }),
    item: (shown) => shown ? items.get(shown) : undefined,
  };
})();
