import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { acceptInvitation } from "./browser_walk.ts";
import type { Visit } from "./chromium.ts";
import { ask, type RemotePerson, signUpRemotely } from "./remote_person.ts";
import type { Stage } from "./stage.ts";

/** Two members of one team, each with their own browser, and the person who invited them, who uses REST. */
export interface Colleagues extends AsyncDisposable {
  ada: RemotePerson;
  grace: Visit;
  heinz: Visit;
}

/**
 * Brings two people into one workspace by invitation: Grace Hopper and Heinz Zemanek.
 * @param accept how they accept: through pages if forms can't reach the server under the browser's name for it
 */
export async function colleagues(
  { server, open }: Stage,
  accept: typeof acceptInvitation = acceptInvitation,
): Promise<Colleagues> {
  const ada = await signUpRemotely(server, "ada@example.com");
  const join = async (email: string, name: string) => {
    const request = `POST /workspaces/${ada.workspaceId}/invitations`;
    const body = { email, teams: [{ teamId: ada.teamId }] };
    const sent = await ask(server.url, request, { token: ada.token, body });
    assert.equal(sent.status, 201);
    const visit = await open();
    await accept(visit.page, server, email, { id: sent.body.invitation.id, name });
    return visit;
  };
  const grace = await join("grace@example.com", "Grace Hopper");
  const heinz = await join("heinz@example.com", "Heinz Zemanek");
  return {
    ada,
    grace,
    heinz,
    async [Symbol.asyncDispose]() {
      await grace[Symbol.asyncDispose]();
      await heinz[Symbol.asyncDispose]();
    },
  };
}

/** Waits until a page's live stream is open. */
export async function listens(page: Page): Promise<void> {
  await page.locator("html[data-line=open]").waitFor();
}

/** Returns whether a request changes a workspace over REST: any request below its path, or one that creates a task. */
export function overRest({ server }: Stage, { token, workspaceId, teamId }: RemotePerson) {
  const inside = (request: string, body?: unknown) => {
    const [method, path] = request.split(" ");
    return ask(server.url, `${method} /workspaces/${workspaceId}/${path}`, { token, body });
  };
  return {
    inside,
    make: async (title: string, more: Record<string, unknown> = {}) =>
      (await inside("POST tasks", { title, teamId, ...more })).body.task as {
        id: string;
        reference: string;
      },
  };
}
