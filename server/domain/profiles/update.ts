import type { Selectable } from "kysely";
import { z } from "zod";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { column, longText } from "../change/columns.ts";
import { Conflict } from "../core/errors.ts";
import { seenVersion, type Versioned } from "../core/versioned.ts";
import { operation, type ReadContext } from "../core/operation.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { requireSession } from "../core/permission.ts";
import { readMember } from "./record.ts";
import { type MemberRecord, ProfilePatch } from "./schema.ts";

const profiles: ChangeRules<
  "profiles",
  string,
  Selectable<Tables["profiles"]>,
  z.output<typeof ProfilePatch>
> = {
  name: "profile",
  table: "profiles",
  dated: false,
  locate({ tx, actor }, id) {
    requireSession(actor);
    return tx.selectFrom("profiles").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  },
  planners: {
    name: column("name", "profile.name_changed"),
    async username(context, to) {
      const change = column<"username", string>("username", "profile.username_changed")(
        context,
        to,
      );
      if (change) await requireFree(context, to);
      return change;
    },
    title: column("title", "profile.title_changed"),
    bio: longText("bio", "profile.bio_changed"),
    color: column("color", "profile.color_changed"),
  },
  async around(context, { columns }, write) {
    await write();
    const shown = ["name", "username", "color"].some((column) => column in columns);
    if (shown) await reviseWorkspace(context);
  },
  subject: ({ id }) => id,
};

/**
 * Changes the actor's profile in this workspace. Profiles in other workspaces stay unchanged; `me.update` changes the
 * name in all of them.
 * @throws Forbidden without a signed-in session; Conflict if another member, even a former one, has that username, so
 * that old mentions never mean someone else; Stale
 */
export const updateProfile = operation({
  name: "profiles.update",
  scope: null,
  input: z.strictObject({ version: seenVersion, patch: ProfilePatch }),
  async run(context, change): Promise<Versioned<MemberRecord>> {
    const { id } = await changeRecord(context, profiles, context.actor.profile.id, change);
    return await readMember(context, id);
  },
});

async function requireFree({ db, actor }: ReadContext<Member>, username: string): Promise<void> {
  const taken = await db.selectFrom("profiles").select("id")
    .where("workspace_id", "=", actor.workspace.id).where("username", "=", username)
    .executeTakeFirst();
  if (!taken) return;
  throw new Conflict(`Another member has or had the username ${username}.`, {
    code: "username_taken",
    hint: "Choose another username.",
  });
}
