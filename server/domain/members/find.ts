import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { profileIdOf } from "../profiles/locate.ts";
import { readMember } from "../profiles/record.ts";

/** Reads a current or former member, with visible teams. @param profileId an ID, username, or name, or `me` */
export const findMember = query({
  name: "members.find",
  scope: "workspace.read",
  input: z.strictObject({ profileId: keys.profile }),
  run: async (context, { profileId }) =>
    await readMember(context, await profileIdOf(context, profileId)),
});
