import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { changesOnly } from "../support/snapshot.ts";

Deno.test("the response to creating a task has a location, which returns the same record", () =>
  withApp({}, async (app, { ada, workspaceId, teams }) => {
    const tasks = `/workspaces/${workspaceId}/tasks`;
    const body = { title: "Mend the gate 🧭", teamId: teams.eng, tags: ["Bug"] };
    const made = await call(app, `POST ${tasks}`, { as: ada, body });
    assert.equal(made.status, 201);
    const location = made.headers.get("location")!;
    assert.equal(location, `/api/v1${tasks}/${made.body.task.id}`);
    const read = await call(app, `GET ${location.slice("/api/v1".length)}`, { as: ada });
    assert.deepEqual(read.body, made.body);
    assert.equal(read.headers.get("etag"), made.headers.get("etag"));
  }));

Deno.test("an unchanged record is a 304, and a changed one isn't", () =>
  withApp({}, async (app, { ada, chidi, task, workspaceId }) => {
    await task(ada);
    const path = `/workspaces/${workspaceId}/tasks/ENG-1`;
    const first = await call(app, `GET ${path}`, { as: ada });
    const etag = first.headers.get("etag")!;
    const again = (headers: Record<string, string>) =>
      call(app, `GET ${path}`, { as: chidi, headers });
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const answer = await again({ "if-none-match": held });
      assert.deepEqual([answer.status, answer.headers.get("etag")], [304, etag], held);
    }
    await call(app, `PATCH ${path}`, { as: chidi, body: { title: "Paint the gate" } });
    const changed = await again({ "if-none-match": etag });
    assert.deepEqual([changed.status, changed.body.task.title], [200, "Paint the gate"]);
    assert.notEqual(changed.headers.get("etag"), etag);
  }));

Deno.test("a 304 doesn't reveal a hidden task", () =>
  withApp({}, async (app, { dina, chidi, task, teams, workspaceId }) => {
    await task(dina, { teamId: teams.ppl });
    for (const held of ["*", '"1.1"']) {
      const answer = await call(app, `GET /workspaces/${workspaceId}/tasks/PPL-1`, {
        as: chidi,
        headers: { "if-none-match": held },
      });
      assert.equal(answer.status, 404);
    }
  }));

Deno.test("with If-Match, the first of two writes succeeds and the second is refused", () =>
  withApp({}, async (app, { ada, chidi, task, workspaceId }) => {
    await task(ada);
    const path = `/workspaces/${workspaceId}/tasks/ENG-1`;
    const etag = (await call(app, `GET ${path}`, { as: ada })).headers.get("etag")!;
    const headers = { "if-match": etag };
    const [first, second] = await Promise.all([
      call(app, `PATCH ${path}`, { as: ada, body: { priority: "high" }, headers }),
      call(app, `PATCH ${path}`, { as: chidi, body: { priority: "low" }, headers }),
    ]);
    assert.deepEqual([first.status, second.status], [200, 412]);
    const any = await call(app, `PATCH ${path}`, {
      as: chidi,
      body: { priority: "low" },
      headers: { "if-match": "*" },
    });
    assert.equal(any.status, 200);
  }));

