import assert from "node:assert/strict";
import { signIn } from "./browser_walk.ts";
import type { Visit } from "./chromium.ts";
import type { Visited } from "./house_server.ts";
import { ask, joinRemotely, signUpRemotely } from "./remote_person.ts";
import type { Stage } from "./stage.ts";

/** Creates Ada's workspace, in which Grace assigns tasks to her. The last title is first in her inbox. */
export async function giveTasks(server: Visited, titles: readonly string[]) {
  const ada = await signUpRemotely(server, "ada@example.com");
  const grace = await joinRemotely(server, ada, { email: "grace@example.com", name: "Grace" });
  const here = `/workspaces/${ada.workspaceId}`;
  const me = await ask(server.url, "GET /me", { token: ada.token });
  const assigneeId = me.body.member.id;
  for (const title of titles) {
    const body = { title, teamId: ada.teamId, assigneeId };
    const made = await ask(server.url, `POST ${here}/tasks`, { token: grace.token, body });
    assert.equal(made.status, 201);
  }
  return { ada, grace, here, assigneeId };
}

/** Lets Grace assign these tasks to Ada, signs Ada in, and opens her inbox. */
export async function signInToInbox(
  { server, open }: Stage,
  titles: readonly string[],
): Promise<Visit> {
  await giveTasks(server, titles);
  const visit = await open();
  await signIn(visit.page, server, "ada@example.com", "/workspace/inbox");
  return visit;
}
