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

/** One whole team. Its JSON comes out of SQL as text and is passed on. */
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
    summary: "List the teams",
    plural: "teams",
    record: Team,
  }),
  endpoint({
    method: "GET",
    path: "/workspaces/{workspaceId}/open-tasks",
    operation: countOpenTasks,
    tag: "Teams",
    summary: "Count the open tasks of each team",
    description:
      "By the team's id and the status; a team without any is missing. Neither drafts nor what is archived counts.",
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
    description: "For managers.",
    status: 201,
    location: (found) => found.id,
    example: { name: "Payments", key: "PAY", expertiseArea: "Cards, invoices" },
  }),
  endpoint({
    ...oneTeam,
    method: "GET",
    path: `${path}/{teamId}`,
    operation: findTeam,
    summary: "Read one team with its members",
    status: 200,
  }),
  endpoint({
    ...oneTeam,
    method: "PATCH",
    path: `${path}/{teamId}`,
    operation: updateTeam,
    summary: "Change a team's settings",
    description: "For managers and the team's leads. References with a former key go on working.",
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
    description: "For managers. A team with open tasks is a 409 unless `force` is `true`.",
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
    summary: "Add a member to a team, or change their role in it",
    description: "For managers and the team's leads.",
    status: 200,
    example: { role: "member" },
  }),
  endpoint({
    ...oneTeam,
    method: "DELETE",
    path: `${path}/{teamId}/members/{profileId}`,
    operation: removeTeamMember,
    summary: "Remove a member from a team, or leave it",
    description: "For managers and the team's leads, or for oneself.",
    status: 200,
  }),
];