Deno.test("If-Match accepts a list of ETags, if one of them is current", () =>
  withApp({}, async (app, cast) => {
    const { ada, workspaceId } = cast;
    await cast.task(ada);
    const cases: [path: string, change: (n: number) => unknown][] = [
      [`/workspaces/${workspaceId}/tasks/ENG-1`, (n) => ({ title: `Mend gate ${n}` })],
      [`/workspaces/${workspaceId}/teams/ENG`, (n) => ({ name: `Engineering ${n}` })],
      [`/workspaces/${workspaceId}`, (n) => ({ name: `Acme ${n}` })],
    ];
    for (const [path, change] of cases) {
      const etag = async () =>
        (await call(app, `GET ${path}`, { as: ada })).headers.get("etag")!.replace(/^W\//, "");
      let n = 0;
      const send = async (match: string) => {
        const sent = { as: ada, body: change(n++), headers: { "if-match": match } };
        return (await call(app, `PATCH ${path}`, sent)).status;
      };
      const old = await etag();
      assert.equal(await send(`"x", ${old}`), 200);
      assert.equal(await send(`${await etag()},${old}, "x"`), 200);
      assert.equal(await send(`${old} , ${await etag()}`), 200);
      assert.equal(await send(`"x", ${old}`), 412);
      assert.equal(await send(`"x", "y"`), 412);
      assert.equal(await send(`${old}, W/${await etag()}`), 412);
      assert.equal(await send("*"), 200);
    }
  }));

Deno.test("an If-Match header with a weak, malformed, or unknown ETag is refused (RFC 9110)", () =>
  withApp({}, async (app, cast) => {
    const { id } = await cast.task(cast.ada);
    const path = `/workspaces/${cast.workspaceId}/tasks/${id}`;
    const etag = (await call(app, `GET ${path}`, { as: cast.ada })).headers.get("etag")!;
    const change = (match: string) =>
      call(app, `PATCH ${path}`, {
        as: cast.ada,
        body: { title: "Mine now" },
        headers: { "if-match": match },
      });
    await changesOnly(app.world.database, [], async () => {
      // 8.8.3.2: a weak tag matches nothing where the comparison is strong
      for (const match of [`W/${etag}`, etag.slice(1, -1), '"mine"', '""', ""]) {
        assert.equal((await change(match)).status, 412, match);
      }
    });
    assert.equal((await change(etag)).status, 200);
  }));

Deno.test("a person whose visibility changed doesn't get a 304", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, dina, workspaceId, teams } = cast;
    const parent = await cast.task(ada);
    await cast.task(ada, { teamId: teams.ppl, parentId: parent.id });
    const read = (etag?: string) =>
      call(app, `GET /workspaces/${workspaceId}/tasks/${parent.id}`, {
        as: chidi,
        ...(etag === undefined ? {} : { headers: { "if-none-match": etag } }),
      });
    const seat = `/workspaces/${workspaceId}/teams/${teams.ppl}/members/${chidi.member.profile.id}`;
    const outside = await read();
    assert.equal(outside.body.task.children.length, 0);
    await call(app, `PUT ${seat}`, { as: dina, body: { role: "member" } });
    const inside = await read(outside.headers.get("etag")!);
    assert.equal(inside.status, 200);
    assert.equal(inside.body.task.children.length, 1);
    await call(app, `DELETE ${seat}`, { as: dina });
    const again = await read(inside.headers.get("etag")!);
    assert.equal(again.status, 200);
    assert.equal(again.body.task.children.length, 0);
  }));

Deno.test("the next page of a list starts at the cursor", () =>
  withApp({}, async (app, { ada, task, workspaceId }) => {
    for (let n = 1; n <= 5; n++) await task(ada, { title: `Task ${n}` });
    const titles: string[] = [];
    let query = "?limit=2&sort=createdAt";
    for (let page = 0; page < 3; page++) {
      const { body } = await call(app, `GET /workspaces/${workspaceId}/tasks${query}`, { as: ada });
      titles.push(...body.tasks.map((one: { title: string }) => one.title));
      query = `?limit=2&sort=createdAt&cursor=${body.nextCursor}`;
      assert.equal(body.nextCursor === null, page === 2);
    }
    assert.deepEqual(titles.length, 5);
    assert.equal(new Set(titles).size, 5);
  }));

