import { assertNone } from "../support/missing.ts";
import type { TestServer } from "../support/server.ts";
import { temporaryFolder } from "../support/folder.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { table } from "../../server/web/app.ts";
import { apiRequests } from "./cost/api_requests.ts";
import { during, Idlers } from "./cost/crowds.ts";
import { formRequests } from "./cost/form_requests.ts";
import { fillHouse, type House } from "./cost/house.ts";
import { crowdLimits } from "./cost/limits.ts";
import { Client, describe, excessesOf, type Measured, startMeasured } from "./cost/measured.ts";
import { type Asked, pageRequests } from "./cost/requests.ts";
import { nameOf } from "./pages/opened.ts";
import { headersOf } from "./pages/ways.ts";

/** How many requests a crowd sends at a time. */
const CROWD = 60;
/** How long responses stay unread, and bodies unfinished, in milliseconds. */
const PATIENCE_MS = 1_500;

Deno.test("no request to the largest workspace that the limits allow slows others down", async (t) => {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("backlog.db")}`;
  const house = await fillHouse(databaseUrl);
  await using server = await startMeasured(databaseUrl);
  using client = new Client(server.url);
  const all = [...apiRequests(house), ...pageRequests(house), ...formRequests(house)];
  const measured: Measured[] = [];

  await t.step("each request by itself takes little time and sends little", async () => {
    const begun = performance.now();
    await client.taken();
    for (const asked of all) measured.push(await client.measure(asked));
    console.log("singles", measured.length, performance.now() - begun);
    Deno.writeTextFileSync(
      "/tmp/w9_costs.jsonl",
      measured.map(({ asked: { headers, body, ...rest }, ...m }) =>
        JSON.stringify({
          ...rest,
          way: headers["backlog-live"] ? "live" : headers["hx-request"] ? "fragment" : "plain",
          body: body?.slice(0, 60),
          tries: 0,
          ...m,
        })
      ).join("\n"),
    );
    assertNone(
      measured.filter((one) => excessesOf(one).length > 0),
      (one) =>
        `${describe(one.asked)} takes ${excessesOf(one).join(" and ")}. Bound its cost by bytes ` +
        "or time, or give a reason in tests/gates/cost/limits.ts.",
    );
  });

  await t.step("each page, endpoint, and action was requested and succeeded", () => {
    const done = new Set(
      measured.filter(({ status }) => status < 400).map(({ asked }) => asked.of),
    );
    const names = [
      ...table.pages.map(({ path }) => path),
      ...table.actions.map(nameOf),
      ...endpoints.map(({ method, path }) => `${method} ${path}`),
    ];
    assertNone(
      names.filter((name) => !done.has(name)),
      (name) => {
        const { status } = measured.find(({ asked }) => asked.of === name) ?? {};
        return status === undefined
          ? `No row lets anybody succeed with ${name}. Add a row as CONTRIBUTING.md says.`
          : `${name} is answered with ${status}, so its cost isn't measured. Change its data in ` +
            "tests/gates/cost/worst.ts.";
      },
    );
  });

  await t.step("the heaviest reads at a time leave the server responsive", async () => {
    const reads = measured.filter(({ asked, status }) => asked.method === "GET" && status === 200);
    const heaviest = reads.toSorted((a, b) => b.processor - a.processor).slice(0, CROWD);
    await expectCalm(client, server, `The ${CROWD} heaviest reads at a time`, async () => {
      await Promise.all(heaviest.map(({ asked }) => client.send(asked)));
    });
  });

  for (const [name, asked] of Object.entries(downloads(house))) {
    await t.step(`${name} that nobody reads keep little memory`, async () => {
      await expectCalm(client, server, `${CROWD} unread ${name}`, async () => {
        using _idlers = await Idlers.open(server.url, asked);
        await pause(PATIENCE_MS);
      });
    });
  }

  await t.step("bodies that don't arrive leave room for everybody else's", async () => {
    using _idlers = await Idlers.open(server.url, unfinished(house), 1024 * 1024);
    await pause(PATIENCE_MS / 5);
    const others = [...formRequests(house), ...apiRequests(house)].filter(({ of }) =>
      of === "/workspace/tasks/:taskId priority" || of === "POST /workspaces/{workspaceId}/labels"
    );
    const answered = await Promise.all(others.map((asked) => client.send(asked)));
    assertNone(
      answered.flatMap(({ status }, at) => status < 400 ? [] : [{ status, asked: others[at]! }]),
      ({ status, asked }) =>
        `${describe(asked)} is answered with ${status} while four people leave 32 bodies ` +
        "unfinished. Give each sender a smaller part of server/http/body_budget.ts.",
    );
  });
});

/** Fails with a sentence unless the server stays responsive and small meanwhile. */
async function expectCalm(
  client: Client,
  server: TestServer,
  requests: string,
  run: () => Promise<unknown>,
) {
  const { health, memory } = await during(client, server, run);
  const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
  const wrong: string[] = [];
  if (health > crowdLimits.health) {
    wrong.push(
      `${requests} let /health wait ${
        health.toFixed(0)
      } ms; it can wait ${crowdLimits.health} ms. ` +
        "Yield more often, or limit how many run at a time.",
    );
  }
  if (memory > crowdLimits.memory) {
    wrong.push(
      `${requests} take ${mebibytes(memory)} of memory; they can take ` +
        `${mebibytes(crowdLimits.memory)}. Read less ahead, or limit how many run at a time.`,
    );
  }
  assertNone(wrong, (sentence) => sentence);
}

/** Requests for the largest responses, from several people. */
function downloads({ premises, cookies }: House): Record<string, Asked[]> {
  const people = ["owner", "admin", "lead", "member", "commentator"] as const;
  const of = "/workspace/tasks.csv";
  const list = `/api/v1/workspaces/${premises.workspaceId}/tasks?limit=250`;
  const tokens = [premises.ada, premises.bao, premises.lea, premises.chidi, premises.esra]
    .map(({ tokens }) => `Bearer ${tokens.accessToken}`);
  const each = (make: (at: number) => Asked) =>
    Array.from({ length: CROWD }, (_, n) => make(n % 5));
  return {
    exports: each((at) => ({
      of,
      method: "GET",
      path: of,
      headers: headersOf("plain", cookies[people[at]!], of),
    })),
    lists: each((at) => ({
      of: "GET /workspaces/{workspaceId}/tasks",
      method: "GET",
      path: list,
      headers: { authorization: tokens[at]! },
    })),
  };
}

/** Eight requests of each of four people who are in no workspace together. */
function unfinished({ premises: { remo, frode, tove, priya } }: House): Asked[] {
  return [remo, frode, tove, priya].flatMap(({ tokens }) =>
    Array.from({ length: 8 }, () => ({
      of: "POST /workspaces",
      method: "POST",
      path: "/api/v1/workspaces",
      headers: {
        authorization: `Bearer ${tokens.accessToken}`,
        "content-type": "application/json",
      },
    }))
  );
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
