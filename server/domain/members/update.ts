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
      return { columns, kind: to ? "member.suspended" : "member.unsuspended" };
    },
  },
  async around(context, { before, columns }, write) {
    await write();
    if (columns.suspended_at) await forgetInSessions(context, before);
    else if (columns.suspended_at === null) await goOnInSessions(context, before);
    // Who may see private teams, and is to be given something, has changed with it
    await reviseWorkspace(context);
  },
  subject: ({ id }) => id,
  auditName: (_, { name }) => name,
};

function ownSuspension(): Conflict {
  return new Conflict("You can't suspend yourself.", {
    code: "own_suspension",
    hint: "Ask another owner or admin, or leave the workspace.",
  });
}

/**
 * Gives a member another workspace role, or suspends a person and lifts that again. It holds from their next request on.
 * Making somebody a manager, be it again, takes a signed-in session: a token that could do so could give all that it
 * lacks itself. Whoever is suspended belongs to the workspace still and keeps what is theirs, but no interface lets them in,
 * nothing new is given to them and nothing told; their sessions go on elsewhere.
 * @throws NotFound; Forbidden unless a manager, and an owner where it is about an owner; Conflict for the last owner, a
 *   former member, or where one would suspend oneself; Invalid for an agent, which its automation governs; Stale.
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
