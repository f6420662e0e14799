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

/** A template's values before a change. */
const filled = { title: "Oil it", description: "With care", status: "planned", priority: "high" };

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
  const taskTemplate = await create("task-templates", "taskTemplate", {
    name: "Care",
    ...filled,
    assigneeId: chidi,
    teamId: eng,
    tags: [label.id],
  });
  const projectTemplate = await create("project-templates", "projectTemplate", {
    name: "House",
    description: "Build one",
    defaults: {
      summary: "Dry",
      leadId: chidi,
      memberIds: [chidi],
      teamIds: [eng],
      labels: [projectLabel.id],
      priority: "high",
      status: "active",
      milestones: [{ name: "Roof", description: "Slate" }, { name: "Doors" }],
    },
  });
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
    {
      read: [`/task-templates/${taskTemplate.id}`, "taskTemplate"],
      ...on("task-templates", taskTemplate.id),
      form: emptied("name", ...Object.keys(filled), "assigneeId", "teamId"),
    },
    {
      read: [`/project-templates/${projectTemplate.id}`, "projectTemplate"],
      ...on("project-templates", projectTemplate.id),
      form: emptied("name", "purpose", "summary", "leadId", "priority", "status", "milestones"),
    },
  ];
}

/** Returns a form with a name and without other values. */
const emptied = (...fields: string[]): Record<string, string> => ({
  ...Object.fromEntries(fields.map((field) => [field, ""])),
  name: "Other",
});

/** Creates the records, and returns the buttons and menus of settings pages that change each. */
async function actsOf(app: TestApp, cast: Cast): Promise<Change[]> {
  const create = async (path: string, field: string, body: object): Promise<Stored> =>
    (await asked(app, cast, `POST /${path}`, body))[field];
  const chidi = cast.chidi.member.profile.id;
  const workflow = await create("workflows", "workflow", { name: "Review" });
  const [first, second] = workflow.states as { id: string; status: string }[];
  const team = await create("teams", "team", { name: "Roofs", key: "ROF" });
  await asked(app, cast, `PUT /teams/${team.id}/members/${chidi}`, { role: "commentator" });
  await asked(app, cast, "POST /tasks", { title: "Lay the slate", teamId: team.id });
  const scopes = ["tasks.read"];
  const automation = await create("automations", "automation", { name: "Mason", scopes });
  const agent = await create("agents", "agent", { automationId: automation.id, name: "Scout" });
  const act = (
    read: Change["read"],
    page: string,
    below: string,
    form: string | Record<string, string>,
  ): Change => ({
    read,
    page: `${settings}/${page}`,
    at: `${settings}/${page}${below}`,
    form: typeof form === "string" ? { act: form } : form,
  });
  const ofTeam = [`/teams/${team.id}`, "team"] as [string, string];
  const ofWorkflow = [`/workflows/${workflow.id}`, "workflow"] as [string, string];
  const state = `/${workflow.id}/states/${second!.id}`;
  const plain = [
    ["task-labels", "labels", "label"],
    ["project-labels", "project-labels", "projectLabel"],
    ["task-templates", "task-templates", "taskTemplate"],
    ["project-templates", "project-templates", "projectTemplate"],
    ["workflows", "workflows", "workflow"],
  ] as const;
  const archives = plain.map(async ([page, path, field]) => {
    const { id } = await create(path, field, { name: "Short-lived" });
    return act([`/${path}/${id}`, field], page, `/${id}`, "archive");
  });
  return [
    act([`/members/${chidi}`, "member"], "members", `/${chidi}`, "suspend"),
    act(
      [`/automations/${automation.id}`, "automation"],
      "automation",
      `/${automation.id}`,
      "suspend",
    ),
    act([`/agents/${agent.id}`, "agent"], "automation", `/agents/${agent.id}`, "suspend"),
    act(ofTeam, "teams", `/ROF/members/${chidi}`, { role: "lead" }),
    act(ofTeam, "teams", `/ROF/members/${chidi}`, "remove"),
    act(ofTeam, "teams", "/ROF/members", { profileId: cast.dina.member.profile.id }),
    act(ofTeam, "workflows", `/${workflow.id}/teams`, { teamId: team.id }),
    act(ofTeam, "teams", "/ROF", { act: "archive", force: "on" }),
    act(ofWorkflow, "workflows", `/${workflow.id}`, "default"),
    act(ofWorkflow, "workflows", state, { name: "Other", position: "0", from: "1" }),
    act(ofWorkflow, "workflows", `${state}/place`, { position: "0" }),
    act(ofWorkflow, "workflows", `/${workflow.id}/states`, {
      name: "Other",
      status: first!.status,
    }),
    ...await Promise.all(archives),
  ];
}

const undoForm =
  /<form method="post" action="([^"]+)"[^>]*>((?:<input[^>]*>)*)<button[^>]* name="(\w*)" value="(\w+)"[^>]*data-undo/;

/** Returns the request of a message's Undo, or null if the message has none. */
function undoIn(html: string): [action: string, form: Record<string, string>] | null {
  const [, action, inputs = "", name, value = ""] = undoForm.exec(html) ?? [];
  if (action === undefined) return null;
  const along = [...inputs.matchAll(/name="(\w+)" value="([^"]*)"/g)]
    .map(([, name, value]) => [name!, value!.replaceAll("&quot;", '"')] as const);
  return [action, { ...Object.fromEntries(along), ...(name && { [name]: value }) }];
}

for (
  const [name, listed] of [
    ["the Undo of a change in the settings restores the record", changesOf],
    [
      "the Undo of an action in the settings restores the record, and its own Undo repeats it",
      actsOf,
    ],
  ] as const
) {
  Deno.test(name, () =>
    withApp({}, async (app, cast) => {
      const browser = await visit(app, cast.ada.email);
      for (const { read: [path, field], page, at, form } of await listed(app, cast)) {
        const read = async (): Promise<Stored> => (await asked(app, cast, `GET ${path}`))[field];
        const lasting = async () => {
          const { version: _version, updatedAt: _updatedAt, ...rest } = await read();
          return rest;
        };
        const before = await lasting();
        const sent = { ...form, version: String((await read()).version) };
        let { html } = await browser.part("POST", at, page, sent);
        const after = await lasting();
        const row = `${at} ${JSON.stringify(form)}`;
        assert.notDeepEqual(after, before, row);
        const first = undoIn(html);
        assert.ok(first, `${row}: ${html.slice(0, 2_000)}`);
        // Some messages of an Undo have an Undo, too
        for (
          let [undo, n]: [typeof first | null, number] = [first, 0];
          undo && n < 3;
          undo = undoIn(html), n++
        ) {
          ({ html } = await browser.part("POST", undo[0], page, undo[1]));
          assert.deepEqual(await lasting(), n % 2 === 0 ? before : after, row);
        }
      }
    }));
}
