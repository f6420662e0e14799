import assert from "node:assert/strict";
import type { Agent } from "../../server/domain/agents/schema.ts";
import type { Automation } from "../../server/domain/automations/schema.ts";
import { type Answer, call, type Sent, type TestApp } from "./app.ts";
import type { Cast, Person } from "./cast.ts";

type Body = Record<string, unknown>;

/** Creates a personal access token as a person, and returns the whole response. */
export async function makePat(app: TestApp, as: Person, body: Body = {}) {
  const made = await call(app, "POST /personal-access-tokens", {
    as,
    body: { label: "Build server", ...body },
  });
  assert.equal(made.status, 201);
  return made.body as {
    credential: { id: string; prefix: string; expiresAt: string | null };
    token: string;
  };
}

/** The default scopes of automations in these tests. */
export const working = [
  "tasks.read",
  "tasks.write",
  "projects.read",
  "projects.write",
  "comments.write",
  "workspace.read",
];

/** An automation in Acme with its secret and an access token issued for it. */
export interface Installed {
  automation: Automation;
  secret: string;
  token: string;
}

/** Creates an automation as Ada and exchanges its secret. */
export async function install(app: TestApp, cast: Cast, body: Body = {}): Promise<Installed> {
  const made = await call(app, `POST /workspaces/${cast.workspaceId}/automations`, {
    as: cast.ada,
    body: { name: "Release bot", scopes: working, ...body },
  });
  assert.equal(made.status, 201);
  const { automation, secret } = made.body;
  return { automation, secret, token: (await exchange(app, secret)).body.accessToken };
}

export function exchange(app: TestApp, secret: string): Promise<Answer> {
  return call(app, "POST /automation-auth/exchange", { token: secret });
}

/** Changes an automation as Ada. */
export function changeAutomation(
  app: TestApp,
  cast: Cast,
  { automation }: Pick<Installed, "automation">,
  body: Body,
): Promise<Answer> {
  const path = `/workspaces/${cast.workspaceId}/automations/${automation.id}`;
  return call(app, `PATCH ${path}`, { as: cast.ada, body });
}

/** Creates an agent of an automation as Ada. */
export async function makeAgent(
  app: TestApp,
  cast: Cast,
  { automation }: Pick<Installed, "automation">,
  body: Body = {},
): Promise<Agent> {
  const made = await call(app, `POST /workspaces/${cast.workspaceId}/agents`, {
    as: cast.ada,
    body: { automationId: automation.id, name: "Scribe", ...body },
  });
  assert.equal(made.status, 201);
  return made.body.agent;
}

/** Changes an agent as Ada. */
export function changeAgent(app: TestApp, cast: Cast, agent: Agent, body: Body): Promise<Answer> {
  const path = `/workspaces/${cast.workspaceId}/agents/${agent.id}`;
  return call(app, `PATCH ${path}`, { as: cast.ada, body });
}

/** Creates a task with a token, optionally as an agent. */
export function createTaskWith(
  app: TestApp,
  cast: Cast,
  token: string,
  { agent, key, ...body }: Body & { agent?: Pick<Agent, "profileId">; key?: string } = {},
): Promise<Answer> {
  const sent: Sent = {
    token,
    body: { title: "Mend the gate", teamId: cast.teams.eng, ...body },
    headers: {
      ...(agent ? { "x-backlog-agent": agent.profileId } : {}),
      ...(key ? { "idempotency-key": key } : {}),
    },
  };
  return call(app, `POST /workspaces/${cast.workspaceId}/tasks`, sent);
}

/** Checks whether a token still works, and returns the status of its cheapest request. */
export async function lives(app: TestApp, token: string): Promise<number> {
  return (await call(app, "GET /me", { token })).status;
}
