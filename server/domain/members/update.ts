import { z } from "zod";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { column } from "../change/columns.ts";
import { Conflict, invalidField } from "../core/errors.ts";
import { seenVersion, type Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { requireManager, requireSession } from "../core/permission.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { locateMember, type StoredProfile } from "../profiles/locate.ts";
import { forgetInSessions, goOnInSessions } from "./sessions.ts";
import { requireAnotherOwner, requireOwner } from "./owners.ts";
import { readMember } from "../profiles/record.ts";
import { MemberPatch, type MemberRecord } from "../profiles/schema.ts";

const members: ChangeRules<"profiles", string, StoredProfile, z.output<typeof MemberPatch>> = {
  name: "member",
  table: "profiles",
  dated: false,
  locate: locateMember,
  allow: ({ actor }) => requireManager(actor, "change roles and suspend members"),
  planners: {
    async role(context, role) {
      const { actor, record: member } = context;
      if (member.kind === "agent") {
        throw invalidField(
          "role",
          "Agents don't have a workspace role. Their automation determines their access.",
        );
      }
      if (role !== "member") requireSession(actor);
      const change = column<"role", typeof role>("role", "member.role_changed")(context, role);
      if (!change) return null;
      if (role === "owner" || member.role === "owner") requireOwner(actor);
      if (member.role === "owner") await requireAnotherOwner(context, member.id);
      return change;
    },
    async suspended(context, to) {
      const { actor, now, record: member } = context;
      if (member.kind === "agent") {
        throw invalidField("suspended", "Use the agent's own ID and endpoint to suspend it.");
      }
      if (to === (member.suspended_at !== null)) return null;
      if (member.id === actor.profile.id) throw ownSuspension();
      if (!to && member.role !== "member") requireSession(actor);
      if (member.role === "owner") {
        requireOwner(actor);
        if (to) await requireAnotherOwner(context, member.id);
      }
      const columns = { suspended_at: to ? now.toISOString() : null };
      return { columns, fact: { kind: to ? "member.suspended" : "member.unsuspended" } };
    },
  },
  async around(context, { before, columns }, write) {
    await write();
    if (columns.suspended_at) await forgetInSessions(context, before);
    else if (columns.suspended_at === null) await goOnInSessions(context, before);
    // The change affects who can see private teams and who can be assigned new work
    await reviseWorkspace(context);
  },
  subject: ({ id }) => id,
  auditName: (_, { name }) => name,
};

function ownSuspension(): Conflict {
  return new Conflict("You can't suspend yourself.", {
    code: "own_suspension",
    hint: "Ask another owner or admin to suspend you, or leave the workspace.",
  });
}

/**
 * Changes a member's workspace role, or suspends or unsuspends a person, from the next request on. Making someone a
 * manager requires a session, because a token could otherwise grant what it lacks. Suspended people stay members and
 * keep their records, but can't use any interface, and get no new work or notifications. Their sessions switch to
 * another workspace.
 * @throws NotFound; Forbidden unless a manager, and an owner for a change of owners; Conflict for the last owner, a
 *   former member, or the actor's own suspension; Invalid for an agent, whose automation decides; Stale.
 *   `RULES.md`, Vocabularies
 */
export const updateMember = operation({
  name: "members.update",
  scope: "workspace.manage",
  input: z.strictObject({
    profileId: keys.profile,
    version: seenVersion,
    patch: MemberPatch,
  }),
  async run(context, { profileId, ...change }): Promise<Versioned<MemberRecord>> {
    const { id } = await changeRecord(context, members, profileId, change);
    return await readMember(context, id);
  },
});
