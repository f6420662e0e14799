import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Cast } from "../support/cast.ts";
import { visit } from "../support/visitor.ts";

/** A record of the workspace, as the API returns it. */
type Stored = Record<string, unknown> & { id: string; version: number };

/** A change on a page of the settings. */
interface Change {
  /** The record's path and field in the API. */
  read: [path: string, field: string];
  /** The page with the form, and the form's address. */
  page: string;
  at: string;
  /** The form's other values. */
  form: Record<string, string>;
}

const settings = "/workspace/settings";

/** Sends a request below the workspace as Ada, and returns the response's body. */
async function asked(app: TestApp, cast: Cast, request: string, body?: object) {
  const [method, path] = request.split(" ");
  const at = `/workspaces/${cast.workspaceId}${path}`;
  const answer = await call(app, `${method} ${at}`, { as: cast.ada, ...(body && { body }) });
  assert.ok(answer.status < 300, `${request}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Creates the records, and returns a change of each. */
async function changesOf(app: TestApp, cast: Cast): Promise<Change[]> {
  const create = async (path: string, field: string, body: object): Promise<Stored> =>
    (await asked(app, cast, `POST /${path}`, body))[field];
  const { eng } = cast.teams;
  const chidi = cast.chidi.member.profile.id;
  const team = await create("teams", "team", {
    name: "Roofs",
    key: "ROF",
    description: "Slate",
    expertiseArea: "Slating",
    private: true,
  });
  const colored = { name: "Rust", color: "red", description: "Iron" };
  const label = await create("labels", "label", colored);
  const projectLabel = await create("project-labels", "projectLabel", colored);
  const workflow = await create("workflows", "workflow", { name: "Review" });
  const scopes = ["tasks.read", "tasks.write"];
  const automation = await create("automations", "automation", {
    name: "Glazier",
    description: "Mends windows",
    teamIds: [eng],
    scopes,
  });
  const wide = await create("automations", "automation", { name: "Mason", scopes });
  const agent = await create("agents", "agent", {
    automationId: wide.id,
    name: "Scout",
    role: "member",
    teamIds: [eng],
  });
  const page = (name: string) => `${settings}/${name}`;
  const on = (name: string, id: string) => ({ page: page(name), at: `${page(name)}/${id}` });
  const other = { name: "Other", color: "blue", description: "" };
  const narrower = { name: "Other", description: "", reach: "chosen", scopes: "tasks.read" };
  return [
    {
      read: ["", "workspace"],
      page: page("workspace"),
      at: page("workspace"),
      form: { name: "Quay", timeZone: "Asia/Tokyo" },
    },
    {
      read: [`/members/${cast.ada.member.profile.id}`, "member"],
      page: page("profile"),
      at: page("profile"),
      form: { name: "Other", username: "other", title: "Mason", bio: "Builds", color: "green" },
    },
    {
      read: [`/members/${chidi}`, "member"],
      ...on("members", chidi),
      form: { role: "admin" },
    },
    {
      read: [`/teams/${team.id}`, "team"],
      ...on("teams", "ROF"),
      form: {
        ...{ name: "Other", key: "ROF", description: "", expertiseArea: "" },
        workflowId: workflow.id,
      },
    },
    { read: [`/labels/${label.id}`, "label"], ...on("task-labels", label.id), form: other },
    {
      read: [`/project-labels/${projectLabel.id}`, "projectLabel"],
      ...on("project-labels", projectLabel.id),
      form: other,
    },
    {
      read: [`/workflows/${workflow.id}`, "workflow"],
      ...on("workflows", workflow.id),
      form: { name: "Other" },
    },
    {
      read: [`/automations/${automation.id}`, "automation"],
      ...on("automation", automation.id),
      form: { ...narrower, reach: "public" },
    },
    {
      read: [`/automations/${wide.id}`, "automation"],
      ...on("automation", wide.id),
      form: { ...narrower, teamIds: eng },
    },
    {
      read: [`/agents/${agent.id}`, "agent"],
      page: page("automation"),
      at: `${page("automation")}/agents/${agent.id}`,
      form: { name: "Other", role: "commentator" },
    },
  ];
}

const undoForm =
  /<form method="post" action="([^"]+)"[^>]*>((?:<input[^>]*>)*)<button[^>]* name="(\w+)" value="(\w+)"[^>]*data-undo/;

Deno.test("the Undo of a change in the settings restores the record", () =>
  withApp({}, async (app, cast) => {
    const changes = await changesOf(app, cast);
    const browser = await visit(app, cast.ada.email);
    for (const { read: [path, field], page, at, form } of changes) {
      const read = async (): Promise<Stored> => (await asked(app, cast, `GET ${path}`))[field];
      const lasting = async () => {
        const { version: _version, updatedAt: _updatedAt, ...rest } = await read();
        return rest;
      };
      const before = await lasting();
      const version = String((await read()).version);
      const { html } = await browser.part("POST", at, page, { ...form, version });
      assert.notDeepEqual(await lasting(), before, at);
      const [, action, inputs = "", name, value] = undoForm.exec(html) ?? [];
      assert.ok(action && name && value, `${at}: ${html.slice(0, 2_000)}`);
      const along = [...inputs.matchAll(/name="(\w+)" value="([^"]*)"/g)]
        .map(([, name, value]) => [name!, value!] as const);
      await browser.part("POST", action, page, { ...Object.fromEntries(along), [name]: value });
      assert.deepEqual(await lasting(), before, at);
    }
  }));
