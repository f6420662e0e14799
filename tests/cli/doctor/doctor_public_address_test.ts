import assert from "node:assert/strict";
import { examineSettings } from "../../../cli/operator/doctor/settings.ts";
import {
  examineForwarding,
  examinePublicAddress,
} from "../../../cli/operator/doctor/public_address.ts";
import { version } from "../../../cli/version.ts";
import { readConfig } from "../../../server/config.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { signIn } from "../../support/sign_in.ts";
import { createTestApp } from "../../support/app.ts";
import { createWorld, testOrigin } from "../../support/world.ts";

Deno.test("doctor checks that a server of this version runs at the public address", async () => {
  let health = { version };
  await using server = Deno.serve(
    { port: 0, onListen() {} },
    () => Response.json(health),
  );
  const at = async (origin: string) => {
    const { finding: { state, detail } } = await examinePublicAddress({
      origin,
      host: "127.0.0.1",
      port: 5173,
    });
    return `${state}: ${detail}`;
  };
  const origin = `http://localhost:${server.addr.port}`;
  assert.equal(await at(origin), `ok: Backlog ${version} is running at ${origin}.`);
  health = { version: "0.0.1" };
  assert.match(await at(origin), /^warning: Backlog 0\.0\.1 is running at .* This program is /);
  health = { version: undefined as never };
  assert.match(await at(origin), /^warning: The server at .* isn't a Backlog server\.$/);
  await server.shutdown();
  assert.match(await at(origin), /^ok: No server is running at /);
  assert.match(
    await at("https://backlog.invalid"),
    /^warning: \S+ can't be reached from this machine\.$/,
  );
});

Deno.test("doctor distinguishes an untrusted certificate and missing HTTPS from a server that doesn't respond", async () => {
  await using folder = await temporaryFolder();
  const [key, cert] = [folder.file("key.pem"), folder.file("cert.pem")];
  const words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2";
  const { success } = await new Deno.Command("openssl", {
    args: [...words.split(" "), "-subj", "/CN=localhost", "-keyout", key, "-out", cert],
    stderr: "null",
  }).output();
  assert.ok(success, "openssl makes a certificate");
  const pair = { key: await Deno.readTextFile(key), cert: await Deno.readTextFile(cert) };
  const quiet = { port: 0, onListen() {} };
  await using secure = Deno.serve({ ...quiet, ...pair }, () => Response.json({ version }));
  await using plain = Deno.serve(quiet, () => Response.json({ version }));
  const at = async (port: number) =>
    (await examinePublicAddress({ origin: `https://localhost:${port}`, host: "::1", port: 5173 }))
      .finding;
  const untrusted = await at(secure.addr.port);
  assert.deepEqual([untrusted.state, untrusted.detail.replace(/:\d+/, "")], [
    "warning",
    "The certificate at https://localhost isn't trusted by this machine.",
  ]);
  const { state, detail } = await at(plain.addr.port);
  assert.match(`${state}: ${detail}`, /^warning: The server at \S+ doesn't use HTTPS\.$/);
});

Deno.test("doctor reports a proxy that removes the path", async () => {
  await using app = await createTestApp({ origin: `${testOrigin}/backlog` });
  const strips = { now: false };
  await using server = Deno.serve({ port: 0, onListen() {} }, (request, info) => {
    const url = strips.now ? request.url.replace("/backlog/", "/") : request.url;
    return app.app.fetch(new Request(url, request), info);
  });
  const origin = `http://localhost:${server.addr.port}/backlog`;
  const at = async () =>
    (await examinePublicAddress({ origin, host: "127.0.0.1", port: 5173 })).finding;
  const { detail } = await at();
  assert.equal(
    detail,
    `Backlog 0.0.0-test is running at ${origin}. This program is version ${version}.`,
  );
  strips.now = true;
  assert.deepEqual(await at(), {
    check: "Public address",
    state: "warning",
    detail: `The proxy at ${origin} removes the path before it passes requests to Backlog.`,
    next: "Configure the proxy to keep the path. " +
      'For examples, run "backlog help operators/reverse-proxy".',
  });
});

Deno.test("doctor warns that links have another port only if Backlog doesn't respond there", async () => {
  let health: Record<string, unknown> = { version: "0.0.1" };
  await using server = Deno.serve({ port: 0, onListen() {} }, () => Response.json(health));
  const origin = `http://localhost:${server.addr.port}`;
  const env = { BACKLOG_ORIGIN: origin, BACKLOG_PORT: "5173" };
  const config = readConfig(env);
  const ofOrigin = async () => {
    const { answers } = await examinePublicAddress(config);
    return examineSettings(env, config, answers).find(({ check }) => check === "Origin");
  };
  assert.deepEqual(await ofOrigin(), {
    check: "Origin",
    state: "ok",
    detail:
      `Backlog is running at ${origin}, but port 5173 is set. A proxy might be mapping the port, or a different server might be running at that address.`,
  });
  health = { status: "up" };
  assert.equal((await ofOrigin())?.state, "warning");
  await server.shutdown();
  assert.equal((await ofOrigin())?.state, "warning");
});

Deno.test("doctor finds a proxy that doesn't forward client addresses by the addresses of sessions", async () => {
  const world = await createWorld();
  const { database } = world;
  const settings = { origin: "https://backlog.example.com", trustProxy: true };
  const headers = async (config = settings) =>
    (await examineForwarding(database, config)).map(({ state }) => state);
  const seenFrom = (address: string | null) =>
    database.write((tx) => tx.updateTable("sessions").set({ address }).execute());
  await signIn(world, "ada@example.com", "signup");
  await seenFrom("127.0.0.1");
  assert.deepEqual(await headers(), ["warning"]);
  assert.deepEqual(await headers({ ...settings, trustProxy: false }), []);
  assert.deepEqual(await headers({ ...settings, origin: "http://localhost:5173" }), []);
  await seenFrom("192.0.2.7");
  assert.deepEqual(await headers(), ["ok"]);
  await seenFrom(null);
  assert.deepEqual(await headers(), ["ok"]);
  await database.close();
});
