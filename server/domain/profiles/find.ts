import { z } from "zod";
import { keys } from "../keys.ts";
import { query } from "../operation.ts";
import { readMember } from "./record.ts";

/** One member, present or former, with the teams that the actor may see. @param profileId an id, or `me` */
export const findMember = query({
  name: "members.find",
  scope: "workspace.read",
  input: z.strictObject({ profileId: keys.profile }),
  run: ({ db, actor }, { profileId }) =>
    readMember(db, actor, profileId === "me" ? actor.profile.id : profileId),
});
