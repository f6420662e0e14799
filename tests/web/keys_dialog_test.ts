import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { planner } from "../support/projects.ts";
import { visit } from "../support/visitor.ts";

/** Keys as pages say them, by what the list of keys calls them. */
const called: Readonly<Record<string, string>> = {
  Control: "Ctrl",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

Deno.test("the list of shortcuts contains every key that pages announce", () =>
  withApp({}, async (app, cast) => {
    const { project } = planner(cast);
    await project(cast.ada, { name: "Gatehouse", key: "GAT", startDate: "2026-03-01" });
    const { reference } = await cast.task(cast.ada, { title: "Mend the gate", projectId: "GAT" });
    const visitor = await visit(app, cast.ada.email);
    const keys = new Map<string, string>();
    let dialog = "";
    const pages = ["tasks", `tasks/${reference}`, "projects", "projects/GAT", "roadmap", "inbox"];
    for (const page of pages) {
      const { html } = await visitor.get(`/workspace/${page}`);
      const at = html.indexOf('<dialog id="keys"');
      dialog = html.slice(at, html.indexOf("</dialog>", at));
      for (const [, said] of html.matchAll(/aria-keyshortcuts="([^"]+)"/g)) {
        for (const one of said!.split(" ")) keys.set(one, page);
      }
    }
    const listed = new Set<string>();
    for (const [, press] of dialog.matchAll(/<dd>(.*?)<\/dd>/g)) {
      const all = [...press!.matchAll(/<kbd class="key">([^<]+)<\/kbd>/g)]
        .map(([, key]) =>
          key!.replace(/&#(\d+);/, (_, code) => String.fromCodePoint(Number(code)))
        );
      const held = all.filter((key) => ["Ctrl", "Alt", "Shift"].includes(key));
      for (const key of all.slice(held.length)) listed.add([...held, key].join("+"));
    }
    const unheard = [...keys].filter(([said]) =>
      !listed.has(said.split("+").map((key) => called[key] ?? key).join("+")) &&
      !listed.has(said.toUpperCase())
    );
    assert.deepEqual(
      unheard,
      [],
      `the list of keys (views/ui/keys_dialog.tsx) lacks these: ${[...listed]}`,
    );
    assert.ok(keys.size >= 15, [...keys.keys()].join(" "));
    for (const section of ["projects", "roadmap", "text-editor"]) {
      assert.ok(dialog.includes(`id="keys-${section}"`), section);
    }
  }));
