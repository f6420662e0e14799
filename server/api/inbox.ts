import { z } from "zod";
import { responseFields } from "../domain/core/response_fields.ts";
import { countInbox, countInboxParts } from "../domain/inbox/count.ts";
import { followSubject, unfollowSubject } from "../domain/inbox/follow.ts";
import { listInbox } from "../domain/inbox/list.ts";
import { readWholeInbox, unreadWhatWasRead, updateEntry } from "../domain/inbox/mark.ts";
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
    summary: "List one's notifications, newest first",
    description: "One entry for each subject; the unread ones before it stand under `earlier`.",
    plural: "notifications",
    record: Notification,
  }),
  endpoint({
    method: "GET",
    path: `${path}/count`,
    operation: countInbox,
    tag,
    summary: "Count one's unread notifications, up to 100",
    status: 200,
    response: z.strictObject({ unread: z.int() }),
    answer: (unread) => ({ unread }),
  }),
  endpoint({
    method: "GET",
    path: `${path}/counts`,
    operation: countInboxParts,
    tag,
    summary: "Count what there is of each part of one's inbox, each up to 100",
    status: 200,
    response: z.strictObject({ counts: InboxCounts }),
    answer: (counts) => ({ counts }),
  }),
  endpoint({
    method: "POST",
    path: `${path}/read-all`,
    operation: readWholeInbox,
    tag,
    summary: "Mark everything in one's inbox as read",
    description: "What is snoozed stays unread. `readAt` takes it back.",
    status: 200,
    response: z.strictObject({ read: z.int(), readAt: responseFields.time.nullable() }),
    answer: (done) => done,
    bodyOptional: true,
    example: { reason: ["comment", "status"] },
  }),
  endpoint({
    method: "POST",
    path: `${path}/unread-all`,
    operation: unreadWhatWasRead,
    tag,
    summary: "Mark what was read in one act as unread again",
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
    summary: "Mark a notification as read, archived or snoozed, or no longer",
    description:
      "Read or archived, an entry takes the older notifications about its subject with it. " +
      "Snoozed, it comes back unread at its time, or before it when something new happens.",
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
    summary: "Hear no more of a notification's task or view",
    status: 204,
    response: null,
    answer: () => ({}),
  }),
];
