import assert from "node:assert/strict";
import { type Answer, call, type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import {
  changeAgent,
  changeAutomation,
  install,
  type Installed,
  makeAgent,
} from "../support/credentials.ts";

/** An automation with an agent in Acme, and how Ada asks there. */
async function agency(app: TestApp, cast: Cast) {
  const installed = await install(app, cast);
  const agent = await makeAgent(app, cast, installed);
  const ask = (request: string, body?: unknown): Promise<Answer> => {
    const [method, path] = request.split(" ");
    const under = `/workspaces/${cast.workspaceId}${path}`;
    return call(app, `${method} ${under}`, { as: cast.ada, body });
  };
  return { installed, agent, ask };
}

const newTask = ({ teams }: Cast, body: object) => ({
  title: "Mend the gate",
  teamId: teams.eng,
  ...body,
});

/** Holds that an answer refuses one field because of a suspension, and says whose. */
function refusesSuspended({ status, body }: Answer, code: string, field: string): void {
  assert.deepEqual([status, body.code], [422, code]);
  const [{ path, message }] = body.errors;
  assert.equal(path.join("."), field);
  assert.match(message, /^Scribe is suspended/);
}

Deno.test("no interface assigns work to a suspended agent", () =>
  withApp({}, async (app, cast) => {
    const { agent, ask } = await agency(app, cast);
    const id = agent.profileId;
    await ask("POST /tasks", newTask(cast, {}));
    await ask("POST /projects", { name: "Gatehouse", key: "GATE" });
    await changeAgent(app, cast, agent, { suspended: true });
    const lead = { leadId: id };
    const members = { memberIds: [cast.ada.member.profile.id, id] };
    const tries: [string, unknown, string, string][] = [
      ["POST /tasks", newTask(cast, { assigneeId: id }), "assignee_suspended", "assigneeId"],
      ["PATCH /tasks/ENG-1", { assigneeId: id }, "assignee_suspended", "assigneeId"],
      [
        "POST /task-templates",
        { name: "Repair", assigneeId: id },
        "assignee_suspended",
        "assigneeId",
      ],
      [
        "POST /task-templates",
        { name: "Repair", teamId: "ENG", assigneeId: id },
        "assignee_suspended",
        "assigneeId",
      ],
      ["POST /projects", { name: "Bridge", ...lead }, "profile_suspended", "leadId"],
      ["POST /projects", { name: "Bridge", ...members }, "profile_suspended", "memberIds.1"],
      ["PATCH /projects/GATE", lead, "profile_suspended", "leadId"],
      ["PATCH /projects/GATE", members, "profile_suspended", "memberIds.1"],
      [
        "POST /project-templates",
        { name: "Small works", defaults: lead },
        "profile_suspended",
        "defaults.leadId",
      ],
    ];
    for (const [request, body, code, field] of tries) {
      refusesSuspended(await ask(request, body), code, field);
    }
  }));

Deno.test("a suspended agent keeps its records, which stay visible and can be saved unchanged", () =>
  withApp({}, async (app, cast) => {
    const { agent, ask } = await agency(app, cast);
    const id = agent.profileId;
    await ask("POST /tasks", newTask(cast, { assigneeId: id }));
    await ask("POST /projects", {
      name: "Gatehouse",
      key: "GATE",
      leadId: id,
      memberIds: [id],
    });
    const made = await ask("POST /task-templates", { name: "Repair", assigneeId: id });
    const template = made.body.taskTemplate;
    const works = { name: "Small works", defaults: { leadId: id, memberIds: [id] } };
    const projectTemplate = (await ask("POST /project-templates", works)).body.projectTemplate;
    await changeAgent(app, cast, agent, { suspended: true });
    const task = await ask("PATCH /tasks/ENG-1", { assigneeId: id, title: "Oil the gate" });
    assert.deepEqual([task.status, task.body.task?.assignee.name], [200, "Scribe"]);
    const memberIds = [cast.ada.member.profile.id, id];
    const project = await ask("PATCH /projects/GATE", { leadId: id, memberIds });
    assert.equal(project.status, 200, project.text);
    const patched = await ask(`PATCH /task-templates/${template.id}`, {
      assigneeId: id,
      title: "Oil it",
    });
    assert.equal(patched.status, 200, patched.text);
    const again = await ask(`PATCH /project-templates/${projectTemplate.id}`, works);
    assert.equal(again.status, 200, again.text);
    await ask("PATCH /tasks/ENG-1", { assigneeId: null });
    refusesSuspended(
      await ask("PATCH /tasks/ENG-1", { assigneeId: id }),
      "assignee_suspended",
      "assigneeId",
    );
  }));

Deno.test("a template with a suspended agent still works, without the agent", () =>
  withApp({}, async (app, cast) => {
    const { agent, ask } = await agency(app, cast);
    const id = agent.profileId;
    const made = await ask("POST /task-templates", { name: "Repair", assigneeId: id });
    const templateId = made.body.taskTemplate.id;
    const works = { name: "Small works", defaults: { leadId: id, memberIds: [id] } };
    const projectTemplate = (await ask("POST /project-templates", works)).body.projectTemplate;
    const before = await ask("POST /tasks", newTask(cast, { templateId }));
    assert.equal(before.body.task.assigneeId, id);
    await changeAgent(app, cast, agent, { suspended: true });
    const task = await ask("POST /tasks", newTask(cast, { templateId }));
    assert.deepEqual([task.status, task.body.task.assigneeId], [201, null]);
    const fromTemplate = { name: "Footbridge", templateId: projectTemplate.id };
    const project = await ask("POST /projects", fromTemplate);
    assert.deepEqual([project.status, project.body.project.leadId], [201, null]);
    assert.deepEqual(project.body.project.memberIds, []);
  }));

Deno.test("suspending an automation suspends its agents and its profile until it is unsuspended", () =>
  withApp({}, async (app, cast) => {
    const { installed, agent, ask } = await agency(app, cast);
    const assign = async () => {
      const task = newTask(cast, { assigneeId: agent.profileId });
      return (await ask("POST /tasks", task)).status;
    };
    const ids = [agent.profileId, installed.automation.profileId];
    const suspended = async () => {
      const read = ids.map((id) => ask(`GET /members/${id}`));
      return (await Promise.all(read)).map(({ body }) => body.member.suspended);
    };
    assert.equal(await assign(), 201);
    await changeAutomation(app, cast, installed, { suspended: true });
    assert.equal(await assign(), 422);
    assert.deepEqual(await suspended(), [true, true]);
    await changeAutomation(app, cast, installed, { suspended: false });
    assert.equal(await assign(), 201);
    assert.deepEqual(await suspended(), [false, false]);
  }));

Deno.test("the record of a suspended member says so, with a new ETag", () =>
  withApp({}, async (app, cast) => {
    const { installed, agent, ask } = await agency(app, cast);
    const read = () => ask(`GET /members/${agent.profileId}`);
    const suspend: [(on: boolean) => Promise<Answer>, Installed | null][] = [
      [(suspended) => changeAgent(app, cast, agent, { suspended }), null],
      [(suspended) => changeAutomation(app, cast, installed, { suspended }), installed],
    ];
    for (const [set] of suspend) {
      const before = await read();
      assert.equal(before.body.member.suspended, false);
      await set(true);
      const after = await read();
      assert.equal(after.body.member.suspended, true);
      assert.notEqual(after.headers.get("etag"), before.headers.get("etag"));
      await set(false);
    }
  }));
