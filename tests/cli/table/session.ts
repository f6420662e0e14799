import { type Chapter, pagesOf } from "../support/side.ts";

/** Settings, signing in, tokens. */
export const sessionChapters: Chapter[] = [
  {
    name: "settings",
    rows: [
      { types: "status", as: null, stored: true },
      { types: "config set-base-url $server", as: null, stored: true },
      { types: "config set-workspace $workspace", as: null, stored: true },
      { types: "config set-workspace Acme" },
      { types: "status --profile default --json" },
      { types: "config set-base-url ftp://nowhere", code: 2 },
      { types: "config clear-workspace", as: null, stored: true },
      { types: "status --workspace-id $workspace --token blg_pat_dead --base-url $server" },
      { types: "config set-workspace Nowhere", code: 2, says: /no workspace Nowhere/ },
      { types: "auth set-agent prof_1", as: null, stored: true },
      { types: "auth clear-agent", as: null, stored: true },
      { types: "config clear --profile default", as: null, stored: true },
    ],
  },
  {
    name: "a session",
    rows: [
      { types: "auth request-otp newt@example.com signup", as: null, stored: true },
      { types: "auth request-otp newt@example.com elsewhere", as: null, stored: true, code: 2 },
      {
        types: "auth verify-otp newt@example.com $code --purpose signup --name Newt --label Desk",
        as: null,
        stored: true,
        before: ({ app }) => ({ code: app.world.mailer.codeFor("newt@example.com") }),
      },
      { types: "me", as: null, stored: true },
      { types: "invitations list", as: null, stored: true },
      { types: "auth refresh", as: null, stored: true },
      { types: "auth revoke", as: null, stored: true },
      { types: "auth refresh", as: null, stored: true, code: 4 },
      { types: "auth set-token blg_pat_dead", as: null, stored: true },
      { types: "auth set-token", as: null, stored: true, stdin: "blg_pat_dead\n" },
      { types: "auth set-token nothing", as: null, stored: true, code: 2 },
      { types: "auth revoke", as: null, stored: true, code: 1 },
      { types: "me", as: null, stored: true, code: 4 },
    ],
  },
  {
    name: "who one is",
    rows: [
      "me",
      "me --workspace-id acme",
      "me --workspace-id $workspace",
      { types: "me --workspace-id Nowhere", code: 2 },
      { types: "me --workspace-id ws_nowhere", code: 1 },
      "workspaces",
      "prime",
      "open $task",
      "open Gatehouse",
      { types: "open NONE-1", code: 1 },
      "api GET /me",
      "api get '/workspaces/{workspaceId}/labels?limit=1'",
      "api POST '/workspaces/{workspaceId}/labels' '{\"name\": \"Roof\"}'",
      { types: "api POST '/workspaces/{workspaceId}/labels' -", stdin: '{"name": "Wall"}' },
      { types: "api GET /nowhere", code: 1 },
      { types: "workspace leave Elsewhere", as: "chidi", code: 2, says: /<name>/ },
      { types: "workspace leave Acme", as: "tove" },
      { types: "workspace delete Acme", as: "chidi", code: 1 },
      { types: "workspace delete Acme" },
    ],
  },
  {
    name: "several workspaces",
    rows: [
      'api POST /workspaces \'{"name": "Second"}\'',
      ...pagesOf("workspaces"),
    ],
  },
  {
    name: "personal access tokens",
    rows: [
      {
        types:
          "pat create --label CI --scope tasks.read --scope projects.read --expires-in-days 30",
        keeps: ({ credential }) => ({ credential: credential.id }),
      },
      { types: "pat create --label Own --expires-in-days never --use" },
      { types: "pat create --label Bad --scope nothing.much", code: 2, says: /--scope/ },
      { types: "pat create --label Bad --expires-in-days soon", code: 2 },
      "pat list",
      ...pagesOf("pat list"),
      "pat revoke $credential",
      { types: "pat revoke $credential", code: 1 },
      "pat revoke Own",
    ],
  },
];
