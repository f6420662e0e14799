import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../actor.ts";
import { Conflict } from "../errors.ts";
import { type Found, requireVersion } from "../found.ts";
import { type Db, operation } from "../operation.ts";
import { reviseWorkspace } from "../workspaces/revision.ts";
import { readMember } from "./record.ts";
import { type MemberRecord, ProfilePatch } from "./schema.ts";

const fields = ["name", "username", "title", "bio"] as const;

/**
 * Changes one's own profile in this workspace. Profiles in other workspaces keep what they have; `me.update` changes
 * the name in all of them.
 * @throws Forbidden with anything but a signed-in session; Conflict when somebody has or had that username: a former
 *   member's stays theirs, so that old mentions never point at somebody else; Stale
 */
export const updateProfile = operation({
  name: "profiles.update",
  scope: null,
  input: z.strictObject({ version: z.int().optional(), patch: ProfilePatch }),
  async run({ tx, actor, now }, { version, patch }): Promise<Found<MemberRecord>> {
    const profile = await tx.selectFrom("profiles").select([...fields, "id", "version"])
      .where("id", "=", actor.profile.id).executeTakeFirstOrThrow();
    requireVersion("profile", profile.version, version);
    const changed = fields.filter((field) =>
      patch[field] !== undefined && patch[field] !== profile[field]
    );
    if (changed.length === 0) return await readMember(tx, actor, profile.id);
    if (changed.includes("username")) await requireFree(tx, actor, patch.username!);
    await tx.updateTable("profiles").set((e) => ({
      ...Object.fromEntries(changed.map((field) => [field, patch[field]])),
      version: e("version", "+", 1),
    })).where("id", "=", profile.id).execute();
    if (changed.includes("name") || changed.includes("username")) {
      await reviseWorkspace(tx, actor.workspace.id);
    }
    for (const field of changed) {
      await recordActivity(tx, actor, now, {
        subject: { kind: "profile", id: profile.id },
        kind: `profile.${field}_changed`,
        data: field === "bio" ? {} : { from: profile[field], to: patch[field] },
      });
    }
    return await readMember(tx, actor, profile.id);
  },
});

async function requireFree(tx: Db, actor: Member, username: string): Promise<void> {
  const taken = await tx.selectFrom("profiles").select("id")
    .where("workspace_id", "=", actor.workspace.id).where("username", "=", username)
    .executeTakeFirst();
  if (!taken) return;
  throw new Conflict(`Somebody here has or had the username ${username}.`, {
    code: "username_taken",
    hint: "Choose another one.",
  });
}
