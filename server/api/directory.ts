import { listLabels } from "../domain/labels/list.ts";
import { Label } from "../domain/labels/schema.ts";
import { listMembers } from "../domain/members/list.ts";
import { MemberRecord } from "../domain/profiles/schema.ts";
import { listTeams } from "../domain/teams/list.ts";
import { Team } from "../domain/teams/schema.ts";
import { collection } from "./endpoint.ts";

const tag = "Directory";
const path = "/workspaces/{workspaceId}";

export const directoryEndpoints = [
  collection({
    path: `${path}/teams`,
    operation: listTeams,
    tag,
    summary: "List the teams",
    plural: "teams",
    record: Team,
  }),
  collection({
    path: `${path}/members`,
    operation: listMembers,
    tag,
    summary: "List the members",
    plural: "members",
    record: MemberRecord,
  }),
  collection({
    path: `${path}/labels`,
    operation: listLabels,
    tag,
    summary: "List the task labels",
    plural: "labels",
    record: Label,
  }),
];
