import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import { audit } from "../audit/record.ts";
import { invalidField } from "../errors.ts";
import { type Found, requireVersion } from "../found.ts";
import { keys } from "../keys.ts";
import { operation } from "../operation.ts";
import { requireManager, withCurrentRole } from "../permission.ts";
import { requireSession } from "../workspaces/session.ts";
import { reviseWorkspace } from "../workspaces/revision.ts";
import { locateMember } from "./locate.ts";
import { requireAnotherOwner, requireOwner } from "./owners.ts";
import { readMember } from "./record.ts";
import { MemberPatch, type MemberRecord } from "./schema.ts";

/**
 * Gives a member another workspace role. It holds from their next request on. Making somebody a manager takes a
 * signed-in session: a token that could do so could give all that it lacks itself.
 * @throws NotFound; Forbidden unless a manager, and an owner where an owner is made or unmade; Conflict for the last
 *   owner or a former member; Invalid for an agent, which has no workspace role; Stale. `contract.md`, Vocabularies
 */
export const updateMember = operation({
  name: "members.update",
  scope: "workspace.manage",
  input: z.strictObject({
    profileId: keys.profile,
    version: z.int().optional(),
    patch: MemberPatch,
  }),
  async run({ tx, actor: asked, now }, input): Promise<Found<MemberRecord>> {
    const actor = await withCurrentRole(tx, asked);
    const member = await locateMember(tx, actor, input.profileId);
    requireManager(actor, "change roles");
    requireVersion("member", member.version, input.version);
    const { role } = input.patch;
    if (member.kind === "agent") {
      throw invalidField("role", "An agent has no workspace role; its automation governs it.");
    }
    if (role !== "member") requireSession(asked);
    if (role === member.role) return await readMember(tx, actor, member.id);
    if (role === "owner" || member.role === "owner") requireOwner(actor);
    if (member.role === "owner") await requireAnotherOwner(tx, actor, member.id);
    await tx.updateTable("profiles").set((e) => ({ role, version: e("version", "+", 1) }))
      .where("id", "=", member.id).execute();
    // Who may see private teams has changed with it
    await reviseWorkspace(tx, actor.workspace.id);
    const data = { from: member.role, to: role };
    const subject = { kind: "profile", id: member.id } as const;
    await recordActivity(tx, actor, now, { subject, kind: "member.role_changed", data });
    await audit(tx, actor, now, {
      kind: "member.role_changed",
      subject: { ...subject, name: member.name },
      data,
    });
    return await readMember(tx, actor, member.id);
  },
});
