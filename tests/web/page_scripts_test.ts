import assert from "node:assert/strict";
import { setImmediate as settled } from "node:timers/promises";
import { listenersOfPage, runPageScript } from "../support/page_script.ts";

const DAY_MS = 24 * 3_600_000;

/** A browser's storage: its keys are its own properties. */
function emptyStorage(): Record<string, string> {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, text: string) {
      this[key] = text;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods);
}

interface Kept {
  keptStore: {
    read(key: string): unknown;
    newest(key: string): { slot: string } | null;
    write(key: string, kept: object): void;
    prune(start: string): void;
  };
}

Deno.test("a device keeps typed text for 30 days and then deletes it", async () => {
  let now = Date.UTC(2026, 11, 3);
  const localStorage = emptyStorage();
  const { keptStore } = await runPageScript<Kept>("kept_store", {
    localStorage,
    Date: { now: () => now },
  });
  const key = "kept ada task_1:description";
  const write = () => keptStore.write(key, { at: now, values: {}, from: {} });
  write();
  now += 30 * DAY_MS - 1;
  keptStore.prune("kept ada ");
  assert.notEqual(keptStore.read(key), null);
  assert.equal(keptStore.newest(key)?.slot, key);
  now += 1;
  assert.equal(keptStore.read(key), null);
  assert.equal(keptStore.newest(key), null);
  keptStore.prune("kept ada ");
  assert.deepEqual(Object.keys(localStorage), []);
});

Deno.test("a page reports that its viewer is writing a comment until the comment is posted", async () => {
  class HTMLTextAreaElement {
    isConnected = true;
    name = "body";
    value = "";
  }
  const target = new HTMLTextAreaElement();
  const page = listenersOfPage();
  const reports: (string | null)[] = [];
  await runPageScript("later/presence", {
    ...page,
    HTMLTextAreaElement,
    Date: { now: () => 0 },
    navigator: { onLine: true },
    document: {
      addEventListener: page.addEventListener,
      hidden: false,
      querySelector: () => ({ dataset: { here: "/workspace/tasks/ENG-1/here" } }),
      querySelectorAll: () => [],
    },
    closestTo: ({ target }: { target: unknown }) => target,
    sentBy: () => ({}),
    setInterval() {},
    setTimeout: (run: () => unknown) => run(),
    fetch(_path: string, { body }: { body: URLSearchParams }) {
      reports.push(body.get("writing"));
      return Promise.resolve(new Response(""));
    },
    AbortSignal: { timeout() {} },
  });
  await settled();
  target.value = "It squeaks.";
  page.dispatch("input", { target });
  await settled();
  target.value = "";
  page.dispatch("htmx:finally:request");
  await settled();
  assert.deepEqual(reports, ["", "comment", ""]);
});

/** A text field of a page, as far as scripts change its text. */
class TextField {
  selectionStart: number;
  selectionEnd: number;
  constructor(public value: string) {
    this.selectionStart = this.selectionEnd = value.length;
  }
  focus() {}
  matches() {
    return false;
  }
  dispatchEvent() {}
  setSelectionRange(from: number, to: number) {
    [this.selectionStart, this.selectionEnd] = [from, to];
  }
  setRangeText(text: string, from: number, to: number) {
    this.value = this.value.slice(0, from) + text + this.value.slice(to);
    this.setSelectionRange(from + text.length, from + text.length);
  }
}

Deno.test("Enter continues a list with an unchecked checkbox, and ends the list on an empty item", async () => {
  const { markdownText } = await runPageScript<
    { markdownText: { goOn(field: TextField): boolean } }
  >("markdown_text", {});
  const next: [before: string, after: string][] = [
    ["- [x] oil", "- [x] oil\n- [ ] "],
    ["- oil", "- oil\n- "],
    ["9. oil", "9. oil\n10. "],
    ["- oil\n- ", "- oil\n"],
    ["oil", "oil"],
  ];
  for (const [before, after] of next) {
    const field = new TextField(before);
    markdownText.goOn(field);
    assert.equal(field.value, after);
  }
});

