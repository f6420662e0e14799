import assert from "node:assert/strict";
import { sql } from "kysely";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Cast, Person } from "../support/cast.ts";
import { readLiveStream } from "../support/listening.ts";

interface Entry {
  id: string;
  kind: string;
  task: { title: string } | null;
  project: { name: string } | null;
}

const said = ({ kind, task, project }: Entry) => `${kind} ${task?.title ?? project?.name}`;

/** Asks for the stream of history. */
function ask(
  { app }: TestApp,
  { workspaceId }: Pick<Cast, "workspaceId">,
  token: string,
  { query = "", headers = {} }: { query?: string; headers?: Record<string, string> } = {},
) {
  return app.request(`/api/v1/workspaces/${workspaceId}/activity${query}`, {
    headers: { authorization: `Bearer ${token}`, accept: "text/event-stream", ...headers },
  });
}

async function follow(
  app: TestApp,
  cast: Cast,
  { tokens }: Person,
  asked: Parameters<typeof ask>[3] = {},
) {
  const answer = await ask(app, cast, tokens.accessToken, asked);
  assert.equal(answer.status, 200, answer.status === 200 ? "" : await answer.text());
  const stream = readLiveStream(answer.body!, () => app.live.look());
  const events = async () => {
    const all: { event: string; id: string | undefined; data: unknown }[] = [];
    // What is read of history comes after what the feed says; beats are comments
    for (let quiet = 0; quiet < 3; quiet++) {
      all.push(...(await stream.heard()).filter(({ id }) => id !== undefined));
    }
    return all;
  };
  return {
    events,
    async told() {
      const found = (await events()).filter(({ event }) => event === "message");
      return found.map(({ data }) => said(data as Entry));
    },
    ended: stream.ended,
    [Symbol.asyncDispose]: () => stream[Symbol.asyncDispose](),
  };
}

Deno.test("a token's stream sends each visible entry once", () =>
  withApp({}, async (app, cast) => {
    const { ada, esra, dina, teams, world: { services } } = cast;
    await cast.task(ada, { title: "From before" });
    await using heard = await follow(app, cast, esra);
    const [open] = await heard.events();
    assert.equal(open!.event, "open");
    const task = await cast.task(ada, { title: "Mend the gate" });
    await cast.task(dina, { title: "Hidden", teamId: teams.ppl });
    await cast.task(ada, { title: "A thought", draft: true });
    await perform(services, ada.member, createComment, { taskId: task.id, body: "Soon." });
    await perform(services, ada.member, createProject, { name: "Road" });
    assert.deepEqual(await heard.told(), [
      "task.created Mend the gate",
      "task.commented Mend the gate",
      "project.created Road",
    ]);
    const patch = { patch: { priority: "high" } };
    await perform(services, ada.member, updateTask, { taskId: task.id, ...patch });
    assert.deepEqual(await heard.told(), ["task.priority_changed Mend the gate"]);
  }));

Deno.test("after a lost connection, the stream continues without losing or repeating entries, also in an empty workspace", () =>
  withApp({}, async (app, cast) => {
    let [at, start]: (string | undefined)[] = [];
    {
      await using first = await follow(app, cast, cast.ada);
      at = start = (await first.events()).at(-1)!.id;
      assert.equal(at, "start");
    }
    for (let n = 0; n < 3; n++) await cast.task(cast.ada, { title: `While away ${n}` });
    {
      await using second = await follow(app, cast, cast.ada, { headers: { "last-event-id": at! } });
      const events = await second.events();
      assert.equal(events.length, 4);
      at = events[2]!.id;
    }
    const last = ["task.created While away 2"];
    await using third = await follow(app, cast, cast.ada, { query: `?after=${at}` });
    assert.deepEqual(await third.told(), last);
    // A client that connects again sends the address of its first request
    const again = { query: `?after=${start}`, headers: { "last-event-id": at! } };
    await using fourth = await follow(app, cast, cast.ada, again);
    assert.deepEqual(await fourth.told(), last);
    const listed = await call(app, `GET /workspaces/${cast.workspaceId}/activity?after=${at}`, {
      as: cast.ada,
    });
    assert.deepEqual(listed.body.activity.map(said), ["task.created While away 2"]);
  }));

