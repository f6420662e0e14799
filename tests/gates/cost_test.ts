import { endpoints } from "../../server/api/endpoints.ts";
import { table } from "../../server/web/app.ts";
import { temporaryFolder } from "../support/folder.ts";
import { assertNone } from "../support/missing.ts";
import type { TestServer } from "../support/server.ts";
import { apiRequests } from "./cost/api_requests.ts";
import { CROWD, during, Idlers } from "./cost/crowds.ts";
import { downloads, otherWrites, unfinished } from "./cost/crowd_requests.ts";
import { formRequests } from "./cost/form_requests.ts";
import { fillDatabase } from "./cost/filled_database.ts";
import { crowdLimits } from "./cost/limits.ts";
import {
  Client,
  describe,
  excessesOf,
  isHopeless,
  type Measured,
  startMeasured,
} from "./cost/measured.ts";
import { headsOf, inTurns, pageRequests, successFor, todays } from "./cost/requests.ts";
import { actionRows } from "./pages/action_rows.ts";
import { nameOf } from "./pages/opened.ts";

/** The time that responses stay unread, in milliseconds. */
const UNREAD_MS = 1_500;
/** The time allowed for the first bytes of bodies, in milliseconds. */
const ARRIVAL_MS = 500;
/** The time after which remaining requests aren't measured, in milliseconds. */
const PATIENCE_MS = 180_000;
/** The number of requests with the same name far beyond a limit after which testing stops. */
const ENOUGH = 2;

Deno.test("no request to the largest possible workspace slows other requests down", async (t) => {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("backlog.db")}`;
  const filled = await fillDatabase(databaseUrl);
  await using server = await startMeasured(databaseUrl);
  using client = new Client(server.url);
  const reads = [...apiRequests(filled), ...pageRequests(filled)];
  const all = inTurns(todays([...reads, ...headsOf(reads), ...formRequests(filled)]));
  const measured: Measured[] = [];

  await t.step("each request takes little time and sends little data", async () => {
    const end = performance.now() + PATIENCE_MS;
    for (const asked of all) {
      const known = measured.filter((one) => one.asked.of === asked.of && isHopeless(one));
      if (known.length >= ENOUGH || performance.now() > end) continue;
      measured.push(await client.measure(asked));
    }
    const over = measured.filter((one) => excessesOf(one).length > 0);
    assertNone([
      ...over.toSorted((a, b) => b.processor - a.processor).map((one) =>
        `${describe(one.asked)} takes ${excessesOf(one).join(" and ")}. Bound its cost by bytes ` +
        "or time, or give a reason in tests/gates/cost/limits.ts."
      ),
      ...measured.length < all.length
        ? [
          `${
            all.length - measured.length
          } requests weren't measured, because others took too long.`,
        ]
        : [],
    ], (sentence) => sentence);
  });

  await t.step("each measured page, endpoint, and action succeeds", () => {
    const done = new Set(
      measured.filter(({ status }) => status < 400).map(({ asked }) => asked.of),
    );
    const names = [
      ...table.pages.map(({ path }) => path),
      ...table.actions.map(nameOf).filter((name) => actionRows[name]?.some(successFor)),
      ...endpoints.map(({ method, path }) => `${method} ${path}`),
    ];
    assertNone(names.filter((name) => !done.has(name)), (name) => {
      const { status } = measured.find(({ asked }) => asked.of === name) ?? {};
      return status === undefined
        ? `${name} isn't requested. Add a row for it, as CONTRIBUTING.md says.`
        : `${name} is answered with ${status}, so its cost isn't measured. Change the data in ` +
          "tests/gates/cost/worst.ts, or the request's row.";
    });
  });

  await t.step("the server still responds quickly during the heaviest reads", async () => {
    const heaviest = measured
      .filter(({ asked, status }) => asked.method === "GET" && status === 200)
      .toSorted((a, b) => b.processor - a.processor).slice(0, CROWD);
    await expectCalm(client, server, `The ${CROWD} heaviest reads at a time`, async () => {
      await Promise.all(heaviest.map(({ asked }) => client.send(asked)));
    });
  });

  for (const [name, asked] of Object.entries(downloads(filled))) {
    await t.step(`unread ${name} take little memory`, async () => {
      await expectCalm(client, server, `${asked.length} unread ${name}`, async () => {
        using _idlers = await Idlers.open(server.url, asked);
        await new Promise((resolve) => setTimeout(resolve, UNREAD_MS));
      });
    });
  }

  await t.step("bodies that never arrive leave room for other people's bodies", async () => {
    const idle = unfinished(filled);
    using _idlers = await Idlers.open(server.url, idle, 1024 * 1024);
    await new Promise((resolve) => setTimeout(resolve, ARRIVAL_MS));
    const others = otherWrites(filled);
    const answered = await Promise.all(others.map((asked) => client.send(asked)));
    assertNone(
      answered.flatMap(({ status }, at) => status < 400 ? [] : [{ status, asked: others[at]! }]),
      ({ status, asked }) =>
        `${describe(asked)} is answered with ${status} while ${idle.length} bodies of others ` +
        "don't arrive. Give each sender a smaller part in server/http/body_budget.ts.",
    );
  });
});

/** Fails with a sentence unless the server stays responsive and within its memory limit. */
async function expectCalm(
  client: Client,
  server: TestServer,
  requests: string,
  run: () => Promise<unknown>,
): Promise<void> {
  const { health, memory } = await during(client, server, run);
  const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(0)} MB`;
  const wrong = [
    health > crowdLimits.health &&
    `${requests} let /health wait ${health.toFixed(0)} ms instead of ${crowdLimits.health} ms. ` +
      "Yield more often, or limit how many run at a time.",
    memory > crowdLimits.memory &&
    `${requests} take ${megabytes(memory)} of memory instead of ` +
      `${megabytes(crowdLimits.memory)}. Read less ahead, or limit how many run at a time.`,
  ];
  assertNone(wrong.filter((one) => one !== false), (sentence) => sentence);
}
