import assert from "node:assert/strict";
import { createTestApp, type TestApp, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { RawConnection } from "../support/raw_connection.ts";
import { testOrigin } from "../support/world.ts";

/** Serves an app on a port. */
function serve({ app }: TestApp) {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
  const { port } = server.addr;
  const close = () => server.shutdown();
  return { port, url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: close };
}

/** The head of a request with a body. @param announced its `Content-Length`; chunked without one */
function headOf(path: string, fields: Record<string, string>, announced?: number): string {
  const length = announced === undefined
    ? "Transfer-Encoding: chunked"
    : `Content-Length: ${announced}`;
  const more = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return [`POST ${path} HTTP/1.1`, "Host: backlog.example", ...more, length, "", ""].join("\r\n");
}

const asJson = { "content-type": "application/json" };
const asForm = { "content-type": "application/x-www-form-urlencoded", origin: testOrigin };

Deno.test("idle connections that announced large bodies hold up nobody's writes, forms, or sign-in", () =>
  withApp({}, async (app, cast) => {
    await using server = serve(app);
    await using held = new AsyncDisposableStack();
    const { bao, chidi, dina, frode } = cast;
    for (const person of [bao, chidi, dina, frode]) {
      const authorization = `Bearer ${person.tokens.accessToken}`;
      for (let n = 0; n < 8; n++) {
        const connection = held.use(await RawConnection.open(server.port));
        const head = headOf("/api/v1/workspaces", { ...asJson, authorization }, 1_048_576);
        await connection.begin(`${head}{`);
      }
    }
    for (let n = 0; n < 100; n++) {
      const connection = held.use(await RawConnection.open(server.port));
      await connection.begin(`${headOf("/auth/signin", asForm, 8_000)}e`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { status, body } = await fetch(
      `${server.url}/api/v1/workspaces/${cast.workspaceId}/tasks`,
      {
        method: "POST",
        headers: { ...asJson, authorization: `Bearer ${cast.ada.tokens.accessToken}` },
        body: JSON.stringify({ title: "Mend the gate", teamId: "ENG" }),
      },
    );
    await body?.cancel();
    assert.equal(status, 201);
    const cookie = await browserCookie(app.world, cast.ada.email);
    const forms: [string, Record<string, string>, Record<string, string>][] = [
      ["/workspace/tasks", { title: "Paint the gate", teamId: cast.teams.eng }, { cookie }],
      ["/auth/signin", { email: cast.ada.email }, {}],
    ];
    for (const [path, fields, headers] of forms) {
      const answer = await fetch(server.url + path, {
        method: "POST",
        redirect: "manual",
        headers: { ...asForm, ...headers },
        body: new URLSearchParams(fields),
      });
      await answer.body?.cancel();
      assert.equal(answer.status, 303, path);
    }
  }));

Deno.test("a body that doesn't arrive in time is a 408, for programs, forms, and strangers", () =>
  withApp({ bodyDeadline: 50 }, async (app, { ada }) => {
    await using server = serve(app);
    const authorization = `Bearer ${ada.tokens.accessToken}`;
    const cookie = await browserCookie(app.world, ada.email);
    const slow = [
      headOf("/api/v1/workspaces", { ...asJson, authorization }, 100),
      headOf("/api/v1/workspaces", { ...asJson, authorization }, 100_000),
      headOf("/api/v1/workspaces", { ...asJson, authorization }),
      headOf("/workspace/tasks", { ...asForm, cookie }, 100),
      headOf("/auth/signin", asForm, 100),
    ];
    for (const text of slow) {
      using connection = await RawConnection.open(server.port);
      const [answer] = await connection.exchange([{ text, head: false }]);
      assert.equal(answer!.status, 408, text);
    }
  }));

Deno.test("a client that hangs up while it sends is one line of the log, and no error of the server", async () => {
  await using app = await createTestApp({ metricsToken: "a-token-of-the-operators" });
  await using server = serve(app);
  const unsubscribe = "/unsubscribe?by=mail&token=none";
  const heads = [
    headOf(unsubscribe, asForm, 5_000),
    headOf(unsubscribe, asForm),
    headOf("/api/v1/auth/request-otp", asJson, 5_000),
    headOf("/auth/signin", asForm, 5_000),
  ];
  for (const head of heads) {
    using connection = await RawConnection.open(server.port);
    await connection.begin(head);
  }
  while (app.lines.length < heads.length) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(app.lines.map(({ status }) => status), heads.map(() => 400));
  assert.deepEqual(app.mistakes, []);
  const metrics = await app.app.request("/metrics", {
    headers: { authorization: "Bearer a-token-of-the-operators" },
  });
  const text = await metrics.text();
  assert.doesNotMatch(text, /status="5/);
  assert.match(text, /status="400"} [1-9]/);
});
