import assert from "node:assert/strict";
import { inside, runLine } from "./support/lines.ts";

const nowhere = ["--base-url", "http://127.0.0.1:9"];

Deno.test("without a server, backlog prints its own copy of a guide and of the list of guides", async () => {
  const guide = await runLine(inside, "/nowhere", ["help", "cli/task/create", ...nowhere]);
  assert.equal(guide.stderr, "");
  assert.match(
    guide.stdout,
    /^> Index of these docs: http:\/\/127\.0\.0\.1:9\/docs\/llms\.txt\n\n# /,
  );
  const topics = await runLine(inside, "/nowhere", ["help", "topics", ...nowhere]);
  assert.match(topics.stdout, /^- cli\/task\/create: Create a task on the command line$/m);
});

Deno.test("a guide contains no characters that control a terminal", async () => {
  const texts: Record<string, string> = {
    "/docs/llms.txt": "- [Gates](http://elsewhere/docs/web/gates.md): Gates.\n",
    "/docs/web/gates.md": "# Gates\n\n\tMend\u001b[31m \u202ethem\n",
  };
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request) => new Response(texts[new URL(request.url).pathname]),
  );
  const url = `http://127.0.0.1:${server.addr.port}`;
  const { stdout } = await runLine(inside, "/nowhere", ["help", "gates", "--base-url", url]);
  assert.equal(stdout, "# Gates\n\n\tMend[31m them\n");
});
