import type { NotificationKind } from "../../server/domain/vocabulary.ts";

/** Names of the kinds of notification, where people choose their channels. */
export const channelNames: Record<NotificationKind, string> = {
  mention: "Mentions",
  assignment: "Assignments",
  approval: "Approvals",
  invitation: "Invitations",
  comment: "Comments",
  status: "Status changes",
  viewUpdate: "Saved views",
  reminder: "Project update reminders",
};
