import type { Member } from "../core/actor.ts";
import { listRecipients, seesProject } from "../visibility/readers.ts";
import { listMentionedProfiles } from "../side_effects/audience.ts";
import { deliverAnnouncements } from "../side_effects/deliver_notifications.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";

/** The facts about a project that people are notified about: its lead, members, and description. */
export interface Involved {
  leadId: string | null;
  memberIds: string[];
  description: string | null;
}

/** Reads the facts of a project for notifications, before and after a write. */
export async function involvedIn({ db }: ReadContext, projectId: string): Promise<Involved> {
  const { lead_id, description } = await db.selectFrom("projects")
    .select(["lead_id", "description"]).where("id", "=", projectId).executeTakeFirstOrThrow();
  const members = await db.selectFrom("project_members").select("profile_id")
    .where("project_id", "=", projectId).execute();
  return { leadId: lead_id, memberIds: members.map((row) => row.profile_id), description };
}

/**
 * Notifies the new lead, new members, and newly mentioned people of a project who can see it.
 * @param before the project before the write; null if it is new
 */
export async function notifyPeopleOfProject(
  context: WriteContext<Member>,
  projectId: string,
  before: Involved | null,
): Promise<void> {
  const after = await involvedIn(context, projectId);
  const leads = after.leadId && after.leadId !== before?.leadId ? [after.leadId] : [];
  const members = after.memberIds.filter((id) => !before?.memberIds.includes(id));
  const sight = seesProject(projectId);
  const mentioned = after.description === before?.description
    ? []
    : await listMentionedProfiles(context, {
      workspaceId: context.actor.workspace.id,
      texts: [after.description ?? ""],
      before: before?.description ?? "",
    }, sight);
  await deliverAnnouncements(context, { kind: "project", id: projectId }, [
    {
      recipientIds: await listRecipients(context, leads, sight),
      kind: "assignment",
      data: { to: "lead" },
    },
    {
      recipientIds: await listRecipients(context, members, sight),
      kind: "assignment",
      data: { to: "member" },
    },
    { recipientIds: mentioned, kind: "mention" },
  ]);
}

/** Notifies people mentioned in an update who can see the project. */
export async function notifyOfUpdate(
  context: WriteContext<Member>,
  projectId: string,
  text: string,
): Promise<void> {
  const written = { workspaceId: context.actor.workspace.id, texts: [text] };
  const recipientIds = await listMentionedProfiles(context, written, seesProject(projectId));
  await deliverAnnouncements(context, { kind: "project", id: projectId }, [
    { recipientIds, kind: "mention" },
  ]);
}
