import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { commaList, key, line, queryFlag } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { atLeastOneField, namesAField } from "../core/versioned.ts";
import { approvalStates, notificationKinds } from "../vocabulary.ts";
import { ProfileRef } from "../refs/schema.ts";

const reasons = commaList(z.enum(notificationKinds));

/** `GET …/inbox`. */
export const InboxList = z.strictObject({
  unread: queryFlag.optional().describe("Whether to list only unread notifications."),
  archived: queryFlag.optional()
    .describe("Whether to list only archived notifications."),
  snoozed: queryFlag.optional()
    .describe("Whether to list only snoozed notifications, ordered by return time."),
  reason: reasons.optional()
    .describe("Filter by reason, comma-separated."),
  ...pageFields,
}).refine(({ archived, snoozed }) => !(archived && snoozed), {
  path: ["snoozed"],
  error: "Choose either archived or snoozed notifications.",
});

/** `POST …/inbox/read-all`. */
export const ReadAll = z.strictObject({
  reason: z.array(z.enum(notificationKinds)).min(1, "Choose at least one reason.").optional()
    .describe("Filter by reason."),
});

/** `POST …/inbox/unread-all`. */
export const UnreadAll = z.strictObject({
  readAt: z.iso.datetime("Use a time such as 2026-12-03T17:00:00.000Z.")
    .describe("`readAt` from the response of `…/inbox/read-all`."),
});

/** The end of a snooze, as typed. */
export const snoozedUntil = line(100).describe(
  "Time the notification returns as unread, such as `2026-12-03T09:00:00Z`. Also accepts words such as " +
    "`3h`, `tomorrow`, and `mon 14:00`, in your time zone.",
);

/** `PATCH …/inbox/{notificationId}`. */
export const EntryPatch = z.strictObject({
  read: z.boolean().optional().describe("Whether the notification is read."),
  archived: z.boolean().optional().describe("Whether the notification is archived."),
  snoozedUntil: snoozedUntil.nullable().optional(),
}).refine(namesAField, atLeastOneField);

/** Several entries of the actor's inbox. */
export const Entries = z.strictObject({
  notificationIds: z.array(key).min(1, "Choose at least one notification.")
    .max(250, "Choose at most 250 notifications."),
});

/**
 * The old and new value: a status, the role `lead` or `member` in a project, or `first` or `last` for reminders. Also
 * the number of records, if one notification covers a change of several.
 */
export const Data = z.strictObject({
  title: z.string().optional(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
  count: z.int().optional(),
  /**
   * The number of records completed in the view since the entry was read. `to` is `completed` if the newest event was a
   * completion.
   */
  completions: z.int().optional(),
});

/** An inbox entry: the newest notification about its subject, with the unread ones before it. */
export const Notification = z.strictObject({
  id: z.string(),
  kind: z.enum(notificationKinds),
  /** The most important kind among its notifications. */
  reason: z.enum(notificationKinds),
  workspace: z.strictObject({ id: z.string(), name: z.string() }),
  /**
   * The subject: `task`, `project`, `approval`, `invitation`, or a kind of view. It has its current name. An approval
   * request has its task's name.
   */
  subject: z.strictObject({
    kind: z.string(),
    id: z.string(),
    title: z.string().nullable(),
    reference: z.string().nullable(),
    status: z.string().nullable(),
    url: responseFields.url.nullable(),
  }),
  actor: ProfileRef.nullable(),
  /** The beginning of the comment; null if it was deleted, and for other kinds. */
  comment: z.strictObject({ id: z.string(), excerpt: z.string() }).nullable(),
  /** The approval request, open or decided; null for other kinds. */
  approval: z.strictObject({
    id: z.string(),
    state: z.enum(approvalStates),
    /** The beginning of the request. */
    excerpt: z.string(),
    /** The beginning of the approver's comment. */
    comment: z.string().nullable(),
  }).nullable(),
  /**
   * The last task or project that entered the view or was completed in it; null for other kinds, and if the reader
   * can't see it anymore.
   */
  arrival: z.strictObject({
    kind: z.enum(["task", "project"]),
    id: z.string(),
    reference: z.string(),
    title: z.string(),
    url: responseFields.url,
  }).nullable(),
  /** The number of records that entered the view since the entry was read. */
  arrivals: z.int(),
  data: Data,
  /** Older unread notifications about the same subject, newest first, at most ten. */
  earlier: z.array(z.strictObject({
    id: z.string(),
    kind: z.enum(notificationKinds),
    actor: ProfileRef.nullable(),
    createdAt: responseFields.time,
  })),
  createdAt: responseFields.time,
  readAt: responseFields.time.nullable(),
  archivedAt: responseFields.time.nullable(),
  /** The time until which the entry is or was snoozed. After that, it is unread. */
  snoozedUntil: responseFields.time.nullable(),
});
export type Notification = z.output<typeof Notification>;

/** The counts of each part of an inbox, up to 100 each. */
export const InboxCounts = z.strictObject({
  unread: z.int(),
  snoozed: z.int(),
  /** The unread entries by reason. */
  reasons: z.record(
    z.enum(notificationKinds),
    z.int().describe("Number of unread notifications for this reason."),
  ),
});
export type InboxCounts = z.output<typeof InboxCounts>;
