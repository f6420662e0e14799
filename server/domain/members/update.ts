import { z } from "zod";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { column } from "../change/columns.ts";
import { invalidField } from "../core/errors.ts";
import type { Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { requireManager, requireSession, withCurrentRole } from "../core/permission.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { locateMember, type StoredProfile } from "../profiles/locate.ts";
import { requireAnotherOwner, requireOwner } from "./owners.ts";
import { readMember } from "../profiles/record.ts";
import { MemberPatch, type MemberRecord } from "../profiles/schema.ts";

const members: ChangeRules<"profiles", string, StoredProfile, z.output<typeof MemberPatch>> = {
  name: "member",
  table: "profiles",
  dated: false,
  locate: locateMember,
  allow: ({ actor }) => requireManager(actor, "change roles"),
  planners: {
    async role(context, role) {
      const { actor, record: member } = context;
      if (member.kind === "agent") {
        throw invalidField("role", "An agent has no workspace role; its automation governs it.");
      }
      if (role !== "member") requireSession(actor);
      const change = column<"role", typeof role>("role", "member.role_changed")(context, role);
      if (!change) return null;
      if (role === "owner" || member.role === "owner") requireOwner(actor);
      if (member.role === "owner") await requireAnotherOwner(context, member.id);
      return change;
    },
  },
  async around(context, _, write) {
    await write();
    // Who may see private teams has changed with it
    await reviseWorkspace(context);
  },
  subject: ({ id }) => id,
  auditName: (_, { name }) => name,
};

/**
 * Gives a member another workspace role. It holds from their next request on. Making somebody a manager takes a
 * signed-in session: a token that could do so could give all that it lacks itself.
 * @throws NotFound; Forbidden unless a manager, and an owner where an owner is made or unmade; Conflict for the last
 *   owner or a former member; Invalid for an agent, which has no workspace role; Stale. `RULES.md`, Vocabularies
 */
export const updateMember = operation({
  name: "members.update",
  scope: "workspace.manage",
  input: z.strictObject({
    profileId: keys.profile,
    version: z.int().optional(),
    patch: MemberPatch,
  }),
  async run(asked, { profileId, ...change }): Promise<Versioned<MemberRecord>> {
    const context = await withCurrentRole(asked);
    const { id } = await changeRecord(context, members, profileId, change);
    return await readMember(context, id);
  },
});
