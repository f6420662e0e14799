import { z } from "zod";
import type { Versioned } from "../domain/core/versioned.ts";
import { archiveTeam, restoreTeam } from "../domain/teams/archive.ts";
import { createTeam } from "../domain/teams/create.ts";
import { findTeam } from "../domain/teams/find.ts";
import { putTeamMember, removeTeamMember } from "../domain/teams/membership.ts";
import { countOpenTasks } from "../domain/teams/open_tasks.ts";
import { listTeams } from "../domain/teams/list.ts";
import { OpenTasks, Team, TeamDetail } from "../domain/teams/schema.ts";
import { updateTeam } from "../domain/teams/update.ts";
import { collection, endpoint } from "./endpoint.ts";

const path = "/workspaces/{workspaceId}/teams";

/** A team's whole record. SQL returns its JSON as text, which is passed on. */
const oneTeam = {
  tag: "Teams",
  response: z.strictObject({ team: TeamDetail }),
  answer: (found: Versioned<TeamDetail>) => `{"team":${found.json}}`,
  version: (found: Versioned<TeamDetail>) => found.version,
};

/** Teams, their settings and members. */
export const teamsEndpoints = [
  collection({
    path,
    operation: listTeams,
    tag: "Teams",
    summary: "List teams",
    plural: "teams",
    record: Team,
  }),
  endpoint({
    method: "GET",
    path: "/workspaces/{workspaceId}/open-tasks",
    operation: countOpenTasks,
    tag: "Teams",
    summary: "Count open tasks by team",
    description:
      "Returns task counts by team ID and status. Teams without open tasks are omitted. Drafts and archived " +
      "tasks aren't counted.",
    status: 200,
    response: z.strictObject({ openTasks: z.record(z.string(), OpenTasks) }),
    answer: (openTasks) => ({ openTasks }),
  }),
  endpoint({
    ...oneTeam,
    method: "POST",
    path,
    operation: createTeam,
    summary: "Create a team",
    description: "Requires the owner or admin role.",
    status: 201,
    location: (found) => found.id,
    example: { name: "Payments", key: "PAY", expertiseArea: "Cards, invoices" },
  }),
  endpoint({
    ...oneTeam,
    method: "GET",
    path: `${path}/{teamId}`,
    operation: findTeam,
    summary: "Get a team and its members",
    status: 200,
  }),
  endpoint({
    ...oneTeam,
    method: "PATCH",
    path: `${path}/{teamId}`,
    operation: updateTeam,
    summary: "Update a team",
    description:
      "Requires the owner or admin role, or the lead role in the team. References with a former key " +
      "keep working.",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { private: true },
  }),
  endpoint({
    ...oneTeam,
    method: "DELETE",
    path: `${path}/{teamId}`,
    operation: archiveTeam,
    summary: "Archive a team",
    description:
      "Requires the owner or admin role. If the team has open tasks, set `force` to `true`. Otherwise, the " +
      "request returns 409.",
    status: 200,
    bodyOptional: true,
    guarded: true,
    example: { force: true },
  }),
  endpoint({
    ...oneTeam,
    method: "POST",
    path: `${path}/{teamId}/restore`,
    operation: restoreTeam,
    summary: "Restore an archived team",
    status: 200,
    bodyOptional: true,
    guarded: true,
  }),
  endpoint({
    ...oneTeam,
    method: "PUT",
    path: `${path}/{teamId}/members/{profileId}`,
    operation: putTeamMember,
    summary: "Add a team member, or update their role",
    description: "Requires the owner or admin role, or the lead role in the team.",
    status: 200,
    example: { role: "member" },
  }),
  endpoint({
    ...oneTeam,
    method: "DELETE",
    path: `${path}/{teamId}/members/{profileId}`,
    operation: removeTeamMember,
    summary: "Remove a team member, or leave a team",
    description:
      "Requires the owner or admin role, or the lead role in the team, unless you remove yourself.",
    status: 200,
  }),
];
