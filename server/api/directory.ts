import { Hono } from "hono";
import { listLabels } from "../domain/labels/list.ts";
import { perform } from "../domain/operation.ts";
import { listMembers } from "../domain/profiles/list.ts";
import { listTeams } from "../domain/teams/list.ts";
import { bearerMember } from "../http/actor.ts";
import type { Env } from "../http/env.ts";
import { jsonText } from "../http/json.ts";

/** What a client needs to turn names into ids: teams, members, labels. `contract.md`, REST API v1 */
export const directoryApi = new Hono<Env>()
  .get("/teams", async (c) => {
    const actor = await bearerMember(c);
    const teams = await perform(c.get("deps"), actor, listTeams, c.req.query());
    return jsonText(c, `{"teams":${teams},"nextCursor":null}`);
  })
  .get("/members", async (c) => {
    const actor = await bearerMember(c);
    const members = await perform(c.get("deps"), actor, listMembers, c.req.query());
    return jsonText(c, `{"members":${members},"nextCursor":null}`);
  })
  .get("/labels", async (c) => {
    const actor = await bearerMember(c);
    const labels = await perform(c.get("deps"), actor, listLabels, c.req.query());
    return jsonText(c, `{"labels":${labels},"nextCursor":null}`);
  });
