import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";

/** A place, and the day that half past eleven in the evening of Christmas Eve in UTC is there. */
const places = [
  ["Pacific/Honolulu", "2026-12-24"],
  ["America/New_York", "2026-12-24"],
  ["UTC", "2026-12-24"],
  ["Asia/Kathmandu", "2026-12-25"],
  ["Pacific/Kiritimati", "2026-12-25"],
] as const;
const evening = "2026-12-24T23:30:00Z";

/** What asks as Ada, in her workspace. */
function client(app: TestApp, { workspaceId, ada }: Cast) {
  return (request: string, body?: unknown) => {
    const [method, path] = request.split(" ");
    return call(app, `${method} /workspaces/${workspaceId}${path}`, { as: ada, body });
  };
}

/** A project with a milestone, and what it says of its days. */
async function planned(ask: ReturnType<typeof client>) {
  const { body } = await ask("POST /projects", { name: "Website", key: "WEB" });
  const path = `/projects/${body.project.id}`;
  const made = await ask(`POST ${path}/milestones`, { name: "Beta" });
  return {
    path,
    milestonePath: `${path}/milestones/${made.body.milestone.id}`,
    async days() {
      const { project } = (await ask(`GET ${path}`)).body;
      const listed = (await ask("GET /projects")).body.projects[0];
      assert.deepEqual(
        [listed.startDate, listed.targetDate],
        [project.startDate, project.targetDate],
      );
      return [project.startDate, project.targetDate, project.milestones[0].targetDate];
    },
  };
}

Deno.test("every interface converts a time for a day field to its day in the workspace's time zone", () =>
  withApp({}, async (app, cast) => {
    const ask = client(app, cast);
    const { path, milestonePath, days } = await planned(ask);
    for (const [timeZone, day] of places) {
      assert.equal((await ask("PATCH ", { timeZone })).status, 200);
      const body = { title: timeZone, teamId: "ENG", deadlineAt: evening };
      const { task } = (await ask("POST /tasks", body)).body;
      assert.equal(task.deadlineAt, day, timeZone);
      await ask(`PATCH /tasks/${task.id}`, { deadlineAt: "2028-02-29" });
      const patched = await ask(`PATCH /tasks/${task.id}`, {
        deadlineAt: "2026-12-25T05:15+05:45",
      });
      assert.equal(patched.status, 422, "a time without seconds");
      const later = await ask(`PATCH /tasks/${task.id}`, {
        deadlineAt: "2026-12-25T05:15:00+05:45",
      });
      assert.equal(later.body.task.deadlineAt, day, timeZone);
      await ask(`PATCH ${path}`, { startDate: evening, targetDate: evening });
      await ask(`PATCH ${milestonePath}`, { targetDate: evening });
      assert.deepEqual(await days(), [day, day, day], timeZone);
      const beta = { name: timeZone, targetDate: evening };
      const { milestone } = (await ask(`POST ${path}/milestones`, beta)).body;
      assert.equal(milestone.targetDate, day, timeZone);
      const made = await ask("POST /projects", { name: "Other", startDate: evening });
      assert.equal(made.body.project.startDate, day, timeZone);
      await ask(`DELETE /projects/${made.body.project.id}`);
    }
  }));

Deno.test("changing a workspace's time zone changes no day in lists, activity, or views", () =>
  withApp({}, async (app, cast) => {
    const ask = client(app, cast);
    const { path, milestonePath, days } = await planned(ask);
    const day = "2028-02-29";
    await ask("PATCH ", { timeZone: "Pacific/Kiritimati" });
    const made = await ask("POST /tasks", { title: "Pay", teamId: "ENG", deadlineAt: day });
    const { id } = made.body.task;
    await ask(`PATCH /tasks/${id}`, { deadlineAt: null });
    await ask(`PATCH /tasks/${id}`, { deadlineAt: day });
    await ask(`PATCH ${path}`, { startDate: day, targetDate: day });
    await ask(`PATCH ${milestonePath}`, { targetDate: day });
    const view = await ask("POST /views", {
      name: "Due",
      filters: { deadlineAfter: day, deadlineBefore: "2028-03-01T01:00:00+14:00" },
    });
    assert.deepEqual(view.body.view.filters, {
      deadlineAfter: day,
      deadlineBefore: "2028-03-01",
    });
    for (const [timeZone] of places) {
      assert.equal((await ask("PATCH ", { timeZone })).status, 200);
      const read = (await ask(`GET /tasks/${id}`)).body.task;
      const shown = read.activity.filter(({ kind }: { kind: string }) =>
        kind === "task.deadline_changed"
      );
      assert.equal(read.deadlineAt, day, timeZone);
      assert.deepEqual(
        shown.map(({ data }: { data: unknown }) => data),
        [{ from: day, to: null }, { from: null, to: day }],
      );
      assert.deepEqual(await days(), [day, day, day], timeZone);
      const found = async (query: string) => (await ask(`GET /${query}`)).body.tasks.length;
      assert.deepEqual(
        [
          await found(`tasks?deadlineAfter=${day}&deadlineBefore=2028-03-01`),
          await found(`tasks?deadlineAfter=2028-03-01`),
          await found(`tasks?deadlineBefore=${day}`),
          await found(`views/${view.body.view.id}/tasks`),
        ],
        [1, 0, 0, 1],
        timeZone,
      );
    }
  }));

