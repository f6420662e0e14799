import type { Chapter, Row } from "../support/side.ts";

/** A row of the person signed in to the profile. */
const own = (types: string, more: Omit<Row, "types" | "as" | "stored"> = {}): Row => ({
  ...more,
  types,
  as: null,
  stored: true,
});
/** A row that fails and suggests a command. */
const told = (types: string, code: number, says: RegExp) => own(types, { code, says });
/** The suggested command. */
const follows = (follows: string, types = follows, more: Omit<Row, "types"> = {}) =>
  own(types, { ...more, follows });

const wizard = follows("auth wizard", "auth wizard", { stdin: "3\n$session\n" });
const signIn = own("auth set-token $session");

/** Suggestions and their results: each failure, its message, the suggested command, and the earlier failure. */
export const hintChapters: Chapter[] = [
  {
    name: "the way in",
    rows: [
      told("me", 4, /^You aren't signed in\. Sign in with "[^"]* auth wizard", or pass --token\./),
      wizard,
      own("me"),
      own("me", {
        code: 4,
        says: /^The stored token is for .* with "[^"]* auth wizard", or pass --token\.$/m,
        before: ({ home }) => {
          const kept = JSON.stringify({ baseUrl: "http://elsewhere", token: "blg_pat_1" });
          Deno.writeTextFileSync(`${home}/backlog/profiles/default/secrets.json`, kept);
          return {};
        },
      }),
    ],
  },
  {
    name: "a broken profile",
    rows: [
      signIn,
      own("status", {
        code: 1,
        says: /Fix the file, or run "[^"]* config clear"\.$/m,
        before: ({ home }) => {
          Deno.writeTextFileSync(`${home}/backlog/profiles/default/config.json`, "{");
          return {};
        },
      }),
      follows("config clear"),
      own("status"),
    ],
  },
  {
    name: "the wrong kind of token",
    rows: [
      {
        types: "pat create --label CI --scope tasks.read",
        keeps: ({ token }) => ({ pat: token }),
      },
      own("auth set-token $pat"),
      told("auth refresh", 1, /See "[^"]* status"\.$/m),
      follows("status"),
      told("pat create --label More", 1, /with the command "auth wizard"\. Omit --token/),
      wizard,
      own("pat create --label More"),
      told("auth refresh", 1, /Sign in with "[^"]* auth wizard" to get a session/),
      told("auth exchange", 1, /Store the secret with "[^"]* auth set-token"/),
      { types: "admin automations create --name Mower", keeps: ({ secret }) => ({ secret }) },
      follows("auth set-token", "auth set-token", { stdin: "$secret\n" }),
      told("me", 4, /Run "auth exchange --save" to get an access token and store it/),
      follows("auth exchange --save"),
      own("me"),
      own("me", {
        code: 4,
        says: /a new token with the command "auth exchange --save"/,
        before: ({ app }) => {
          app.world.clock.advance({ hours: 2 });
          return {};
        },
      }),
      follows("auth exchange --save"),
      own("me"),
    ],
  },
  {
    name: "a token that is good no more",
    rows: [
      own("auth set-token blg_pat_gone"),
      told(
        "me",
        4,
        /with the command "auth wizard", then create a new token with "pat create --use"/,
      ),
      wizard,
      follows("pat create --use", "pat create --use --label Again"),
      own("me"),
      told("pat revoke Nothing", 1, /./),
      {
        types: "pat list",
        follows: "pat list",
        keeps: ({ credentials: [one] }) => ({ one: one.id }),
      },
      { types: "pat revoke $one" },
    ],
  },
  {
    name: "a workspace that isn't there",
    rows: [
      signIn,
      own("config set-workspace ws_gone"),
      told(
        "tasks list",
        1,
        /with the command "workspaces"\. Choose another with --workspace-id, /,
      ),
      own("workspaces", {
        follows: "workspaces",
        keeps: ({ workspaces: [one] }) => ({ one: one.id }),
      }),
      follows("config set-workspace", "config set-workspace $one"),
      own("tasks list"),
      own("config set-workspace ws_gone"),
      told(
        "tasks list",
        1,
        /Choose another with --workspace-id, BACKLOG_WORKSPACE, or the command "config set-workspace"/,
      ),
      own("config clear-workspace"),
      own("tasks list"),
    ],
  },
  {
    name: "guides",
    rows: [
      own("help cli/task/create"),
      own("help /docs/web/task/create.md --quiet"),
      own("help scopes"),
      told(
        "help nonsense",
        2,
        /^There is no command or topic "nonsense"\. List commands with "[^"]* --help", and topics with "[^"]*help topics"\.$/m,
      ),
      follows("help topics"),
      told(
        "help taks",
        2,
        /^There is no command or topic "taks"\. Did you mean tasks\? List commands with /m,
      ),
      own("help create"),
      told(
        "help browse",
        2,
        /^Several topics end with "browse"\. .*: cli\/task\/browse, cli\/project\/browse\.$/m,
      ),
    ],
  },
  {
    name: "an agent of somebody else",
    rows: [
      { types: "admin automations create --name Mower", keeps: ({ secret }) => ({ secret }) },
      "admin agents create --automation-id Mower --name Robo",
      own("auth set-token $secret"),
      own("auth exchange --save"),
      own("auth set-agent prof_none"),
      told(
        "me",
        1,
        /with the command "auth set-agent <agent>", or no agent with "auth clear-agent"/,
      ),
      follows("auth set-agent", "auth set-agent robo"),
      own("me"),
      own("auth set-agent prof_none"),
      follows("auth clear-agent"),
      own("me"),
    ],
  },
];
