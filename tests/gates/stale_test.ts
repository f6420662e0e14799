import assert from "node:assert/strict";
import { z } from "zod";
import type { Endpoint } from "../../server/api/endpoint.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { call, createTestApp, type Sent, type TestApp } from "../support/app.ts";
import { shareOf } from "../support/share.ts";
import { growthOf } from "./support/growth.ts";
import type { FullCast } from "./support/full_cast.ts";
import { actMoves, changeMoves, type Move, sightMoves } from "./stale/moves.ts";
import { pathsOf } from "./stale/paths.ts";
import { prepare } from "./traces/prepare.ts";

/** The last response to each reader, by request. */
type Held = Map<string, { etag: string; text: string }>;

const reads = endpoints.filter(({ method }) => method === "GET");
/** The endpoints that read one record, whose ETag starts with its version. */
const records = reads.filter(({ version }) => version);

Deno.test("people whose visibility of a record changed get a new ETag", () =>
  staleAfter(async ({ fullCast, readers, make }) => {
    for (const move of sightMoves(fullCast, readers.agent!)) await make(move);
  }, ["automation", "agent", "ada", "chidi", "dina"]));

Deno.test("a changed field changes the ETag of everything that shows it", () =>
  staleAfter(async ({ fullCast, make }) => {
    for (const move of changeMoves(fullCast)) await make(move);
  }));

Deno.test("every operation changes the ETag of everything that shows its result", () =>
  staleAfter(async ({ fullCast, make }) => {
    for (const move of actMoves(fullCast)) await make(move);
  }));

Deno.test("a new record changes the ETag of everything that shows it, and time alone changes none", () =>
  staleAfter(async ({ app, fullCast, look }) => {
    const grow = growthOf(app, fullCast);
    for (const { path } of reads.filter(isCollection)) {
      await grow(path);
      await look(`another one of ${path}`);
    }
    // The last use, which is stored only now and then
    for (const time of ["once", "again"]) {
      app.world.clock.advance({ minutes: 11 });
      await look(`eleven minutes passed, ${time}`);
    }
  }));

interface Stage {
  app: TestApp;
  fullCast: FullCast;
  readers: Record<string, Sent>;
  /** Performs an act, and then compares the responses. */
  make(move: Move): Promise<void>;
  /** Finds responses that changed without a new ETag since the last call. */
  look(done: string): Promise<void>;
}

/** Performs acts in a workspace with all records, with a third of the readers reading everything after each one. */
async function staleAfter(
  act: (stage: Stage) => Promise<void>,
  who: readonly string[] = ["automation", "ada", "chidi"],
): Promise<void> {
  await using app = await createTestApp();
  const fullCast = await prepare(app);
  const readers = await readersOf(app, fullCast);
  const reading = Object.fromEntries(shareOf(who, 1).map((name) => [name, readers[name]!]));
  const found = looking(app, reading, records.flatMap((one) => pathsOf(one, fullCast)));
  const stale = await found("nothing");
  const look = async (done: string) => void stale.push(...await found(done));
  await act({
    app,
    fullCast,
    readers,
    look,
    async make(move) {
      app.world.clock.advance({ seconds: 1 });
      const body = await make(app, fullCast, move);
      await look(`${move.ask} ${JSON.stringify(body)}`);
    },
  });
  assert.deepEqual(stale, []);
}

/** Returns whether a response is a page of a list. */
const isCollection = ({ response }: Endpoint) =>
  response instanceof z.ZodObject && "nextCursor" in response.shape;

/**
 * Reads everything as everyone. @returns a function that finds responses that changed without a new ETag since its last
 * call
 */
function looking(app: TestApp, readers: Record<string, Sent>, paths: string[]) {
  let held: Held = new Map();
  return async (done: string): Promise<string[]> => {
    const now: Held = new Map();
    for (const [name, reader] of Object.entries(readers)) {
      const token = reader.token ?? reader.as!.tokens.accessToken;
      const headers = { authorization: `Bearer ${token}`, ...reader.headers };
      for (const path of paths) {
        const answer = await app.app.request(`/api/v1${path}`, { headers });
        const [etag, text] = [answer.headers.get("etag")!, await answer.text()];
        if (answer.status === 200) now.set(`${name}: ${path}`, { etag, text });
      }
    }
    const stale = [...now].filter(([asked, { etag, text }]) => {
      const before = held.get(asked);
      return before?.etag === etag && before.text !== text;
    });
    held = now;
    // Writes the pending records of token use
    await new Promise((resolve) => setTimeout(resolve));
    return stale.map(([asked, { etag }]) => `${asked} is still ${etag}, after ${done}`);
  };
}

async function make(app: TestApp, { ada, workspaceId }: FullCast, move: Move): Promise<unknown> {
  const [method, path] = move.ask.split(" ") as [string, string];
  const whole = path.startsWith("/") ? path : `/workspaces/${workspaceId}/${path}`;
  const sent = move.with ?? { as: move.as ?? ada };
  const body = typeof move.body === "function"
    ? move.body((await call(app, `GET ${whole}`, sent)).body)
    : move.body;
  const answer = await call(app, `${method} ${whole}`, { ...sent, body });
  assert.ok(answer.status < 300, `${move.ask}: ${answer.text}`);
  return body;
}

/** People with different visibility: an admin, a member, the lead of a private team, an automation, and its agent. */
async function readersOf(app: TestApp, fullCast: FullCast): Promise<Record<string, Sent>> {
  const { ada, chidi, dina, ids, workspaceId } = fullCast;
  const { body: { agents } } = await call(app, `GET /workspaces/${workspaceId}/agents`, {
    as: ada,
  });
  ids.keeper = agents.find(({ name }: { name: string }) => name === "Keeper").id;
  ids.keepersProfile = agents.find(({ id }: { id: string }) => id === ids.keeper).profileId;
  ids.defaultWorkflow = (await app.world.database.read.selectFrom("teams").select("workflow_id")
    .where("id", "=", fullCast.teams.eng).executeTakeFirstOrThrow()).workflow_id;
  const { body: { accessToken } } = await call(app, "POST /automation-auth/exchange", {
    token: ids.secret!,
    body: {},
  });
  return {
    automation: { token: accessToken },
    agent: { token: accessToken, headers: { "x-backlog-agent": ids.keepersProfile! } },
    ada: { as: ada },
    chidi: { as: chidi },
    dina: { as: dina },
  };
}
