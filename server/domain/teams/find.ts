import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { locateAnyTeam } from "./locate.ts";
import { readTeam } from "./record.ts";

/** One team with its members, archived or not. @param teamId an id or a key */
export const findTeam = query({
  name: "teams.find",
  scope: "workspace.read",
  input: z.strictObject({ teamId: keys.team }),
  run: async ({ db, actor }, { teamId }) =>
    await readTeam(db, actor, (await locateAnyTeam(db, actor, teamId)).id),
});
