import type { z } from "zod";
import { recordActivity } from "../activity/write.ts";
import type { Member, TeamRole } from "../core/actor.ts";
import { audit } from "../audit/write.ts";
import { Conflict, Invalid } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { requireManager, requireSession } from "../core/permission.ts";
import { requireOwner } from "../members/owners.ts";
import type { Json } from "../core/json.ts";
import { resolveTeams } from "../teams/resolve.ts";
import { queueInvitationMail } from "../side_effects/invitation_mail.ts";
import { notifyOfInvitation } from "./notifications.ts";
import { requireCooledDown, requireUnderDailyLimit } from "./sending_limits.ts";
import { requireReachable } from "./require_reachable.ts";
import { HOLDS_MS, readInvitation } from "./record.ts";
import { type Invitation, InvitationCreate } from "./schema.ts";

/**
 * Invites someone to the workspace by email, with a role and teams. An address has at most one pending invitation per
 * workspace. Inviting a manager requires a session, as making someone a manager does.
 * @throws Forbidden unless a manager, and an owner to invite an owner; Conflict if the person is already a member or
 * invited; TooMany if the address just got an email, or the actor sent 500 invitations in a day; Invalid for an unknown
 * team, or for an address without an account if sign-up is closed
 */
export const createInvitation = operation({
  name: "invitations.create",
  scope: "workspace.manage",
  input: InvitationCreate,
  async run(context, { email, ...offer }): Promise<Json<Invitation>> {
    const invite = await inviting(context, offer);
    return await invite(email);
  },
});

/**
 * Returns a function that invites one address after another to the same role and teams.
 * @throws errors of `createInvitation` for the role and teams; the function throws the others
 */
export async function inviting(
  context: WriteContext<Member>,
  offer: Omit<z.output<typeof InvitationCreate>, "email">,
): Promise<(email: string) => Promise<Json<Invitation>>> {
  requireManager(context.actor, "invite people");
  if (offer.role === "owner") requireOwner(context.actor);
  if (offer.role !== "member") requireSession(context.actor);
  const teams = await resolveSeats(context, offer.teams);
  return (email) => invite(context, { email, role: offer.role, teams });
}

async function invite(
  context: WriteContext<Member>,
  { email, role, teams }: { email: string; role: Invitation["role"]; teams: TeamSeat[] },
): Promise<Json<Invitation>> {
  const { now, services } = context;
  await requireOutside(context, email);
  const user = await requireReachable(context, services, email);
  await requireNoneLive(context, email);
  await requireUnderDailyLimit(context);
  const id = newId("inv", now);
  await insertInvitation(context, { id, email, role, teams });
  await recordActivity(context, id, { kind: "invitation.sent", data: { to: email } });
  await audit(context, {
    kind: "invitation.sent",
    subject: { kind: "invitation", id, name: email },
    data: { role, teams },
  });
  if (user) await notifyOfInvitation(context, id, user.id);
  await queueInvitationMail(context, { id, email }, user);
  return await readInvitation(context, id);
}

interface TeamSeat {
  teamId: string;
  role: TeamRole;
}

/**
 * Returns the team roles with the IDs of their teams.
 * @throws Invalid with each team that doesn't exist or appears twice; Conflict for an archived one
 */
async function resolveSeats(context: ReadContext<Member>, seats: TeamSeat[]): Promise<TeamSeat[]> {
  const pathOf = (n: number) => ["teams", n, "teamId"];
  const teams = await resolveTeams(context, seats.map(({ teamId }) => teamId), pathOf);
  const ids = teams.map(({ id }) => id);
  const twice = teams.flatMap(({ id, name }, n) =>
    ids.indexOf(id) === n ? [] : [{ path: pathOf(n), message: `Use ${name} only once.` }]
  );
  if (twice.length > 0) throw new Invalid(twice);
  return seats.map(({ role }, n) => ({ teamId: ids[n]!, role }));
}

/** @throws Conflict if the address belongs to a member */
async function requireOutside({ db, actor }: ReadContext<Member>, email: string): Promise<void> {
  const member = await db.selectFrom("users as u")
    .innerJoin("profiles as p", "p.user_id", "u.id").select("p.id")
    .where("u.email", "=", email).where("p.workspace_id", "=", actor.workspace.id)
    .where("p.removed_at", "is", null).executeTakeFirst();
  if (!member) return;
  throw new Conflict(`${email} is already a member of this workspace.`, {
    code: "already_member",
    hint: actor.interface === "web"
      ? "To change the member's role or teams, edit the member."
      : `To change the member's role or teams, update the member ${member.id}.`,
  });
}

async function requireNoneLive(
  { tx, actor, now }: WriteContext<Member>,
  email: string,
): Promise<void> {
  const at = now.toISOString();
  await tx.updateTable("invitations").set({ status: "expired" })
    .where("workspace_id", "=", actor.workspace.id).where("email", "=", email)
    .where("status", "=", "pending").where("expires_at", "<=", at).execute();
  const last = await tx.selectFrom("invitations").select(["id", "status", "sent_at"])
    .where("workspace_id", "=", actor.workspace.id).where("email", "=", email)
    .orderBy("sent_at", "desc").orderBy("id", "desc").limit(1).executeTakeFirst();
  if (last?.status === "pending") {
    throw new Conflict(`${email} is already invited.`, {
      code: "already_invited",
      hint: actor.interface === "web"
        ? "Resend the invitation, or revoke it first."
        : `Resend the invitation ${last.id}, or revoke it first.`,
    });
  }
  if (last) requireCooledDown(last.sent_at, now);
}

async function insertInvitation(
  { tx, actor, now }: WriteContext<Member>,
  invited: { id: string; email: string; role: Invitation["role"]; teams: TeamSeat[] },
): Promise<void> {
  const at = now.toISOString();
  await tx.insertInto("invitations").values({
    id: invited.id,
    workspace_id: actor.workspace.id,
    email: invited.email,
    role: invited.role,
    status: "pending",
    invited_by: actor.profile.id,
    created_at: at,
    sent_at: at,
    expires_at: new Date(now.getTime() + HOLDS_MS).toISOString(),
    answered_at: null,
  }).execute();
  for (const { teamId, role } of invited.teams) {
    await tx.insertInto("invitation_teams")
      .values({ invitation_id: invited.id, team_id: teamId, role }).execute();
  }
}