Deno.test("filters by deadline convert a time to its day in the workspace's time zone", () =>
  withApp({}, async (app, cast) => {
    const ask = client(app, cast);
    for (const deadlineAt of ["2026-12-24", "2026-12-25"]) {
      await ask("POST /tasks", { title: deadlineAt, teamId: "ENG", deadlineAt });
    }
    for (const [timeZone, day] of places) {
      await ask("PATCH ", { timeZone });
      const titles = async (query: string) =>
        (await ask(`GET /tasks?sort=deadlineAt&${query}`)).body.tasks
          .map(({ title }: { title: string }) => title);
      const early = day === "2026-12-24";
      assert.deepEqual(
        await titles(`deadlineAfter=${evening}`),
        early ? ["2026-12-24", "2026-12-25"] : ["2026-12-25"],
        timeZone,
      );
      assert.deepEqual(
        await titles(`deadlineBefore=${evening}`),
        early ? [] : ["2026-12-24"],
        timeZone,
      );
    }
  }));

Deno.test("an invalid day or time is a 422 that names the field and the format", () =>
  withApp({}, async (app, cast) => {
    const ask = client(app, cast);
    const { path, milestonePath } = await planned(ask);
    const { id } = await cast.task(cast.ada);
    const form = "Use a date such as 2026-12-03 or a time such as 2026-12-03T17:00:00Z.";
    const fromToday =
      "Use a date such as 2026-12-03, a time such as 2026-12-03T17:00:00Z, today, or days from today such as 7d or -7d.";
    const year = "Use a year from 1970 to 9999.";
    const wrong: [value: string, message: string][] = [
      ["tomorrow", form],
      ["2026-02-29", "Use a day that exists. 2026-02-29 isn't in the calendar."],
      ["2026-02-30T10:00:00Z", "Use a day that exists. 2026-02-30 isn't in the calendar."],
      ["2026-12-03T17:00:00", form],
      ["2016-12-31T23:59:60Z", form],
      ["2026-12-03T24:00:00Z", form],
      ["2026-12-03T17:00:00.1234567890Z", form],
      ["+012026-01-01", form],
      ["1969-12-31", year],
      ["0000-01-01T00:00:00Z", year],
      ["9999-12-31T23:59:59-12:00", year],
    ];
    const sentenceOf = (request: string, field: string) =>
      request !== "GET /tasks"
        ? form
        : field === "deadlineAt"
        ? fromToday.replace(/\.$/, ", or none.")
        : fromToday;
    const places: [request: string, field: string, body?: object][] = [
      ["POST /tasks", "deadlineAt", { title: "Pay", teamId: "ENG" }],
      [`PATCH /tasks/${id}`, "deadlineAt", {}],
      ["POST /projects", "startDate", { name: "Other" }],
      ["POST /projects", "targetDate", { name: "Other" }],
      [`PATCH ${path}`, "startDate", {}],
      [`PATCH ${path}`, "targetDate", {}],
      [`POST ${path}/milestones`, "targetDate", { name: "Gamma" }],
      [`PATCH ${milestonePath}`, "targetDate", {}],
      ["GET /tasks", "deadlineAt"],
      ["GET /tasks", "deadlineAfter"],
      ["GET /tasks", "deadlineBefore"],
      ["GET /tasks", "createdAfter"],
      ["GET /tasks", "createdBefore"],
      ["GET /tasks", "updatedSince"],
      ["GET /tasks", "updatedBefore"],
      ["GET /tasks", "completedAfter"],
      ["GET /tasks", "completedBefore"],
      ["GET /tasks", "closedSince"],
      ["GET /projects", "updatedSince"],
    ];
    for (const [request, field, body] of places) {
      for (const [value, said] of wrong) {
        const message = said === form ? sentenceOf(request, field) : said;
        const query = `?${field}=${encodeURIComponent(value)}`;
        const refused = body
          ? await ask(request, { ...body, [field]: value })
          : await ask(request + query);
        const answer = [refused.status, refused.body.errors?.[0]];
        assert.deepEqual(answer, [422, { path: [field], message }], `${request} ${field} ${value}`);
      }
    }
    const after = (await ask(`GET /tasks/${id}`)).body.task;
    assert.deepEqual([after.deadlineAt, after.version], [null, 1]);
  }));

Deno.test("the API description distinguishes fields with days from fields with times", () =>
  withApp({}, async (app) => {
    const description = await (await app.app.request("/openapi.json")).json();
    const { schemas } = description.components;
    const { deadlineAt, createdAt } = schemas.Task.properties;
    assert.match(JSON.stringify(deadlineAt), /"format":"date"/);
    assert.match(JSON.stringify(createdAt), /"format":"date-time"/);
    for (const field of [schemas.Milestone.properties.targetDate]) {
      assert.match(JSON.stringify(field), /"format":"date"/);
    }
  }));
