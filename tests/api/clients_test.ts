import assert from "node:assert/strict";
import { canonicalAddress } from "../../server/http/client.ts";
import { call, createTestApp, withApp } from "../support/app.ts";
import { assemble } from "../support/cast.ts";

Deno.test("all addresses of an IPv6 /64 network are one client, and an IPv4 address is its own", async () => {
  await using app = await createTestApp({ signInLimit: 1, trustProxy: true });
  const askFrom = async (address: string) => {
    const headers = { "x-forwarded-for": address };
    const body = { email: `${crypto.randomUUID()}@example.com` };
    return (await call(app, "POST /auth/request-otp", { body, headers })).status;
  };
  const asked: [string, number][] = [
    ["2001:db8:0:1::1", 200],
    ["2001:db8:0:1:ffff:ffff:ffff:ffff", 429],
    ["[2001:DB8::1:0:0:0:2]:443", 429],
    ["2001:db8:0:2::1", 200],
    ["203.0.113.9", 200],
    ["203.0.113.9:51234", 429],
    ["::ffff:203.0.113.9", 429],
    ["::ffff:cb00:7109", 429],
    ["203.0.113.10", 200],
    ["fe80::1%eth0", 200],
    ["fe80::2%eth1", 429],
    // What is no address is nobody's word: all that say such a thing come from the proxy
    ["unknown", 200],
    ["unknown, 1.2.3", 429],
    ["_hidden", 429],
    ["0x7f000001", 429],
    ["203.0.113.11, unknown", 429],
    ["unknown, 203.0.113.11", 200],
  ];
  for (const [address, status] of asked) assert.equal(await askFrom(address), status, address);
});

Deno.test("an address is stored without its port and zone, and as IPv4 if it is mapped into IPv6", () => {
  for (
    const [given, stored] of [
      ["[FE80::1%eth0]:443", "fe80::1"],
      ["203.0.113.9:443", "203.0.113.9"],
      ["::ffff:203.0.113.9", "203.0.113.9"],
    ] as const
  ) {
    assert.equal(canonicalAddress(given), stored);
  }
});

Deno.test("invalid secrets are counted by IPv6 network too, and beyond the limit, valid ones are refused", () =>
  withApp({ signInLimit: 1, trustProxy: true }, async (app, { ada }) => {
    const show = (address: string, refreshToken: string) =>
      call(app, "POST /auth/refresh", {
        body: { refreshToken },
        headers: { "x-forwarded-for": address },
      });
    assert.equal((await show("2001:db8::1", "blg_hrt_guess")).status, 401);
    assert.equal((await show("2001:db8::2", ada.tokens.refreshToken)).status, 429);
    assert.equal((await show("2001:db8:0:1::2", ada.tokens.refreshToken)).status, 200);
  }));

Deno.test("an invalid address from a proxy is replaced by the connection's address", async () => {
  await using app = await createTestApp({ trustProxy: true });
  const { ada } = await assemble(app.world);
  const request = new Request("https://backlog.example/api/v1/auth/revoke", {
    method: "POST",
    headers: {
      authorization: `Bearer ${ada.tokens.accessToken}`,
      "x-forwarded-for": "<script>alert(1)</script>",
    },
  });
  const remoteAddr = { transport: "tcp", hostname: "192.0.2.7", port: 1 };
  const answer = await app.app.fetch(request, { remoteAddr });
  await answer.body?.cancel();
  assert.equal(answer.status, 200);
  const { address } = await app.world.database.read.selectFrom("audit").select("address")
    .where("kind", "=", "session.ended").executeTakeFirstOrThrow();
  assert.equal(address, "192.0.2.7");
});

Deno.test("the audit log contains a client's full address", () =>
  withApp({ trustProxy: true }, async (app, { ada, workspaceId }) => {
    const headers = { "x-forwarded-for": "2001:db8::a:1" };
    await call(app, "POST /auth/revoke", { as: ada, headers });
    const { address } = await app.world.database.read.selectFrom("audit").select("address")
      .where("kind", "=", "session.ended").where("workspace_id", "=", workspaceId)
      .executeTakeFirstOrThrow();
    assert.equal(address, "2001:db8::a:1");
  }));
