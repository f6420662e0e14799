import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { locateAnyTeam } from "./locate.ts";
import { readTeam } from "./record.ts";

/** Reads a team with its members, archived or not. @param teamId an ID or a key */
export const findTeam = query({
  name: "teams.find",
  scope: "workspace.read",
  input: z.strictObject({ teamId: keys.team }),
  run: async (context, { teamId }) =>
    await readTeam(context, (await locateAnyTeam(context, teamId)).id),
});
