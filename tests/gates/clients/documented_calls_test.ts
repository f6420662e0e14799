import assert from "node:assert/strict";
import { type Answer, call, createTestApp } from "../../support/app.ts";
import { populate } from "../support/full_cast.ts";

/** A documented call, exactly as printed, and its result. */
interface Row {
  request: string;
  /** The bearer token, if any. */
  bearer?: string;
  /** The body, character by character. */
  body?: string;
  status: number;
  /** The values to read from the response. */
  reads?: (answer: Answer) => unknown;
}

const present = (value: unknown) => value !== undefined && value !== null;

Deno.test("documented calls have the documented results", async () => {
  await using app = await createTestApp();
  const fullCast = await populate(app.world);
  const { workspaceId, teams, ada, ids } = fullCast;
  app.world.clock.advance({ minutes: 5 });
  const run = async ({ request, bearer, body, status, reads }: Row): Promise<Answer> => {
    const headers: Record<string, string> = body === undefined
      ? {}
      : { "content-type": "application/json" };
    if (bearer) headers.authorization = `Bearer ${bearer}`;
    const answer = await call(app, request, { ...(body === undefined ? {} : { body }), headers });
    assert.equal(answer.status, status, `${request}: ${answer.text}`);
    if (reads) assert.ok(present(reads(answer)), `${request}: ${answer.text}`);
    return answer;
  };
  const inside = `/workspaces/${workspaceId}`;

  await run({
    request: "POST /auth/request-otp",
    body: `{"email":"${ada.email}","purpose":"signin"}`,
    status: 200,
    reads: ({ body }) => body.expiresAt,
  });
  const code = app.world.mailer.codeFor(ada.email);
  const verified = await run({
    request: "POST /auth/verify-otp",
    body: `{"email":"${ada.email}","code":"${code}","purpose":"signin","label":"Local CLI"}`,
    status: 200,
    reads: ({ body }) => body.accessToken,
  });
  const refreshed = await run({
    request: "POST /auth/refresh",
    body: `{"refreshToken":"${verified.body.refreshToken}"}`,
    status: 200,
    reads: ({ body }) => body.refreshToken,
  });
  const bearer: string = refreshed.body.accessToken;
  const made = await run({
    request: `POST ${inside}/tasks`,
    bearer,
    body:
      `{"title":"Ship public docs","teamId":"${teams.eng}","priority":"high","status":"planned"}`,
    status: 201,
    reads: ({ body }) => body.task.id,
  });
  const task = `${inside}/tasks/${made.body.task.id}`;
  const token = await run({
    request: "POST /personal-access-tokens",
    bearer,
    body:
      '{"label":"Build server","expiresInDays":30,"scopes":["tasks.read","tasks.write","projects.read"]}',
    status: 201,
    reads: ({ body }) => body.token,
  });
  const automation = await run({
    request: `POST ${inside}/automations`,
    bearer,
    body: `{"name":"Builder","providerType":"custom","teamIds":["${teams.eng}"],` +
      '"scopes":["tasks.read","tasks.write","projects.read"],"credentialLabel":"First"}',
    status: 201,
    reads: ({ body }) => body.secret,
  });
  const { id: automationId } = automation.body.automation;
  const exchanged = await run({
    request: "POST /automation-auth/exchange",
    bearer: automation.body.secret,
    status: 200,
    reads: ({ body }) => body.expiresAt,
  });
  const agent = await run({
    request: `POST ${inside}/agents`,
    bearer,
    body:
      `{"automationId":"${automationId}","name":"Scout","teamIds":["${teams.eng}"],"role":"member"}`,
    status: 201,
    reads: ({ body }) => body.agent.profileId,
  });
  const pat: string = token.body.token;
  const rows: Row[] = [
    { request: "GET /me", bearer, status: 200, reads: ({ body }) => body.workspace.id },
    {
      request: "GET /me",
      bearer: exchanged.body.accessToken,
      status: 200,
      reads: ({ body }) => body.principal.automation.providerType,
    },
    { request: "GET /workspaces", bearer, status: 200, reads: ({ body }) => body.workspaces[0].id },
    {
      request: `GET ${inside}/tasks?includeDrafts=true`,
      bearer: pat,
      status: 200,
      reads: ({ body }) => body.tasks.find((one: { draft: boolean }) => one.draft),
    },
    {
      request: `GET ${inside}/tasks?teamId=${teams.eng}&projectId=${ids.project}&status=planned`,
      bearer: pat,
      status: 200,
      reads: ({ body }) => body.tasks,
    },
    {
      request: `PATCH ${task}`,
      bearer: pat,
      body: '{"status":"progressed"}',
      status: 200,
      reads: ({ body }) => body.task.status === "progressed" || null,
    },
    {
      request: `PATCH ${task}`,
      bearer: pat,
      body:
        '{"description":null,"projectId":null,"milestoneId":null,"assigneeId":null,"deadlineAt":null,"tags":["Bug"]}',
      status: 200,
      reads: ({ body }) => body.task.tags[0],
    },
    {
      request: `GET ${inside}/projects?status=active`,
      bearer: pat,
      status: 200,
      reads: ({ body }) => body.projects,
    },
    {
      request: `GET ${inside}/tasks`,
      bearer: exchanged.body.accessToken,
      status: 200,
      reads: ({ body }) => body.tasks[0].id,
    },
    { request: `GET ${inside}/projects`, bearer: exchanged.body.accessToken, status: 200 },
    {
      request: "GET /personal-access-tokens",
      bearer,
      status: 200,
      reads: ({ body }) => body.credentials[0].scopes,
    },
    { request: `GET ${inside}/automations`, bearer, status: 200 },
    {
      request: `PATCH ${inside}/automations/${automationId}`,
      bearer,
      body: '{"description":null,"suspended":false}',
      status: 200,
    },
    {
      request: `GET ${inside}/agents`,
      bearer,
      status: 200,
      reads: ({ body }) => body.agents[0].id,
    },
    {
      request: `PATCH ${inside}/agents/${agent.body.agent.id}`,
      bearer,
      body: '{"suspended":true}',
      status: 200,
    },
    {
      request: `POST ${inside}/automations/${automationId}/rotate-secret`,
      bearer,
      body: '{"credentialLabel":"Second"}',
      status: 200,
      reads: ({ body }) => body.secret,
    },
    {
      request: `DELETE /personal-access-tokens/${token.body.credential.id}`,
      bearer,
      status: 204,
    },
    {
      request: "POST /auth/revoke",
      bearer,
      body: `{"refreshToken":"${refreshed.body.refreshToken}"}`,
      status: 200,
    },
    { request: "GET /me", bearer, status: 401 },
    { request: "GET /me", bearer: pat, status: 401 },
  ];
  for (const row of rows) await run(row);
  assert.deepEqual(app.mistakes, []);
});
