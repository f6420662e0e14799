import assert from "node:assert/strict";
import { table } from "../../server/web/app.ts";
import { findPublicPages } from "../../server/palette/public_pages.ts";
import { publicPages } from "../../views/palette/public_pages.ts";

/** What is for everybody, and leads nowhere by itself. */
const unfound = ["/auth/verify", "/unsubscribe"];

Deno.test("every public page is found by the public site's palette and search", () => {
  const paths = table.pages.filter(({ audience }) => audience === "anyone")
    .map(({ path }) => path).filter((path) => !path.includes(":"));
  const found = new Set(publicPages.map(({ path }) => path));
  const missing = paths.filter((path) => !found.has(path) && !unfound.includes(path));
  assert.deepEqual(missing, [], "views/palette/public_pages.ts lacks these pages");
});

Deno.test("public pages are found by title, by other words and by what is there, for whom they are", () => {
  const titles = (q: string, signedIn = false) =>
    findPublicPages(q, signedIn).map(({ title }) => title);
  assert.deepEqual(titles("sign in")[0], "Sign in");
  assert.deepEqual(titles("register"), ["Create your account"]);
  assert.deepEqual(titles("openapi"), ["REST API"]);
  assert.deepEqual(titles("zebra"), []);
  assert.ok(!titles("").includes("Open Backlog"));
  assert.equal(titles("", true)[0], "Open Backlog");
  assert.deepEqual(titles("sign", true), []);
});
