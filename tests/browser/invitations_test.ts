import assert from "node:assert/strict";
import { enterCode } from "../support/browser_walk.ts";
import { ask, signUpRemotely } from "../support/remote_person.ts";
import { browserTest } from "../support/stage.ts";

browserTest(
  "an invited person accepts after signing in, enters a name, and arrives in the workspace",
  async ({ server, open }) => {
    const { token, workspaceId, teamId } = await signUpRemotely(server, "ada@example.com");
    const body = { email: "grace@example.com", teams: [{ teamId }] };
    const request = `POST /workspaces/${workspaceId}/invitations`;
    const sent = await ask(server.url, request, { token, body });
    assert.equal(sent.status, 201);

    await using guest = await open();
    const { page } = guest;
    await page.goto("/auth/signup");
    await enterCode(page, server, "grace@example.com", "Continue");
    await page.getByRole("heading", { name: "You're invited" }).waitFor();
    await page.getByLabel("Your name").fill("Grace Hopper");
    await page.getByRole("button", { name: "Accept the invitation to Acme" }).click();
    await page.waitForURL("**/workspace/tasks");
    await page.getByText("Grace Hopper").first().waitFor();
    assert.deepEqual(guest.complaints, []);
  },
);
