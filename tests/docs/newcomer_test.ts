import assert from "node:assert/strict";
import { hasScriptTools } from "../cli/support/lines.ts";
import { createTestApp } from "../support/app.ts";
import { alike, type Example, examplesIn, runExamples } from "./examples.ts";
import { catalog } from "./rendered.ts";

const email = "grace@example.com";
/** Pages that change the automation and the agent of earlier pages. */
const changes = ["update-automation", "update-agent"].map((name) => `/docs/api/automation/${name}`);

/** Returns the paths of the pages that the REST page lists for newcomers, in order. */
async function startingPages(): Promise<string[]> {
  const page = await catalog.text(catalog.pages.get("/docs/api")!);
  const list = /start with these pages[^]*?\n\n([^]*?)\n\n/.exec(page)?.[1] ?? "";
  return [...list.matchAll(/\]\((\S+)\)/g)].map(([, path]) => path!);
}

/** Returns the examples of a page that a newcomer runs: without hidden setup, errors, and accounts that exist. */
async function examplesOf(path: string): Promise<Example[]> {
  const text = (await catalog.text(catalog.pages.get(path)!)).replace(/^ *<!--[^]*?-->\n*/gm, "");
  const examples = examplesIn(text.split("\n## If something goes wrong")[0]!);
  if (!path.startsWith("/docs/api/auth/")) return examples;
  const at = examples.findIndex(({ code }) => code.includes("signup"));
  const token = examples.filter(({ code }) => code.includes("BACKLOG_TOKEN"));
  return [...examples.splice(at, 1), ...token];
}

Deno.test({
  name: "a newcomer follows the REST pages in order, from an empty server to changes of an agent",
  ignore: !hasScriptTools,
  async fn() {
    const examples: Example[] = [];
    for (const path of [...await startingPages(), ...changes]) {
      examples.push(...await examplesOf(path));
      if (path.endsWith("/request-code")) {
        examples.push({ code: `CODE=$(code ${email})`, fails: false, output: undefined });
      }
    }
    assert.ok(examples.length >= 20, `${examples.length} examples`);
    const values = { workspaceId: "$WORKSPACE", email, token: "" };
    const outcomes = await runExamples(examples, { make: createTestApp, values });
    for (const [at, { code, output = "" }] of examples.entries()) {
      const { status, stdout, stderr } = outcomes[at]!;
      const told = `${code}\n${stdout}${stderr}\nThe page shows:\n${output}`;
      assert.equal(status, 0, told);
      assert.equal(stdout.split("\n").length > 1, output !== "", told);
      // jq prints null for a field that an error doesn't have
      assert.equal(/\bnull\b/.test(stdout), /\bnull\b/.test(output), told);
    }
    for (const field of [/X-Backlog-Agent[^]*"status"/, /X-Backlog-Agent[^]*"body"/]) {
      const change = examples.findIndex(({ code }) => field.test(code));
      assert.ok(alike(examples[change]!.output!, outcomes[change]!.stdout));
    }
  },
});
