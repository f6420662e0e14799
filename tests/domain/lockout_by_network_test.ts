import assert from "node:assert/strict";
import type { Anonymous } from "../../server/domain/core/actor.ts";
import type { TooMany } from "../../server/domain/core/errors.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { requestCode } from "../../server/domain/sessions/request_code.ts";
import { verifyCode } from "../../server/domain/sessions/verify_code.ts";
import { refused } from "../support/refusal.ts";
import { createWorld, nobody, type World } from "../support/world.ts";

const email = "ada@example.com";
const invalid = { status: 422, code: "code_invalid" } as const;
const locked = { status: 429, code: "code_lockout" } as const;
const cooling = { status: 429, code: "code_cooldown" } as const;

/** A client in a network of its own, without a browser's cookie. */
const from = (network: string): Anonymous => ({
  ...nobody,
  address: network,
  network,
  client: network,
});
const [ada, stranger] = [from("192.0.2.7"), from("198.51.100.9")];
/** A browser in a network that others use too. */
const browser = (name: string, { network } = ada): Anonymous => ({
  ...from(network),
  client: name,
});

async function ask({ services, mailer }: World, client: Anonymous): Promise<string> {
  await perform(services, client, requestCode, { email, purpose: "signup" });
  return mailer.codeFor(email);
}
const give = ({ services }: World, client: Anonymous, code: string) =>
  perform(services, client, verifyCode, { email, code, purpose: "signup" });

/** Has a client enter five wrong codes, the last of which locks its network. */
async function lockOut(world: World, client: Anonymous, ...codes: string[]): Promise<void> {
  const wrong = ["000000", "000001", "000002"].find((code) => !codes.includes(code))!;
  for (let n = 1; n <= 4; n++) await refused(give(world, client, wrong), invalid);
  await refused(give(world, client, wrong), locked);
}

Deno.test("wrong codes from one network don't lock other networks out of an address", async () => {
  await using world = await createWorld();
  const hers = await ask(world, ada);
  const theirs = await ask(world, stranger);
  await lockOut(world, stranger, hers, theirs);
  await refused(give(world, stranger, hers), locked);
  await refused(ask(world, stranger), locked);
  await give(world, ada, hers);
});

Deno.test("a code requested by someone else neither replaces nor delays your own code", async () => {
  await using world = await createWorld();
  await ask(world, stranger);
  const hers = await ask(world, ada);
  world.clock.advance({ minutes: 1 });
  await ask(world, stranger);
  await give(world, ada, hers);
});

Deno.test("a browser can finish its attempt while another client locks their shared network", async () => {
  await using world = await createWorld();
  const hers = await ask(world, browser("hers"));
  await lockOut(world, browser("theirs"), hers);
  await refused(give(world, browser("theirs"), hers), locked);
  await give(world, browser("hers"), hers);
});

Deno.test("a browser that enters a wrong code while its network is locked must then request a new code", async () => {
  await using world = await createWorld();
  const hers = await ask(world, browser("hers"));
  await lockOut(world, browser("theirs"), hers);
  await refused(give(world, browser("hers"), hers === "000003" ? "000004" : "000003"), locked);
  await refused(give(world, browser("hers"), hers), locked);
});

Deno.test("a client whose attempt ended can get another code once the old one expires", async () => {
  await using world = await createWorld();
  const hers = await ask(world, ada);
  for (let n = 1; n <= 4; n++) await lockOut(world, from(`198.51.100.${n}`), hers);
  const theirs = await ask(world, stranger);
  await refused(give(world, stranger, theirs === "000003" ? "000004" : "000003"), locked);
  world.clock.advance({ minutes: 9 });
  const elsewhere = { ...from("203.0.113.1"), client: stranger.client };
  for (const client of [stranger, elsewhere]) await refused(ask(world, client), cooling);
  await give(world, ada, hers);
  await ask(world, stranger);
});

Deno.test("a client waits a minute between two codes in any network", async () => {
  await using world = await createWorld();
  const inNetwork = (network: string) => ({ ...from(network), client: "browser" });
  await ask(world, inNetwork("198.51.100.1"));
  await refused(ask(world, inNetwork("198.51.100.2")), cooling);
  world.clock.advance({ minutes: 1 });
  await ask(world, inNetwork("198.51.100.2"));
});

Deno.test("an address accepts twenty wrong codes an hour from all networks, and then only its requester", async () => {
  await using world = await createWorld();
  const hers = await ask(world, ada);
  for (let n = 1; n <= 4; n++) await lockOut(world, from(`198.51.100.${n}`), hers);
  const error = await refused(give(world, stranger, hers), locked);
  assert.equal((error as TooMany).retryAfter, 3600);
  await refused(give(world, browser("elsewhere", stranger), hers), locked);
  // A new request can be finished too, unless a wrong code comes first
  const theirs = await ask(world, stranger);
  await refused(give(world, stranger, hers === theirs ? "000003" : hers), locked);
  await refused(give(world, stranger, theirs), locked);
  await refused(ask(world, stranger), cooling);
  await give(world, ada, hers);
  world.clock.advance({ minutes: 59 });
  await ask(world, from("203.0.113.1"));
  world.clock.advance({ minutes: 1 });
  await give(world, stranger, world.mailer.codeFor(email));
});

Deno.test("a browser that changes its network waits a minute for another code", async () => {
  await using world = await createWorld();
  await ask(world, browser("hers"));
  await refused(ask(world, browser("hers", stranger)), cooling);
  world.clock.advance({ minutes: 1 });
  await ask(world, browser("hers", stranger));
  await refused(ask(world, browser("hers")), cooling);
});

Deno.test("any client can enter the newest code of an address", async () => {
  await using world = await createWorld();
  await ask(world, stranger);
  const newest = await ask(world, ada);
  await give(world, from("203.0.113.1"), newest);
});

Deno.test("an address can have three valid codes per network and ten in total, and others must wait", async () => {
  await using world = await createWorld();
  for (let n = 1; n <= 3; n++) {
    await ask(world, browser(`browser ${n}`));
    world.clock.advance({ minutes: 1 });
  }
  const error = await refused(ask(world, browser("browser 4")), cooling);
  assert.equal((error as TooMany).retryAfter, 7 * 60);
  await ask(world, browser("browser 3"));
  for (let n = 1; n <= 7; n++) await ask(world, from(`198.51.100.${n}`));
  await refused(ask(world, from("203.0.113.1")), cooling);
  world.clock.advance({ minutes: 7 });
  await ask(world, from("203.0.113.1"));
});

Deno.test("setting the clock back restarts the hour in which wrong codes of all networks are counted", async () => {
  await using world = await createWorld();
  const hers = await ask(world, ada);
  for (let n = 1; n <= 4; n++) await lockOut(world, from(`198.51.100.${n}`), hers);
  await refused(give(world, stranger, hers), locked);
  world.clock.setBack({ days: 1 });
  await give(world, stranger, hers);
});
