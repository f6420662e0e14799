// @ts-check
/// <reference types="./palette.d.ts" />

// Ranks local records for typed text by the same rules as the server (`server/palette/match.ts`, `rank.ts`), so that
// the server's answer starts with the same rows.
(() => {
  const grades = { near: 0.5, synonym: 1, word: 3, start: 4, exact: 5, generic: 6 };
  /** The advantage of pinned and of recently opened records. */
  const PINNED = 0.5;
  const RECENT = 0.25;
  const SHORTEST_NEAR = 4;
  const MOST = 30;
  const groups = "Favorites Actions Tasks Drafts Projects People Teams Views".split(" ");
  /** @type {Record<string, string[]>} */
  const scopes = { "@": ["person", "agent"], "$": ["project"], "#": ["task"], ">": ["command"] };

  /** @param {string} text */
  const wordsOf = (text) => matching.fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  /** Returns whether two words differ by one letter, or by two swapped letters. @param {string} a @param {string} b */
  function isOneOff(a, b) {
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    const [restA, restB] = [a.slice(at), b.slice(at)];
    if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB) return true;
    if (restA === restB.slice(1)) return true;
    return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  }

  /** @param {string} typed @param {string} word */
  const isNear = (typed, word) =>
    typed.length >= SHORTEST_NEAR &&
    [-1, 0, 1].some((more) => isOneOff(typed, word.slice(0, typed.length + more)));

  /** @type {PaletteRank["grade"]} */
  function grade(text, names, words = "") {
    const needle = matching.fold(text).trim();
    const called = names.map(matching.fold);
    if (called.includes(needle)) return grades.exact;
    if (called.some((name) => name.startsWith(needle))) return grades.start;
    const asked = wordsOf(needle);
    if (asked.length === 0) return 0;
    const own = wordsOf(called.join(" "));
    /** @param {string[]} known */
    const starts = (known) => asked.every((one) => known.some((word) => word.startsWith(one)));
    if (starts(own)) return grades.word;
    if (starts([...own, ...wordsOf(words)])) return grades.synonym;
    return asked.every((one) => own.some((word) => word.startsWith(one) || isNear(one, word)))
      ? grades.near
      : 0;
  }

  /** Returns the first word of a family of synonyms. @param {string} text */
  function familyOf(text) {
    const word = matching.fold(text);
    if (["create", "new", "add"].includes(word)) return "create";
    return word.length >= 3 && "settings".startsWith(word) ? "settings" : "";
  }

  /** @param {string} text @param {PaletteCommand} command @returns {[score: number, item: PaletteItem]} */
  function match(text, { item, words, takes }) {
    const family = familyOf(text);
    if (family && words.startsWith(family)) return [grades.generic, item];
    const asked = text.replace(/^(?:new|add) /i, "create ");
    const start = `${matching.fold(item.title)} `;
    const rest = takes && matching.fold(asked).startsWith(start)
      ? asked.slice(start.length).trim()
      : "";
    if (takes && rest) return [grades.start + item.title.length / 1000, filled(item, takes, rest)];
    const noun = /^(?:Create|Open) (.+)$/.exec(item.title)?.[1];
    return [grade(asked, noun ? [item.title, noun] : [item.title], words), item];
  }

  /** @param {PaletteItem} item @param {string} name @param {string} rest @returns {PaletteItem} */
  function filled(item, name, rest) {
    const url = new URL(item.href ?? "", location.href);
    url.searchParams.set(name, rest);
    return { ...item, href: url.pathname + url.search, subtitle: rest };
  }

  /** @param {PaletteItem} record @param {string} text @param {boolean} [recent] */
  function scoreOf(record, text, recent) {
    const own = (record.group === "Favorites" ? PINNED : 0) + (recent ? RECENT : 0);
    const key = matching.fold(record.key ?? "");
    if (key && key === matching.fold(text)) return grades.exact + own;
    // A whole reference names one task
    if (/^[a-z][a-z0-9]*-\d+$/i.test(text)) return 0;
    const found = grade(text, [record.title]);
    return found && found + own;
  }

  /** A command to open a record, with an optional kind. */
  const opening = /^(?:open|show|go to) (?:(task|project|person|team|view) )?(.+)$/i;

  /** @type {PaletteRank["find"]} */
  function find(typed, { commands, records, recent }) {
    const line = typed.replace(/\s+/gu, " ").trim();
    const scope = scopes[line[0] ?? ""];
    const text = scope ? line.slice(1).trim() : line;
    if (!text) return [];
    /** @param {string} kind */
    const fits = (kind) => !scope || scope.includes(kind);
    /** @param {string} text @param {string} [of] @returns {[score: number, item: PaletteItem][]} */
    const called = (text, of) =>
      records.filter(({ kind }) => fits(kind) && (!of || of === kind))
        .map((one) => [scoreOf(one, text, recent?.has(one.id)), one]);
    const matched = commands.filter(({ item }) => fits(item.kind)).map((one) => match(text, one));
    let found = called(text);
    const [, of, name] = opening.exec(text) ?? [];
    const isSaid = matched.some(([score]) => score >= grades.synonym) ||
      found.some(([score]) => score >= grades.word);
    if (name && !isSaid) found = called(name, of?.toLowerCase());
    return arranged([...matched, ...found].filter(([score]) => score > 0));
  }

  /** Sorts groups by their best row, and the rows in each group. @param {[score: number, item: PaletteItem][]} found */
  function arranged(found) {
    const best = found.toSorted(([a], [b]) => b - a).slice(0, MOST);
    /** @param {string} group */
    const scoreOfGroup = (group) => best.find(([, item]) => item.group === group)?.[0] ?? 0;
    const order = [...new Set(best.map(([, { group }]) => group))].sort((a, b) =>
      scoreOfGroup(b) - scoreOfGroup(a) || groups.indexOf(a) - groups.indexOf(b)
    );
    return order.flatMap((group) =>
      best.filter(([, item]) => item.group === group).map(([, item]) => item)
    );
  }

  /** @type {PaletteRank["withPage"]} */
  function withPage(items, typed, page) {
    const text = typed.replace(/^>/, "").trim();
    if (!text || /^[@$#]/.test(text)) return items;
    const found = page.map((item) => ({ item, score: grade(text, [item.title]) }))
      .filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
    /** @param {boolean} good */
    const some = (good) =>
      found.filter(({ score }) => !familyOf(text) && score >= grades.word === good)
        .map(({ item }) => item);
    // A group with an exact match stays before groups that only start with the text
    const exact = found[0]?.score === grades.exact
      ? -1
      : items.findLastIndex(({ title, key }) =>
        grade(text, key ? [title, key] : [title]) === grades.exact
      );
    const after = items.findLastIndex(({ group }) => group === items[exact]?.group) + 1;
    return [...items.slice(0, after), ...some(true), ...items.slice(after), ...some(false)];
  }

  globalThis.paletteRank = { grade, find, arranged, withPage };
})();
