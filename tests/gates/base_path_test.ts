import assert from "node:assert/strict";
import { table } from "../../server/web/app.ts";
import { buttonOf } from "../../server/web/table.ts";
import { loadAssets } from "../../server/http/assets.ts";
import { BasePath } from "../../server/http/base_path.ts";
import { shareOf } from "../support/share.ts";
import { testOrigin } from "../support/world.ts";
import { actionRows } from "./pages/action_rows.ts";
import { deadLinks } from "./pages/links.ts";
import { fillPath, nameOf, opened, pathOf } from "./pages/opened.ts";
import { rowsOf } from "./pages/page_rows.ts";
import { headersOf } from "./pages/ways.ts";

/** The ways to request a page or a form. Each day tests a third of them. */
const asked = [
  ["fragment", "owner"],
  ["plain", "owner"],
  ["plain", "signedOut"],
] as const;

/** The base path. URLs without it, or with it twice, lead nowhere, and no other path contains it. */
const base = "/desk.v2/~backlog";
const origin = testOrigin + base;

/** Values that are only sent back to the server, which reads them without the base path. */
const stays = ["value", "data-at"];
/** The starts of the server's own URLs. */
const ours = "workspace|assets|auth|onboarding|api|unsubscribe|health|openapi\\.json|backlog\\.sh";
/** A URL inside something else: a selector, a list, a script's text, or a sentence. */
const unled = new RegExp(`(?<![\\w~.%-])/(?:${ours})\\b`, "g");

/** Returns the wrong URLs in a response. */
function astray(html: string): string[] {
  const wrong: string[] = [];
  for (const [all, name, value] of html.matchAll(/\s([^\s=<>"]+)="([^"]*)"/g)) {
    if (stays.includes(name!)) continue;
    const [path = ""] = value!.split("?");
    const rooted = path.startsWith("/") && !path.startsWith(`${base}/`);
    if (rooted || path.startsWith(base + base) || path.match(unled)) wrong.push(all.trim());
  }
  const within = html.replaceAll(`"${base}/`, '"/');
  return [...wrong, ...deadLinks(within)];
}

function strayHeaders(headers: Headers): string[] {
  return [...headers].filter(([name, value]) =>
    name === "set-cookie"
      ? !value.includes(`; Path=${base};`) || !/^__Secure-[\w-]+\.desk\.v2\.~backlog=/.test(value)
      : name !== "hx-trigger" && /^\//.test(value) && !value.startsWith(`${base}/`)
  ).map((header) => header.join(": "));
}

Deno.test("under a base path, every page and every response to a form links to URLs under the path", async () => {
  const { app, fullCast, cookies } = await opened({ origin });
  await using _closed = app;
  const wrong = new Set<string>();
  let seen = 0;
  const look = async (title: string, path: string, init: RequestInit) => {
    const answer = await app.app.request(base + path, init);
    const html = await answer.text();
    for (const one of [...strayHeaders(answer.headers), ...astray(html)]) {
      wrong.add(`${title}: ${one}`);
    }
    if (html.includes(`href="${base}/`) || answer.headers.has("location")) seen++;
  };
  let turn = 0;
  const asks = ([way, person]: typeof asked[number], on: string) =>
    headersOf(
      way,
      cookies[person].replace("__Host-backlog", "__Secure-backlog.desk.v2.~backlog"),
      base + on,
    );
  for (const page of table.pages) {
    for (const row of rowsOf(page.path)) {
      const path = pathOf(page, row, fullCast);
      for (const one of shareOf(asked, turn++)) {
        await look(path, path, { headers: asks(one, path) });
      }
    }
  }
  for (const action of table.actions) {
    for (const row of actionRows[nameOf(action)] ?? []) {
      const params = row.params?.(fullCast) ?? {};
      const { name, value } = buttonOf(action);
      const form = { ...(name ? { [name]: value } : {}), ...row.form?.(fullCast) };
      for (const one of shareOf(asked.slice(0, 2), turn++)) {
        await look(nameOf(action), fillPath(action.path, params), {
          method: "POST",
          headers: {
            ...asks(one, action.home(params)),
            "content-type": "application/x-www-form-urlencoded",
          },
          body: String(new URLSearchParams(form)),
        });
      }
    }
  }
  assert.deepEqual([...wrong], []);
  assert.ok(seen > 200, `${seen} answers led anywhere`);
  assert.deepEqual(app.mistakes, []);
});

Deno.test("under a base path, page assets and palette results are under the path too", async () => {
  const { app, cookies } = await opened({ origin });
  await using _closed = app;
  const { urls, handler: _handler, ...none } = loadAssets(new BasePath(base));
  assert.deepEqual(none, {});
  const { areas, ...shared } = urls;
  for (
    const path of [
      ...Object.values(shared),
      ...Object.values(areas).flatMap((one) => Object.values(one)),
    ]
  ) {
    const answer = await app.app.request(base + path);
    assert.equal(answer.status, 200, path);
    const text = await answer.text();
    if (/\.(css|js|json)$/.test(path)) assert.deepEqual(text.match(unled), null, path);
  }
  const cookie = cookies.owner.replace("__Host-backlog", "__Secure-backlog.desk.v2.~backlog");
  const found = new Set<string>();
  for (const query of ["", "?q=e", "?record=ENG-1", `?path=${base}/workspace/tasks/ENG-1`]) {
    const answer = await app.app.request(`${base}/api/workspace/command${query}`, {
      headers: { cookie, origin: testOrigin },
    });
    const text = await answer.text();
    assert.equal(answer.status, 200, text);
    for (const [, href] of text.matchAll(/"href":"([^"]*)"/g)) found.add(href!);
  }
  assert.ok(found.size > 20);
  assert.deepEqual([...found].filter((href) => !href.startsWith(`${base}/`)), []);
});