Deno.test("the stream can be limited to teams, and an invalid team or entry is refused before it starts", () =>
  withApp({}, async (app, cast) => {
    const { ada, dina, teams } = cast;
    await using heard = await follow(app, cast, dina, { query: "?teamId=PPL" });
    await cast.task(ada, { title: "Elsewhere" });
    await cast.task(dina, { title: "Here", teamId: teams.ppl });
    assert.deepEqual(await heard.told(), ["task.created Here"]);
    for (const query of ["?teamId=NOPE", "?after=act_nope", "?teamId=PPL&since=1"]) {
      const refused = await ask(app, cast, dina.tokens.accessToken, { query });
      assert.equal(refused.status, 422, query);
      await refused.body?.cancel();
    }
    assert.equal(app.live.listening.size, 1);
  }));

Deno.test("the stream ends with its token, reports the reason, and sends no further entries", () =>
  withApp({}, async (app, cast) => {
    const { ada, esra } = cast;
    const made = await call(app, "POST /personal-access-tokens", {
      as: esra,
      body: { label: "Watch", scopes: ["tasks.read"] },
    });
    const { token, credential } = made.body;
    const answer = await ask(app, cast, token);
    const stream = readLiveStream(answer.body!, () => app.live.look());
    await stream.heard();
    const gone = await call(app, `DELETE /personal-access-tokens/${credential.id}`, { as: esra });
    assert.ok(gone.status < 300, gone.text);
    await cast.task(ada, { title: "Afterwards" });
    const events = [...await stream.heard(), ...await stream.heard(), ...await stream.heard()];
    assert.deepEqual(events.map(({ event }) => event), ["ended"]);
    assert.ok(stream.ended());
    assert.equal(app.live.listening.size, 0);
    assert.equal((await ask(app, cast, token)).status, 401);
  }));

Deno.test("all earlier entries are streamed page by page as they are read, and stop when the token expires", () =>
  withApp({}, async (app, cast) => {
    const { ada, esra, workspaceId, world: { database } } = cast;
    const task = await cast.task(ada, { title: "Mend the gate" });
    const many = 600;
    await database.write((tx) =>
      sql`insert into activity (id, workspace_id, subject_kind, subject_id, kind, actor_id, credential_id, interface, data,
          created_at)
        with recursive n (i) as (select 1 union all select i + 1 from n where i < ${many})
        select 'act_' || i, ${workspaceId}, 'task', ${task.id}, 'task.commented', ${ada.member.profile.id}, null, 'api',
          '{"to":{"id":"com_' || i || '"}}', '2026-03-12T10:00:00.000Z' from n`.execute(tx)
    );
    const pat = await call(app, "POST /personal-access-tokens", {
      as: esra,
      body: { label: "Watch", scopes: ["tasks.read"] },
    });
    const idsIn = (piece: string) =>
      [...piece.matchAll(/^id: (?!start)(.*)$/gm)].map(([, id]) => id);
    const pieces = async (token: string, between: () => Promise<unknown>) => {
      const { body } = await ask(app, cast, token, { query: "?after=start" });
      const limit = { signal: AbortSignal.timeout(30_000) };
      const reader = body!.pipeThrough(new TextDecoderStream(), limit).getReader();
      const all: string[] = [];
      while (all.flatMap(idsIn).length < many + 1) {
        const { value, done } = await reader.read();
        if (done) break;
        all.push(value);
        if (all.length === 1) await between();
      }
      await reader.cancel();
      return all;
    };
    const whole = await pieces(esra.tokens.accessToken, async () => {});
    const ids = whole.flatMap(idsIn);
    assert.equal(new Set(ids).size, many + 1);
    assert.equal(ids.length, many + 1);
    assert.ok(whole.every((piece) => idsIn(piece).length <= 250));
    const cut = await pieces(
      pat.body.token,
      () => call(app, `DELETE /personal-access-tokens/${pat.body.credential.id}`, { as: esra }),
    );
    // What was under way when it ended is one page at most
    assert.ok(cut.flatMap(idsIn).length <= 500);
    assert.match(cut.at(-1)!, /^event: ended$/m);
    assert.equal(app.live.listening.size, 0);
    assert.deepEqual(app.mistakes, []);
  }));

Deno.test("skipped entries aren't read again or sent later", () =>
  withApp({}, async (app, cast) => {
    const { ada, dina } = cast;
    await using heard = await follow(app, cast, dina, { query: "?teamId=PPL" });
    const task = await cast.task(ada, { title: "Elsewhere" });
    assert.deepEqual(await heard.told(), []);
    const moved = { taskId: task.id, patch: { teamId: "PPL" } };
    await perform(cast.world.services, ada.member, updateTask, moved);
    assert.deepEqual(await heard.told(), ["task.moved Elsewhere"]);
  }));
