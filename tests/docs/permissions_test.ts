import { endpoints } from "../../server/api/endpoints.ts";
import {
  answer,
  people,
  type Permission,
  teamPermissions,
  workspacePermissions,
} from "../../server/docs/permissions.ts";
import type { Roles } from "../../server/domain/core/actor.ts";
import type { ActorKind } from "../gates/permissions/actors.ts";
import { table } from "../gates/permissions/table.ts";
import { assertNone, assertRows } from "../support/missing.ts";
import { textOf } from "./rendered.ts";

/** Operations that need each permission. A row of the gate's table follows its operation: `members.update to owner`. */
const operationsOf: Readonly<Record<string, readonly string[]>> = {
  "Read everything that isn't in a private team": [
    "tasks.find an open team's",
    "teams.list",
    "projects.list",
  ],
  "See private teams and their tasks": [],
  "Create and change tasks": ["tasks.create", "tasks.update an open team's"],
  "Create projects and teams": ["projects.create", "teams.create"],
  "Change a project": ["projects.update", "projectUpdates.post", "milestones.create"],
  "See the roadmap": ["projects.roadmap"],
  "Create saved views, and change your own": ["views.create"],
  "Change other people's shared views": ["views.update"],
  "Invite people, change roles, and suspend or remove members": [
    "invitations.create as a member",
    "members.update from member to admin",
  ],
  "Manage workflows, labels, templates, automations, and agents": [
    "workflows.create",
    "labels.create",
    "projectLabels.create",
    "taskTemplates.create",
    "projectTemplates.create",
    "automations.create",
    "agents.create",
  ],
  "Change the workspace's name and time zone": ["workspaces.update"],
  "Read the audit log and the usage": ["audit.list", "usage.find"],
  "Add, change, suspend, or remove owners": [
    "members.update to owner",
    "invitations.create as an owner",
  ],
  "Delete the workspace": ["workspaces.delete"],
  "Read tasks": ["tasks.find an open team's"],
  "Create tasks": ["tasks.create"],
  "Change, move, archive, and restore tasks": [
    "tasks.update an open team's",
    "tasks.archive an open team's",
  ],
  "Comment, and request approval": ["comments.create", "approvals.create"],
  "Change the team's fields, members, and roles": ["teams.update", "teams.putMember"],
  "Archive or restore the team": ["teams.archive", "teams.restore"],
};

/** Returns the actors for whom the gate's table allows an operation. @param name such as `members.update to owner` */
function allowedBy(name: string): readonly ActorKind[] {
  const [operation = "", ...of] = name.split(" ");
  const rows = table[operation] ?? [];
  const row = of.length === 0 ? rows[0] : rows.find((row) => row.of === of.join(" "));
  if (!row) throw new Error(`tests/gates/permissions has no row "${name}".`);
  return row.may;
}

/**
 * Returns the cells that differ from the gate's table.
 * @param actors the gate's actors, by the column of the docs
 */
function wrongCells<R extends string>(
  permissions: readonly Permission[],
  columns: ReadonlyMap<R, Roles>,
  actors: Readonly<Record<R, ActorKind>>,
): string[] {
  return permissions.flatMap((permission) =>
    operationsOf[permission.action]!.flatMap((operation) =>
      [...columns].flatMap(([role, roles]) => {
        const said = answer(permission, roles);
        const allowed = allowedBy(operation).includes(actors[role]) ? "yes" : "no";
        const isSame = said.split(",")[0] === allowed ||
          said === permission.otherwise && allowed === "no";
        return isSame
          ? []
          : [`${permission.action}, ${role}: ${said}, but ${operation}: ${allowed}`];
      })
    )
  );
}

Deno.test("the docs list the same permissions of roles as the permission tests", () => {
  const actions = [...workspacePermissions, ...teamPermissions].map(({ action }) => action);
  const file = "operationsOf in tests/docs/permissions_test.ts";
  assertRows("permission", actions, Object.keys(operationsOf), file);
  const inWorkspace = { owner: "owner", admin: "admin", member: "teamless" } as const;
  const inTeam = {
    lead: "lead",
    member: "member",
    commentator: "commentator",
    "outside the team": "teamless",
  } as const;
  assertNone(
    [
      ...wrongCells(workspacePermissions, people.workspace, inWorkspace),
      ...wrongCells(teamPermissions, people.team, inTeam),
    ],
    (cell) => `${cell}. Correct server/docs/permissions.ts.`,
  );
});

Deno.test("the docs list exactly the endpoints that need a session", () => {
  const [, section = ""] = textOf("/docs/reference/permissions").split("| Topic |");
  const shown = [...section.matchAll(/\[([^\]]+)\]\(\/docs\/reference\/rest\//g)]
    .map(([, summary]) => summary!);
  const existing = endpoints.filter(({ operation }) =>
    table[operation.name]!.every(({ session }) => session)
  );
  assertRows("endpoint", existing.map(({ summary }) => summary), shown, "{{sessions}}");
});
