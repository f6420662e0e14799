import assert from "node:assert/strict";
import openapiTS, { astToString } from "../../packages/openapi_typescript.ts";
import { createClient } from "../../packages/hey_api.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { startServer, type TestServer } from "../../support/server.ts";

/** A developer's program that uses types generated from the API description, and a public client for them. */
const typedWalk = `
import createClient from "npm:openapi-fetch@0.17.0";
import type { paths } from "./api.d.ts";

const [origin, email, code] = Deno.args as [string, string, string];
const client = createClient<paths>({ baseUrl: origin + "/api/v1" });

/** Returns a response's data, and fails if it is an error. */
function good<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

const pair = good(await client.POST("/auth/verify-otp", {
  body: { email, code, purpose: "signup", name: "Ada Lovelace", label: "Client" },
}));
client.use({
  onRequest({ request }) {
    request.headers.set("authorization", "Bearer " + pair.accessToken);
  },
});
const { workspace, team } = good(await client.POST("/workspaces", {
  body: { name: "Acme", teamName: "Engineering", teamKey: "ENG" },
}));
const inside = { path: { workspaceId: workspace.id } };
const made = good(await client.POST("/workspaces/{workspaceId}/tasks", {
  params: inside,
  body: { title: "Mend the gate", teamId: team.id, priority: "high" },
}));
const { tasks } = good(await client.GET("/workspaces/{workspaceId}/tasks", {
  params: { ...inside, query: { priority: ["high"] } },
}));
const one = { path: { workspaceId: workspace.id, taskId: made.task.id } };
await client.PATCH("/workspaces/{workspaceId}/tasks/{taskId}", {
  params: one,
  body: { status: "progressed" },
}).then(good);
const shown = good(await client.GET("/workspaces/{workspaceId}/tasks/{taskId}", { params: one }));
const wrong = await client.POST("/workspaces/{workspaceId}/tasks", {
  params: inside,
  // @ts-expect-error the type of a priority excludes this value
  body: { title: "Paint it", teamId: team.id, priority: "huge" },
});
console.log(JSON.stringify({
  references: tasks.map((task) => task.reference),
  status: shown.task.status,
  kinds: shown.task.activity.map((entry) => entry.kind),
  refused: wrong.error?.code,
}));
`;

/** A developer's program that uses a generated client with a function for each operation. */
const sdkWalk = `
import { client } from "./sdk/client.gen.ts";
import { authVerify, tasksCreate, tasksFind, tasksList, tasksUpdate, workspacesCreate } from "./sdk/sdk.gen.ts";

const [origin, email, code] = Deno.args as [string, string, string];
client.setConfig({ baseUrl: origin + "/api/v1" });
const throwOnError = true;
const { data: pair } = await authVerify({
  body: { email, code, purpose: "signup", name: "Bao Tran", label: "Client" },
  throwOnError,
});
client.setConfig({ auth: pair.accessToken });
const { data: { workspace, team } } = await workspacesCreate({
  body: { name: "Brook", teamName: "Engineering", teamKey: "ENG" },
  throwOnError,
});
const inside = { workspaceId: workspace.id };
const made = await tasksCreate({
  path: inside,
  body: { title: "Mend the gate", teamId: team.id, priority: "high" },
  throwOnError,
});
const one = { ...inside, taskId: made.data.task.id };
const etag = (await tasksFind({ path: one, throwOnError })).response.headers.get("etag")!;
const headers = { "If-Match": etag };
const body = { status: "progressed" } as const;
const changed = await tasksUpdate({ path: one, headers, body, throwOnError });
const late = await tasksUpdate({ path: one, headers, body: { status: "completed" } });
const { data: { tasks } } = await tasksList({
  path: inside,
  query: { status: ["progressed"], limit: 10 },
  throwOnError,
});
// @ts-expect-error the body's type requires a title
const wrong = await tasksCreate({ path: inside, body: { title: 5, teamId: team.id } });
console.log(JSON.stringify({
  location: made.response.headers.get("location") === "/api/v1/workspaces/" + workspace.id + "/tasks/" + one.taskId,
  status: changed.data.task.status,
  references: tasks.map((task) => task.reference),
  refused: [late.error?.code, wrong.error?.code, wrong.response?.status],
}));
`;

/** Signs a person up, including the emailed code. */
async function codeFor(server: TestServer, email: string): Promise<string> {
  const asked = await fetch(`${server.url}/api/v1/auth/request-otp`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, purpose: "signup" }),
  });
  await asked.body?.cancel();
  return await server.codeFor(email);
}

/** Type-checks a program and runs it for a new person. */
async function run(file: string, server: TestServer, email: string): Promise<unknown> {
  const code = await codeFor(server, email);
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--check",
      "--no-config",
      "--allow-net",
      file,
      server.url,
      email,
      code,
    ],
  }).output();
  const said = new TextDecoder();
  assert.equal(said.decode(stderr), "");
  return JSON.parse(said.decode(stdout));
}

Deno.test("clients from two public generators type-check and work for a program's first steps", async () => {
  await using folder = await temporaryFolder();
  await using server = await startServer({
    BACKLOG_DATABASE_URL: `file:${folder.file("data.db")}`,
    BACKLOG_SIGNUP: "open",
  });
  const description = await (await fetch(`${server.url}/openapi.json`)).text();
  await Deno.writeTextFile(folder.file("api.d.ts"), astToString(await openapiTS(description)));
  await Deno.writeTextFile(folder.file("typed.ts"), typedWalk);
  await createClient({
    input: JSON.parse(description),
    output: { path: folder.file("sdk"), module: { extension: ".ts" } },
    logs: { level: "silent" },
    plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"],
  });
  await Deno.writeTextFile(folder.file("sdk.ts"), sdkWalk);
  assert.deepEqual(await run(folder.file("typed.ts"), server, "ada@example.com"), {
    references: ["ENG-1"],
    status: "progressed",
    kinds: ["task.created", "task.status_changed"],
    refused: "invalid",
  });
  assert.deepEqual(await run(folder.file("sdk.ts"), server, "bao@example.com"), {
    location: true,
    status: "progressed",
    references: ["ENG-1"],
    refused: ["stale", "invalid", 422],
  });
});
