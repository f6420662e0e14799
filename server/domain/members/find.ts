import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { readMember } from "../profiles/record.ts";

/** One member, present or former, with the teams that the actor may see. @param profileId an id, or `me` */
export const findMember = query({
  name: "members.find",
  scope: "workspace.read",
  input: z.strictObject({ profileId: keys.profile }),
  run: (context, { profileId }) =>
    readMember(context, profileId === "me" ? context.actor.profile.id : profileId),
});
