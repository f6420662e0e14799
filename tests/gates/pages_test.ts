import assert from "node:assert/strict";
import { table } from "../../server/web/app.ts";
import { buttonOf } from "../../server/web/table.ts";
import type { TestApp } from "../support/app.ts";
import { assertNone, assertRows } from "../support/missing.ts";
import { shareOf } from "../support/share.ts";
import { actionRows } from "./pages/action_rows.ts";
import { complaintsOf, outcomeOf, type Seen } from "./pages/outcome.ts";
import { fillPath, nameOf, opened, pathOf } from "./pages/opened.ts";
import { pageRows, rowsOf } from "./pages/page_rows.ts";
import { personKinds } from "./pages/people.ts";
import { headersOf, ways } from "./pages/ways.ts";
import { pageAudiences } from "./pages/page_audiences.ts";

Deno.test("every workspace page has the audience in the table", () => {
  const ofWorkspaces = table.pages.filter(({ audience }) => audience === "member");
  assertRows(
    "page and its audience",
    ofWorkspaces.map(({ path, who }) => `${path}: ${who}`),
    Object.entries(pageAudiences).map(([path, who]) => `${path}: ${who}`),
    "tests/gates/pages/page_audiences.ts",
  );
});

Deno.test("every page and action has a row in the table, and every row has a page or action", () => {
  const unsaid = table.pages.filter(({ path }) => rowsOf(path).length === 0);
  assertNone(
    unsaid,
    ({ path }) =>
      `The page ${path} has no row that says who gets it. Add rows to ` +
      "tests/gates/pages/page_rows.ts, for a page of a workspace also to page_audiences.ts beside it.",
  );
  const pages = new Set(table.pages.map(({ path }) => path));
  assertNone(
    Object.keys(pageRows).filter((path) => !pages.has(path)),
    (path) => `There is no page ${path}. Remove its rows from tests/gates/pages/page_rows.ts.`,
  );
  const file = "tests/gates/pages/action_rows.ts, or to one of the tables that it includes";
  assertRows("action", table.actions.map(nameOf), Object.keys(actionRows), file);
});

Deno.test("every page opens for its audience, as a whole, in part, and without JavaScript", async () => {
  const { app, fullCast, cookies } = await opened();
  await using _closed = app;
  const wrong: string[] = [];
  let turn = 0;
  for (const page of table.pages) {
    for (const row of rowsOf(page.path)) {
      for (const kind of personKinds) {
        for (const way of shareOf(ways, turn++)) {
          const path = pathOf(page, row, fullCast);
          const headers = headersOf(way, cookies[kind], path);
          const seen = await ask(app, path, { headers });
          const moved = outcomeOf(page.audience, seen);
          const found = moved === "moved" ? "elsewhere" : moved;
          const title = `${way} ${path} (${row.of ?? ""}) by ${kind}`;
          const right = row.gets[kind];
          if (found !== right) wrong.push(`${title}: ${found}, and not ${right}`);
          else wrong.push(...complaintsOf(title, page, way, kind, seen));
        }
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(app.mistakes, []);
});

Deno.test("every action works for its audience, through htmx and without JavaScript", async () => {
  const { app, fullCast, cookies } = await opened();
  await using _closed = app;
  const wrong: string[] = [];
  let turn = 0;
  for (const action of table.actions) {
    for (const row of actionRows[nameOf(action)] ?? []) {
      for (const kind of personKinds) {
        for (const way of shareOf(ways, turn++)) {
          const params = row.params?.(fullCast) ?? {};
          const path = fillPath(action.path, params);
          const { name, value } = buttonOf(action);
          const form = { ...(name ? { [name]: value } : {}), ...row.form?.(fullCast) };
          const headers = {
            ...headersOf(way, cookies[kind], action.home(params)),
            "content-type": "application/x-www-form-urlencoded",
          };
          const body = String(new URLSearchParams(form));
          const seen = await ask(app, path, { method: "POST", headers, body });
          const moved = outcomeOf(action.audience, seen);
          const found = moved === "moved" ? "ok" : moved;
          const right = row.gets[kind];
          const title = `${way} ${nameOf(action)} (${row.of ?? ""}) by ${kind}`;
          if (found !== right) {
            wrong.push(`${title}: ${found}, and not ${right}`);
          } else wrong.push(...complaintsOf(title, null, way, kind, seen));
        }
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(app.mistakes, []);
});

async function ask({ app }: TestApp, path: string, init: RequestInit): Promise<Seen> {
  const response = await app.request(path, init);
  const { status, headers } = response;
  return { path, status, headers, html: await response.text() };
}
