import assert from "node:assert/strict";
import type { RunOptions } from "./lines.ts";
import { apiSteps } from "./walk_api.ts";
import { labelSteps } from "./walk_labels.ts";
import { shelvingSteps } from "./walk_shelving.ts";
import { taskSteps } from "./walk_tasks.ts";
import { makeWorkspace, secretsOf, type World } from "./world.ts";

/** A step of the test, and the expected result in each world. */
export interface Step {
  does: string;
  args: (world: World, made: Made) => string[];
  options?: RunOptions;
  before?: (world: World, made: Made) => Promise<void> | void;
  code?: number;
  holds?: (answer: Answer, world: World, made: Made) => void;
  says?: RegExp;
}
export interface Made {
  workspaceId: string;
  teamId: string;
  labelId: string;
}
// deno-lint-ignore no-explicit-any -- each step looks into its own answer
export type Answer = any;

/** Common use of a command line, from sign-up to sign-out. */
export const walk: Step[] = [
  {
    does: "status of an empty profile",
    args: () => ["status"],
    holds: (status) => {
      assert.equal(status.authMode, "none");
      assert.equal(status.baseUrl.source, "environment");
    },
  },
  {
    does: "me without signing in",
    args: () => ["me"],
    code: 4,
    says: /^You aren't signed in\. Sign in with "backlog auth wizard", or pass --token\.\n$/,
  },
  {
    does: "asks for a code",
    args: () => ["auth", "request-otp", "ada@example.com", "signup"],
    holds: ({ expiresAt }) => assert.equal(expiresAt, "2026-03-02T09:10:00.000Z"),
  },
  {
    does: "asks again too soon",
    args: () => ["auth", "request-otp", "ada@example.com", "signup"],
    code: 1,
    says: /60 seconds/,
  },
  {
    does: "verifies a wrong code",
    args: () => ["auth", "verify-otp", "ada@example.com", "12345", "--purpose=signup"],
    code: 2,
    says: /^<code>: .*digits/,
  },
  {
    does: "verifies the code",
    args: ({ server }) => [
      ...["auth", "verify-otp", "ada@example.com", server.codeFor("ada@example.com")],
      ...["--purpose", "signup", "--name", "Ada Lovelace", "--label", "Desk"],
    ],
    holds: (answer, world) => {
      assert.equal(answer.session.label, "Desk");
      assert.equal(secretsOf(world).token, answer.accessToken);
      assert.equal(secretsOf(world).refreshToken, answer.refreshToken);
    },
  },
  {
    does: "status of a session",
    args: () => ["status"],
    holds: (status, world) => {
      assert.equal(status.authMode, "session");
      assert.equal(status.token.source, "profile");
      assert.equal(status.token.storedFor, world.server.url);
      assert.equal(status.token.state, "good");
      assert.doesNotMatch(JSON.stringify(status), /blg_/);
    },
  },
  {
    does: "tasks before there is a workspace",
    args: () => ["tasks", "list"],
    code: 1,
    says: /^You don't have a workspace yet\. .* api POST \/workspaces '{"name": "Acme"}', /,
  },
  {
    does: "me",
    before: async (world, made) => void Object.assign(made, await makeWorkspace(world)),
    args: () => ["me"],
    holds: ({ viewer, workspace, workspaceSource }, _world, made) => {
      assert.equal(viewer.name, "Ada Lovelace");
      assert.deepEqual([workspace.id, workspaceSource], [made.workspaceId, "server"]);
    },
  },
  {
    does: "workspaces",
    args: () => ["workspaces"],
    holds: ({ workspaces }) => assert.equal(workspaces[0].name, "Analytical"),
  },
  {
    does: "members",
    args: () => ["members", "list"],
    holds: ({ members }) => assert.equal(members[0].name, "Ada Lovelace"),
  },
  {
    does: "remembers a workspace",
    args: (_world, made) => ["config", "set-workspace", made.workspaceId],
    holds: (status) => assert.equal(status.workspaceId.source, "profile"),
  },
  ...taskSteps,
  ...shelvingSteps,
  ...apiSteps,
  ...labelSteps,
  {
    does: "renews the session",
    before: (world) => world.server.wait(5),
    args: () => ["auth", "refresh"],
    holds: (answer, world) => {
      assert.equal(secretsOf(world).refreshToken, answer.refreshToken);
    },
  },
  {
    does: "ends the session",
    args: () => ["auth", "revoke"],
    holds: (answer, world) => {
      assert.deepEqual(answer, { revoked: true });
      assert.deepEqual(secretsOf(world), {});
    },
  },
  { does: "is signed in no more", args: () => ["me"], code: 4 },
  {
    does: "status of a token that is dead",
    args: () => ["status", "--token", "blg_pat_dead"],
    code: 4,
    holds: ({ token }) => assert.equal(token.state, "refused"),
  },
  {
    does: "status where no server is",
    args: () => ["status", "--token", "blg_pat_dead", "--base-url", "http://127.0.0.1:1"],
    code: 1,
    holds: ({ token }) => assert.equal(token.state, "unreached"),
  },
  {
    does: "forgets everything",
    args: () => ["config", "clear"],
    holds: (_status, world) =>
      assert.deepEqual(Object.keys(world.kept()), ["backlog/", "backlog/profiles/"]),
  },
];
