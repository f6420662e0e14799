import assert from "node:assert/strict";
import { linesWithoutStart } from "../support/lines.ts";
import { makeWorld } from "../support/world.ts";

/** Responses that Backlog never sends, with the expected error messages. */
const answers: [name: string, answer: () => Response, says: RegExp, code?: number][] = [
  [
    "a page of another program",
    () => new Response("<h1>Hello</h1>"),
    /^http:\S+ returned status 200, so it isn't a Backlog server\. Check the address\.\n$/,
  ],
  [
    "a redirect",
    () => new Response(null, { status: 302, headers: { location: "/x" } }),
    /status 302/,
  ],
  ["a proxy's error", () => new Response("Bad gateway", { status: 502 }), /status 502/],
  [
    "problem details with a time to wait",
    () => Response.json({ detail: "Too fast.", retryAfter: 7 }, { status: 429 }),
    /^Too fast\. Try again in 7 seconds\.\n$/,
  ],
  [
    "several wrong fields, one without a name, and a hint over two lines",
    () =>
      Response.json({
        detail: "No.",
        hint: "Mend\nthem.",
        errors: [{ path: ["tags", 0], message: "Unknown." }, { path: [], message: "Empty." }],
      }, { status: 422 }),
    /^tags\.0: Unknown\. Empty\. Mend them\.\n$/,
    2,
  ],
  ["nothing but a title", () => Response.json({ title: "Broken" }, { status: 500 }), /^Broken\n$/],
];

Deno.test("a response that isn't Backlog's is reported in one sentence by both command lines", async (t) => {
  for (const [name, answer, says, code = 1] of answers) {
    await t.step(name, async () => {
      await using server = Deno.serve(
        { port: 0, hostname: "127.0.0.1", onListen: () => {} },
        answer,
      );
      const env = { BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}` };
      const found = [];
      for (const line of linesWithoutStart) {
        await using world = await makeWorld(line);
        const outcome = await world.run(["me", "--token", "blg_pat_1"], { env });
        assert.match(outcome.stderr, says);
        assert.equal(outcome.code, code);
        found.push(outcome);
      }
      assert.deepEqual(found.at(-1), found[0]);
    });
  }
});

/** Characters that could control a terminal or reverse its text, next to harmless ones. */
const steering = "\x07\x1b\x7f\x80\x9b31m\x9f\u2028\u2029\u202a\u202e\u2066\u2069";
const plain = "é \u00a0 – \u2027 \u2030 ⁄ \u206a 織 😀 \\u009b & /";
const raw = /[[\p{Cc}\u2028-\u202e\u2066-\u2069]--\n]/v;

Deno.test("server responses can't control the terminal, and their JSON doesn't change", async () => {
  const tasks = [{ title: steering + plain, [steering]: 1 }];
  const answer = { tasks, nextCursor: null };
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    ({ url }) =>
      url.includes("/me")
        ? Response.json({ detail: `No ${steering}.` }, { status: 409 })
        : Response.json(answer),
  );
  const env = { BACKLOG_BASE_URL: `http://127.0.0.1:${server.addr.port}` };
  const found = [];
  for (const line of linesWithoutStart) {
    await using world = await makeWorld(line);
    const list = ["tasks", "list", "--token", "blg_pat_1", "--workspace-id", "ws_1"];
    const listed = await world.run(list, { env });
    assert.equal(listed.code, 0, listed.stderr);
    assert.doesNotMatch(listed.stdout, raw);
    assert.deepEqual(JSON.parse(listed.stdout), answer);
    assert.ok(listed.stdout.includes("é \u00a0 – \u2027 \u2030 ⁄ \u206a 織 😀 "));
    const refused = await world.run(["me", "--token", "blg_pat_1"], { env });
    assert.equal(refused.code, 1);
    assert.doesNotMatch(refused.stderr, raw);
    found.push([listed.stdout, refused.stderr]);
  }
  assert.deepEqual(found.at(-1), found[0]);
});

Deno.test("a .curlrc changes nothing", async () => {
  for (const line of linesWithoutStart.filter(({ name }) => name === "backlog.sh")) {
    await using world = await makeWorld(line);
    const kept = `${world.home}/elsewhere`;
    Deno.writeTextFileSync(
      `${world.home}/.curlrc`,
      `output = "${kept}"\ntrace-ascii = "${kept}"\nlocation\nproxy = "http://127.0.0.1:9"\n`,
    );
    const { code, stderr } = await world.run(["me", "--token", "blg_pat_1"], {
      env: { HOME: world.home },
    });
    assert.equal(code, 4, stderr);
    assert.ok(!Object.keys(world.kept()).includes("elsewhere"));
  }
});

Deno.test("the error for an unreachable server names it and suggests what to do", async () => {
  const closed = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const env = { BACKLOG_BASE_URL: `http://127.0.0.1:${closed.addr.port}` };
  closed.close();
  for (const line of linesWithoutStart) {
    await using world = await makeWorld(line);
    const { code, stderr } = await world.run(["me", "--token", "blg_pat_1"], { env });
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^http:\S+ can't be reached\. Check that the server is running, or choose .*\.\n$/,
    );
  }
});
