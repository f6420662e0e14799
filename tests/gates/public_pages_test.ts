import assert from "node:assert/strict";
import { table } from "../../server/web/app.ts";
import { findPublicPages } from "../../server/palette/public_pages.ts";
import { publicPages } from "../../views/palette/public_pages.ts";
import { sitePaths } from "../../views/site_paths.ts";
import { assertNone } from "../support/missing.ts";

/** Pages for everyone that aren't destinations by themselves. */
const unfound = ["/auth/verify", "/unsubscribe"];

Deno.test("the public site's palette and search find every public page", () => {
  const ofTable = table.pages.filter(({ audience }) => audience === "anyone")
    .map(({ path }) => path).filter((path) => !path.includes(":"));
  const paths = [...ofTable, ...sitePaths];
  const found = new Set(publicPages.map(({ path }) => path));
  const missing = paths.filter((path) => !found.has(path) && !unfound.includes(path));
  assertNone(
    missing,
    (path) =>
      `The public site's palette doesn't find ${path}. Add it to views/palette/public_pages.ts, ` +
      'or to "unfound" in tests/gates/public_pages_test.ts.',
  );
});

/** The commands of the public site's palette, with their audience and destination, one per line. */
const offered = `
  Open Backlog → signed in → /workspace
  Open inbox → signed in → /workspace/inbox
  Open tasks → signed in → /workspace/tasks
  Open projects → signed in → /workspace/projects
  Home → everybody → /
  Create your account → signed out → /auth/signup
  Sign in → signed out → /auth/signin
  Product → everybody → /product
  Pricing → everybody → /pricing
  Changelog → everybody → /changelog
  About Backlog → everybody → /about
  Privacy → everybody → /privacy
  Terms → everybody → /terms
  Command line → everybody → /backlog.sh
  REST API → everybody → /openapi.json
`.trim().split("\n").map((line) => line.trim().split(" → ") as [string, string, string]);

Deno.test("the public palette offers each page to its audience, and lists it first for its own title", () => {
  for (const who of ["signed in", "signed out"]) {
    const find = (q: string) =>
      findPublicPages(q, who === "signed in").map(({ title, path }) => [title, path]);
    const theirs = offered.filter(([, one]) => one === who || one === "everybody");
    const differs = `for the ${who}: "offered" here and views/palette/public_pages.ts differ`;
    assert.deepEqual(find(""), theirs.map(([title, , path]) => [title, path]), differs);
    for (const [title, , path] of offered) {
      const there = theirs.some(([one]) => one === title);
      const [first] = find(title).filter(([one]) => one === title);
      assert.deepEqual(first, there ? [title, path] : undefined, `${title} for the ${who}`);
      if (there) assert.equal(find(title)[0]![0], title);
    }
  }
});

Deno.test("public pages are found by title, synonym, and content, for their audience", () => {
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
