import assert from "node:assert/strict";
import type { Page } from "../packages/playwright.ts";
import { enterCode } from "./browser_walk.ts";
import type { Visit } from "./chromium.ts";
import { ask, type RemotePerson, signUpRemotely } from "./remote_person.ts";
import type { Stage } from "./stage.ts";

/** Two members of one team, each in a browser of their own, and who invited them, who talks over REST. */
export interface Colleagues extends AsyncDisposable {
  ada: RemotePerson;
  grace: Visit;
  heinz: Visit;
}

/** Brings two people into one workspace, as an invitation does: Grace Hopper and Heinz Zemanek. */
export async function colleagues({ server, open }: Stage): Promise<Colleagues> {
  const ada = await signUpRemotely(server, "ada@example.com");
  const join = async (email: string, name: string) => {
    const request = `POST /workspaces/${ada.workspaceId}/invitations`;
    const body = { email, teams: [{ teamId: ada.teamId }] };
    assert.equal((await ask(server.url, request, { token: ada.token, body })).status, 201);
    const visit = await open();
    const { page } = visit;
    await page.goto("/auth/signup");
    await enterCode(page, server, email, "Continue");
    await page.getByLabel("Your name").fill(name);
    await page.getByRole("button", { name: "Accept the invitation to Acme" }).click();
    await page.waitForURL("**/workspace/tasks");
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

/** Waits until a page listens for news. */
export async function listens(page: Page): Promise<void> {
  await page.locator("html[data-line=open]").waitFor();
}