Deno.test("a long pasted title is cut between words, and the rest goes before the description", async () => {
  const { markdownText } = await runPageScript<{ markdownText: unknown }>("markdown_text", {});
  const { writeTitle } = await runPageScript<
    { writeTitle(title: TextField, text: string): void }
  >("long_paste", {
    document: listenersOfPage(),
    markdownText,
    HTMLTextAreaElement: TextField,
  });
  const description = new TextField("Soon.");
  const form = {
    querySelector: (selector: string) => selector === "[name=description]" ? description : null,
  };
  const title = Object.assign(new TextField(""), { dataset: { limit: "15" }, form });
  writeTitle(title, "Mend the garden gate\nIt squeaks.");
  assert.equal(title.value, "Mend the garden");
  assert.equal(description.value, "gate\nIt squeaks.\n\nSoon.");
  const shorter = Object.assign(new TextField(""), { dataset: { limit: "12" }, form });
  writeTitle(shorter, "Mend the garden gate");
  assert.equal(shorter.value, "Mend the");
});

Deno.test("a copied branch name has at most 60 characters and doesn't end in a dash", async () => {
  const page = listenersOfPage();
  const { promise, resolve } = Promise.withResolvers<string>();
  const title = `Café ${"a".repeat(48)} gate, mended`;
  await runPageScript("copy", {
    document: page,
    typing: () => false,
    tell() {},
    navigator: { clipboard: { writeText: (text: string) => Promise.resolve(resolve(text)) } },
    rows: { here: () => null, task: () => "/workspace/tasks/ENG-1" },
    peeking: { task: () => ({ querySelector: () => ({ textContent: title }) }) },
    selection: { references: () => [] },
  });
  page.dispatch("keydown", { code: "Period", shiftKey: true, ctrlKey: true, preventDefault() {} });
  assert.equal(await promise, `eng-1-cafe-${"a".repeat(48)}`);
});

Deno.test("the tasks that a toast names are selected once", async () => {
  const page = listenersOfPage();
  const attributes = new Map([["data-selects", "ENG-1,ENG-2"]]);
  const toast = {
    getAttribute: (name: string) => attributes.get(name) ?? null,
    removeAttribute: (name: string) => attributes.delete(name),
  };
  const { selection } = await runPageScript<
    { selection: { references(): string[]; clear(): boolean } }
  >("selection", {
    document: {
      ...page,
      body: {},
      documentElement: { toggleAttribute() {} },
      dispatchEvent() {},
      getElementById: () => ({ dataset: { most: "100" } }),
      querySelector: () => attributes.has("data-selects") ? toast : null,
    },
    location: { pathname: "/workspace/tasks" },
    rows: { all: () => [] },
    htmx: { registerExtension() {} },
    announce() {},
  });
  const swap = () => page.dispatch("htmx:after:swap", { detail: { ctx: { target: {} } } });
  swap();
  assert.deepEqual(selection.references(), ["ENG-1", "ENG-2"]);
  selection.clear();
  swap();
  assert.deepEqual(selection.references(), []);
});

/** An element of a page, as far as scripts create it. */
class Element {
  dataset = {};
  style = {};
  children: Element[] = [];
  classList = { toggle() {} };
  textContent?: string;
  append(...more: Element[]) {
    this.children.push(...more);
  }
  replaceChildren(...others: Element[]) {
    this.children = others;
  }
  matches() {
    return true;
  }
  getBoundingClientRect() {
    return {};
  }
  addEventListener() {}
  setAttribute() {}
  scrollIntoView() {}
  remove() {}
}

Deno.test("people and agents are suggested after @, and tasks after #", async () => {
  const page = listenersOfPage();
  const box = new Element();
  class HTMLTextAreaElement extends Element {
    parentElement = new Element();
    selectionStart = 1;
    selectionEnd = 1;
    constructor(public value: string) {
      super();
    }
  }
  const document = {
    ...page,
    body: new Element(),
    activeElement: new Element(),
    getElementById: () => box,
  };
  const results = ["person", "agent", "task", "project"].map((kind) => ({
    kind,
    key: `the-${kind}`,
    title: kind,
  }));
  await runPageScript("suggest", {
    HTMLTextAreaElement,
    document,
    closestTo: ({ target }: { target: unknown }) => target,
    findRecords: () => Promise.resolve(results),
    make: (_tag: string, properties: object) => Object.assign(new Element(), properties),
    getComputedStyle: () => ({}),
    announce() {},
    innerHeight: 0,
    innerWidth: 0,
    clearTimeout() {},
    setTimeout: (run: () => unknown) => run(),
  });
  const suggested = async (typed: string) => {
    const target = new HTMLTextAreaElement(typed);
    document.activeElement = target;
    page.dispatch("input", { target });
    await settled();
    return box.children.map(({ children: [name] }) => name?.textContent);
  };
  assert.deepEqual(await suggested("@"), ["person", "agent"]);
  assert.deepEqual(await suggested("#"), ["task"]);
});
