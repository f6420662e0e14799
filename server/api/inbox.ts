import { z } from "zod";
import { countInbox, listInbox } from "../domain/inbox/list.ts";
import { readWholeInbox, updateEntry } from "../domain/inbox/mark.ts";
import { Notification } from "../domain/inbox/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Inbox";
const path = "/workspaces/{workspaceId}/inbox";

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
    method: "POST",
    path: `${path}/read-all`,
    operation: readWholeInbox,
    tag,
    summary: "Mark everything in one's inbox as read",
    status: 200,
    response: z.strictObject({ read: z.int() }),
    answer: (read) => ({ read }),
    bodyOptional: true,
  }),
  endpoint({
    method: "PATCH",
    path: `${path}/{notificationId}`,
    operation: updateEntry,
    tag,
    summary: "Mark a notification as read or archived, or no longer",
    description:
      "Read or archived, an entry takes the older notifications about its subject with it.",
    status: 200,
    response: z.strictObject({ notification: Notification }),
    answer: (notification) => `{"notification":${notification}}`,
    bodyAs: "patch",
    example: { read: true },
  }),
];
