import assert from "node:assert/strict";
import { table } from "../../server/web/app.ts";
import { pageAt } from "../../server/web/table.ts";
import { settingsFor, settingsGroups } from "../../views/settings/places.ts";
import { settingsPath } from "../../views/settings_paths.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const all = settingsGroups.flatMap(({ places }) => places);

Deno.test("every settings link leads to a page with the same audience as the link", () => {
  for (const { name, href, who, leads } of all) {
    const found = pageAt(table, new URL(href, "http://localhost"));
    assert.ok(found, `${name} leads nowhere`);
    assert.equal(found.page.who, leads ? "members" : who, name);
  }
  const namesFor = (...asked: Parameters<typeof settingsFor>) =>
    settingsFor(...asked).flatMap(({ places }) => places.map(({ name }) => name));
  const open = all.filter(({ who }) => who === "members");
  assert.deepEqual(namesFor("members", false), open.map(({ name }) => name));
  const led = all.filter(({ who, leads }) => who === "members" || leads);
  assert.deepEqual(namesFor("members", true), led.map(({ name }) => name));
  assert.deepEqual(namesFor("owners", false), all.map(({ name }) => name));
});

Deno.test("the settings link to each page that the person can open, and these pages link to each other", () =>
  withApp({}, async (app, { ada, chidi }) => {
    for (const [who, { email }] of [["owners", ada], ["members", chidi]] as const) {
      const visitor = await visit(app, email);
      const places = settingsFor(who, false).flatMap(({ places }) => places);
      const { html } = await visitor.get(settingsPath);
      for (const { href } of places) {
        assert.match(html, new RegExp(`<main[^]*<a href="${href}"`));
        const page = await visitor.get(href);
        assert.equal(page.status, 200, href);
        assert.match(page.html, new RegExp(`<a href="${href}" aria-current="page"`));
        assert.match(page.html, new RegExp(`<a(?=[^>]* href="${settingsPath}")[^>]*aria-current`));
      }
    }
  }));
