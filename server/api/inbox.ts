import { z } from "zod";
import { responseFields } from "../domain/core/response_fields.ts";
import { countInbox, countInboxParts } from "../domain/inbox/count.ts";
import { followSubject, unfollowSubject } from "../domain/inbox/follow.ts";
import { listInbox } from "../domain/inbox/list.ts";
import { markAllUnread, readWholeInbox, updateEntry } from "../domain/inbox/mark.ts";
import { InboxCounts, Notification } from "../domain/inbox/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Inbox";
const path = "/workspaces/{workspaceId}/inbox";
const ofEntry = `${path}/{notificationId}`;

export const inboxEndpoints = [
  collection({
    path,
    operation: listInbox,
    tag,
    summary: "List your notifications, newest first",
    description:
      "Returns the latest notification for each subject. `earlier` contains older unread notifications about that subject.",
    plural: "notifications",
    record: Notification,
  }),
  endpoint({
    method: "GET",
    path: `${path}/count`,
    operation: countInbox,
    tag,
    summary: "Count your unread notifications, up to 100",
    status: 200,
    response: z.strictObject({ unread: z.int() }),
    answer: (unread) => ({ unread }),
  }),
  endpoint({
    method: "GET",
    path: `${path}/counts`,
    operation: countInboxParts,
    tag,
    summary: "Count notifications in each part of your inbox, up to 100 per part",
    status: 200,
    response: z.strictObject({ counts: InboxCounts }),
    answer: (counts) => ({ counts }),
  }),
  endpoint({
    method: "POST",
    path: `${path}/read-all`,
    operation: readWholeInbox,
    tag,
    summary: "Mark all notifications as read",
    description:
      "Snoozed notifications stay unread. To undo this, send the returned `readAt` to `…/inbox/unread-all`.",
    status: 200,
    response: z.strictObject({ read: z.int(), readAt: responseFields.time.nullable() }),
    answer: (done) => done,
    bodyOptional: true,
    example: { reason: ["comment", "status"] },
  }),
  endpoint({
    method: "POST",
    path: `${path}/unread-all`,
    operation: markAllUnread,
    tag,
    summary: "Undo marking all notifications as read",
    status: 204,
    response: null,
    answer: () => ({}),
    example: { readAt: "2026-12-03T17:00:00.000Z" },
  }),
  endpoint({
    method: "PATCH",
    path: ofEntry,
    operation: updateEntry,
    tag,
    summary: "Read, archive, snooze, or restore a notification",
    description:
      "Reading or archiving a notification also applies to older notifications about the same subject. A snoozed " +
      "notification returns as unread when the snooze ends, or sooner if something new happens.",
    status: 200,
    response: z.strictObject({ notification: Notification }),
    answer: (notification) => `{"notification":${notification}}`,
    bodyAs: "patch",
    example: { read: true },
  }),
  endpoint({
    method: "PUT",
    path: `${ofEntry}/follow`,
    operation: followSubject,
    tag,
    summary: "Follow a notification's task, or subscribe to its view",
    status: 204,
    response: null,
    answer: () => ({}),
  }),
  endpoint({
    method: "DELETE",
    path: `${ofEntry}/follow`,
    operation: unfollowSubject,
    tag,
    summary: "Unfollow a notification's task, or unsubscribe from its view",
    status: 204,
    response: null,
    answer: () => ({}),
  }),
];