Deno.test("activity shows whether a change came over REST or from a command line", () =>
  withApp({}, async (app, { ada, task, workspaceId }) => {
    await task(ada);
    const path = `/workspaces/${workspaceId}/tasks/ENG-1`;
    const agents = ["curl/8", "backlog-cli/0.1.0", "backlog.sh/0.1.0", "not backlog-cli/0.1.0"];
    for (const [n, agent] of agents.entries()) {
      await call(app, `PATCH ${path}`, {
        as: ada,
        body: { title: `Title ${n}` },
        headers: { "user-agent": agent },
      });
    }
    const { body } = await call(app, `GET ${path}`, { as: ada });
    const interfaces = body.task.activity.slice(1).map((
      { interface: source }: { interface: string },
    ) => source);
    assert.deepEqual(interfaces, ["api", "cli", "cli", "api"]);
  }));

Deno.test("every member can find the IDs of teams, members, and labels by name", () =>
  withApp({}, async (app, { ada, esra, workspaceId, teams }) => {
    const names = async (what: string, as: typeof ada) => {
      const { body } = await call(app, `GET /workspaces/${workspaceId}/${what}`, { as });
      assert.equal(body.nextCursor, null);
      return body[what].map(({ name }: { name: string }) => name);
    };
    assert.deepEqual(await names("teams", ada), ["Engineering", "People"]);
    assert.deepEqual(await names("teams", esra), ["Engineering"]);
    assert.deepEqual(await names("labels", esra), ["Bug", "Feature", "Improvement"]);
    assert.equal((await names("members", esra)).length, 5);
    const { body } = await call(app, `GET /workspaces/${workspaceId}/teams`, { as: ada });
    assert.equal(body.teams[0].id, teams.eng);
  }));

Deno.test("the documented filter returns tasks without a label", () =>
  withApp({}, async (app, { ada, task, workspaceId }) => {
    await task(ada, { title: "Mend the gate", tags: ["Bug"] });
    await task(ada, { title: "Paint the fence" });
    const list = await call(app, `GET /workspaces/${workspaceId}/tasks?label=none`, { as: ada });
    assert.deepEqual(list.body.tasks.map(({ title }: { title: string }) => title), [
      "Paint the fence",
    ]);
    const described = await (await app.app.request("/openapi.json")).json();
    const { parameters } = described.paths["/workspaces/{workspaceId}/tasks"].get;
    const label = parameters.find(({ name }: { name: string }) => name === "label");
    assert.match(label.description, /`none` for tasks without a label/);
  }));

Deno.test("a task is archived and restored over REST", () =>
  withApp({}, async (app, { ada, esra, task, workspaceId }) => {
    await task(ada);
    const tasks = `/workspaces/${workspaceId}/tasks`;
    const etag = (await call(app, `GET ${tasks}/ENG-1`, { as: ada })).headers.get("etag")!;
    assert.equal((await call(app, `DELETE ${tasks}/ENG-1`, { as: esra })).status, 403);
    const headers = { "if-match": etag };
    const archived = await call(app, `DELETE ${tasks}/ENG-1`, { as: ada, headers });
    assert.ok(archived.body.task.archivedAt);
    assert.equal((await call(app, `DELETE ${tasks}/ENG-1`, { as: ada, headers })).status, 412);
    assert.deepEqual((await call(app, `GET ${tasks}`, { as: ada })).body.tasks, []);
    const shelf = `/workspaces/${workspaceId}/archived-tasks`;
    const shelved = await call(app, `GET ${shelf}`, { as: ada });
    assert.deepEqual(shelved.body.tasks.map((one: { reference: string }) => one.reference), [
      "ENG-1",
    ]);
    const patch = await call(app, `PATCH ${tasks}/ENG-1`, { as: ada, body: { title: "New" } });
    assert.deepEqual([patch.status, patch.body.code], [409, "task_archived"]);
    const restored = await call(app, `POST ${tasks}/ENG-1/restore`, { as: ada });
    assert.deepEqual([restored.status, restored.body.task.archivedAt], [200, null]);
  }));

