import assert from "node:assert/strict";
import { hasScriptTools } from "../cli/support/lines.ts";
import { makeBeginning } from "../cli/support/side.ts";
import { shareOf } from "../support/share.ts";
import { Catalog } from "../../server/docs/catalog.ts";
import { alike, examplesIn, runExamples } from "./examples.ts";

/**
 * Runs every example of the day's third of all pages, and of all pages with `TESTS=full`. Each page has a new folder with
 * `backlog.sh`, and a copy of one server's data. To test one page, add `--filter /docs/cli/task/create`.
 */
const catalog = new Catalog();
const pages = await Promise.all(
  [...catalog.pages.values()].map(async (page) => ({
    page,
    examples: examplesIn(await catalog.text(page)),
  })),
);
let start: ReturnType<typeof startOfAda> | undefined;

/** Returns a copy of a server's data for each page, and the values of Ada, who owns the workspace. */
async function startOfAda() {
  const { make, fullCast: { workspaceId, ada } } = await makeBeginning();
  return { make, values: { workspaceId, email: ada.email, token: ada.tokens.accessToken } };
}

for (const { page, examples } of shareOf(pages.filter(({ examples }) => examples.length > 0))) {
  Deno.test({
    name: `the examples of ${page.path} run and print the output that the page shows`,
    ignore: !hasScriptTools,
    async fn() {
      const outcomes = await runExamples(examples, await (start ??= startOfAda()));
      for (const [at, { code, fails, output }] of examples.entries()) {
        const { status = -1, stdout = "", stderr = "" } = outcomes[at] ?? {};
        const told = `${page.path}:\n${code}\n${stdout}${stderr}`;
        assert.equal(status !== 0, fails, told);
        const printed = fails ? stdout + stderr : stdout;
        assert.ok(alike(output ?? "…", printed), `${told}\nThe page shows:\n${output}`);
      }
    },
  });
}

Deno.test("output is compared without values that differ from run to run, and … matches anything", () => {
  assert.ok(alike("task_01k0000000000000000000000 ENG-3", "task_01m1111111111111111111111 ENG-3"));
  assert.ok(alike('"at": "2026-12-01T09:00:00.000Z"', '"at": "2026-03-12T10:00:01.000Z"'));
  assert.ok(alike("Copied 3.5 MB in 73 ms", "Copied 10 MB in 0.2 ms"));
  assert.ok(
    alike(
      "1 workspace, 1 person, 1 task, schema version 43",
      "2 workspaces, 3 people, 0 tasks, schema version 50",
    ),
  );
  assert.ok(alike("Code:\n240821", "Code:\n991380"));
  assert.ok(!alike("3 tasks", "4 tasks"));
  assert.ok(alike("{\n…\n}", '{\n"a": 1,\n"b": 2\n}'));
  assert.ok(!alike("ENG-3", "ENG-4"));
  assert.ok(!alike("{\n}", '{\n"a": 1\n}'));
});
