import type { NotificationKind } from "../../server/domain/vocabulary.ts";

/** What each kind of notification is called where one chooses how to hear of it. */
export const channelNames: Record<NotificationKind, string> = {
  mention: "Mentions",
  assignment: "Assignments",
  approval: "Approvals",
  invitation: "Invitations",
  comment: "Comments",
  status: "Statuses",
  viewUpdate: "Saved views",
  reminder: "Reminders of project updates",
};