Deno.test("a draft is listed among drafts and can be discarded", () =>
  withApp({}, async (app, { ada, task, workspaceId }) => {
    await task(ada, { draft: true });
    const drafts = `GET /workspaces/${workspaceId}/drafts`;
    assert.equal((await call(app, drafts, { as: ada })).body.tasks.length, 1);
    await call(app, `DELETE /workspaces/${workspaceId}/tasks/ENG-1`, { as: ada });
    assert.equal((await call(app, drafts, { as: ada })).body.tasks.length, 0);
  }));

Deno.test("people can follow and unfollow any visible task", () =>
  withApp({}, async (app, { ada, dina, frode, task, workspaceId }) => {
    await task(ada);
    const path = `/workspaces/${workspaceId}/tasks/ENG-1/follow`;
    const names = async (method: string) =>
      (await call(app, `${method} ${path}`, { as: dina })).body.task.followers
        .map((one: { username: string }) => one.username);
    assert.deepEqual(await names("PUT"), ["ada-lovelace", "dina"]);
    assert.deepEqual(await names("DELETE"), ["ada-lovelace"]);
    assert.equal((await call(app, `PUT ${path}`, { as: frode })).status, 404);
    assert.equal((await call(app, `PUT ${path}`)).status, 401);
  }));

Deno.test("many tasks can be changed in one request, which lists each refused task", () =>
  withApp({}, async (app, { ada, task, workspaceId }) => {
    await task(ada);
    await task(ada);
    const change = (taskIds: string[], patch: Record<string, unknown>) =>
      call(app, `PATCH /workspaces/${workspaceId}/tasks`, { as: ada, body: { taskIds, patch } });
    const changed = await change(["ENG-2", "ENG-1"], { status: "completed", addTags: ["Bug"] });
    assert.equal(changed.status, 200);
    assert.deepEqual(
      changed.body.tasks.map(({ reference, status, tags }: Record<string, unknown>) => [
        reference,
        status,
        tags,
      ]),
      [["ENG-2", "completed", ["Bug"]], ["ENG-1", "completed", ["Bug"]]],
    );
    const refused = await change(["ENG-1", "ENG-9"], { status: "planned" });
    assert.deepEqual([refused.status, refused.body.errors, refused.body.detail], [
      404,
      [{ path: ["taskIds", 1], message: "Task ENG-9 not found." }],
      "No tasks were changed. ENG-9: Task ENG-9 not found.",
    ]);
    const tooMany = await change(Array(251).fill("ENG-1"), { status: "planned" });
    assert.deepEqual([tooMany.status, tooMany.body.errors[0].path], [422, ["taskIds"]]);
  }));

Deno.test("a change can be undone by its activity entry's ID", () =>
  withApp({}, async (app, { ada, chidi, task, workspaceId }) => {
    await task(ada);
    await task(ada);
    const workspace = `/workspaces/${workspaceId}`;
    const patch = { priority: "high" };
    const body = { taskIds: ["ENG-1", "ENG-2"], patch };
    await call(app, `PATCH ${workspace}/tasks`, { as: ada, body });
    const { activity } = (await call(app, `GET ${workspace}/tasks/ENG-1`, { as: ada })).body.task;
    await call(app, `PATCH ${workspace}/tasks/ENG-2`, { as: chidi, body: { priority: "low" } });
    const path = `${workspace}/activity/${activity.at(-1).id}/undo`;
    const undone = await call(app, `POST ${path}`, { as: ada });
    assert.equal(undone.status, 200);
    const { tasks, left } = undone.body;
    assert.deepEqual([tasks.length, tasks[0].reference, tasks[0].priority], [1, "ENG-1", "none"]);
    assert.deepEqual(left.map(({ message }: { message: string }) => message), [
      "Someone has since changed the priority.",
    ]);
    assert.equal((await call(app, `POST ${path}`, { as: chidi })).status, 403);
    assert.equal((await call(app, `POST ${path}`, { as: ada, body: { force: true } })).status, 422);
  }));
