import { z } from "zod";
import { listLabels } from "../domain/labels/list.ts";
import { Label } from "../domain/labels/schema.ts";
import { listMembers } from "../domain/profiles/list.ts";
import { MemberRecord } from "../domain/profiles/schema.ts";
import { listTeams } from "../domain/teams/list.ts";
import { Team } from "../domain/teams/schema.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Directory";
const path = "/workspaces/{workspaceId}";
const nextCursor = z.null();

/** What a client needs to turn names into ids. `contract.md`, REST API v1 */
export const directoryEndpoints = [
  endpoint({
    method: "GET",
    path: `${path}/teams`,
    operation: listTeams,
    tag,
    summary: "List the teams",
    status: 200,
    response: z.strictObject({ teams: z.array(Team), nextCursor }),
    answer: (teams) => `{"teams":${teams},"nextCursor":null}`,
  }),
  endpoint({
    method: "GET",
    path: `${path}/members`,
    operation: listMembers,
    tag,
    summary: "List the members",
    status: 200,
    response: z.strictObject({ members: z.array(MemberRecord), nextCursor }),
    answer: (members) => `{"members":${members},"nextCursor":null}`,
  }),
  endpoint({
    method: "GET",
    path: `${path}/labels`,
    operation: listLabels,
    tag,
    summary: "List the task labels",
    status: 200,
    response: z.strictObject({ labels: z.array(Label), nextCursor }),
    answer: (labels) => `{"labels":${labels},"nextCursor":null}`,
  }),
];
