import assert from "node:assert/strict";
import openapiTS, { astToString } from "../packages/openapi_typescript.ts";
import { temporaryFolder } from "../support/folder.ts";
import { startServer } from "../support/server.ts";

/** A program of somebody who has the description and a public client, and nothing of ours. */
const walk = `
import createClient from "npm:openapi-fetch@0.17.0";
import type { paths } from "./api.d.ts";

const [origin, email, code] = Deno.args as [string, string, string];
const client = createClient<paths>({ baseUrl: origin + "/api/v1" });

/** The data of an answer, which must be no error. */
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
  // @ts-expect-error there is no such priority, and its type says so
  body: { title: "Paint it", teamId: team.id, priority: "huge" },
});
console.log(JSON.stringify({
  references: tasks.map((task) => task.reference),
  status: shown.task.status,
  kinds: shown.task.activity.map((entry) => entry.kind),
  refused: wrong.error?.code,
}));
`;

Deno.test("a client generated from the description type-checks and does the first walk", async () => {
  await using folder = await temporaryFolder();
  await using server = await startServer({
    BACKLOG_DATABASE_URL: `file:${folder.file("data.db")}`,
    BACKLOG_SIGNUP: "open",
  });
  const description = await (await fetch(`${server.url}/openapi.json`)).text();
  await Deno.writeTextFile(folder.file("api.d.ts"), astToString(await openapiTS(description)));
  await Deno.writeTextFile(folder.file("walk.ts"), walk);
  await fetch(`${server.url}/api/v1/auth/request-otp`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "ada@example.com", purpose: "signup" }),
  }).then((answer) => answer.body?.cancel());
  const code = await server.codeFor("ada@example.com");
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--check",
      "--no-config",
      "--allow-net",
      folder.file("walk.ts"),
      server.url,
      "ada@example.com",
      code,
    ],
  }).output();
  const said = new TextDecoder();
  assert.equal(said.decode(stderr), "");
  assert.deepEqual(JSON.parse(said.decode(stdout)), {
    references: ["ENG-1"],
    status: "progressed",
    kinds: ["task.created", "task.status_changed"],
    refused: "invalid",
  });
});
