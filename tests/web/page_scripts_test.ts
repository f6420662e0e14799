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

Deno.test("a device shows a typed text for 30 days, and then deletes it", async () => {
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

Deno.test("a page reports that its viewer writes a comment, and after the post that they don't", async () => {
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
