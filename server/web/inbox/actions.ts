import { tasksPath } from "../../../views/paths.ts";
import {
  entryOfInboxPath,
  inboxEntryPath,
  inboxPath,
  readAtPagePath,
  readAtPath,
  unsnoozePagePath,
  unsnoozePath,
} from "../../../views/inbox_paths.ts";
import { comingMoment } from "../../../views/ui/time.tsx";
import { counted } from "../../../views/ui/words.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { followSubject, unfollowSubject } from "../../domain/inbox/follow.ts";
import {
  archiveEntries,
  markAllUnread,
  readEntries,
  readWholeInbox,
  restoreEntries,
  unreadEntries,
  updateEntry,
} from "../../domain/inbox/mark.ts";
import { findEntry } from "../../domain/inbox/read.ts";
import { snoozeEntries, unsnoozeEntries } from "../../domain/inbox/snooze.ts";
import { acceptInvitation } from "../../domain/invitations/accept.ts";
import { declineInvitation } from "../../domain/invitations/decline.ts";
import { type Action, action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { many, text } from "../forms.ts";
import { pageClockOf } from "../page_clock.ts";
import { entryState, patchBackTo } from "./entry_state.ts";

const home = () => inboxPath;
const changes = "page and sidebar";
const onEntry = { path: entryOfInboxPath, form: {}, home, changes } as const;
const named = ({ notificationId }: { notificationId: string }) => ({
  notificationIds: [notificationId],
});

/** Returns the shortest name of an entry's subject. */
async function subjectOf(
  { ask, params: { notificationId } }: ActionContext<Member> & {
    params: { notificationId: string };
  },
): Promise<string> {
  const { subject } = parseJson(await ask(findEntry, { notificationId }));
  return subject.reference ?? subject.title ?? "Notification";
}

/** Marks an opened entry as read. The page that is then open doesn't change. */
export const openEntry = action({
  ...onEntry,
  button: "act=open",
  changes: "sidebar",
  does: (_form, at) => at.perform(readEntries, named(at.params)),
});

export const markEntryRead = action({
  ...onEntry,
  button: "act=read",
  does: (_form, at) => at.perform(readEntries, named(at.params)),
});

export const markEntryUnread = action({
  ...onEntry,
  button: "act=unread",
  does: (_form, at) => at.perform(unreadEntries, named(at.params)),
});

export const archiveEntry: Action = action({
  ...onEntry,
  button: "act=archive",
  does: (_form, at) => at.perform(archiveEntries, named(at.params)),
  says: (_done, _form, { params }) => ({
    text: "Notification archived. The notification returns if something new happens.",
    undo: { action: restoreEntry, path: inboxEntryPath(params.notificationId) },
  }),
});

export const restoreEntry: Action = action({
  ...onEntry,
  button: "act=restore",
  async does(_form, at) {
    await at.perform(restoreEntries, named(at.params));
    return await subjectOf(at);
  },
  says: (subject, _form, { params }) => ({
    text: `${subject} restored to your inbox`,
    undo: { action: archiveEntry, path: inboxEntryPath(params.notificationId) },
  }),
});

export const undoSnooze: Action = action({
  path: unsnoozePagePath,
  button: "act=unsnooze",
  form: {},
  home,
  changes,
  async does(_form, at) {
    const { notificationId, before } = at.params;
    await at.perform(updateEntry, { notificationId, patch: patchBackTo(before) });
    return await subjectOf(at);
  },
  says: (subject) => ({ text: `Undone: snooze of ${subject}` }),
});

export const snoozeEntry = action({
  ...onEntry,
  button: "until",
  form: { until: text },
  async does({ until }, at) {
    const before = parseJson(await at.ask(findEntry, at.params));
    const moment = await at.perform(snoozeEntries, { ...named(at.params), until });
    return { until: moment, before: entryState(before, at.now) };
  },
  says: ({ until, before }, _form, at) => ({
    text: `Snoozed until ${comingMoment(until, pageClockOf(at))}`,
    undo: { action: undoSnooze, path: unsnoozePath(at.params.notificationId, before) },
  }),
});

export const unsnoozeEntry = action({
  ...onEntry,
  button: "act=unsnooze",
  async does(_form, at) {
    await at.perform(unsnoozeEntries, named(at.params));
    return await subjectOf(at);
  },
  says: (subject) => ({ text: `${subject} unsnoozed` }),
});

export const unfollowEntry: Action = action({
  ...onEntry,
  button: "act=unfollow",
  async does(_form, at) {
    await at.perform(unfollowSubject, at.params);
    return await subjectOf(at);
  },
  says: (subject, _form, { params }) => ({
    text: `Unfollowed ${subject}. You still get notifications about mentions and assignments.`,
    undo: { action: followEntry, path: inboxEntryPath(params.notificationId) },
  }),
});

export const followEntry: Action = action({
  ...onEntry,
  button: "act=follow",
  async does(_form, at) {
    await at.perform(followSubject, at.params);
    return await subjectOf(at);
  },
  says: (subject, _form, { params }) => ({
    text: `Following ${subject}`,
    undo: { action: unfollowEntry, path: inboxEntryPath(params.notificationId) },
  }),
});

const onInbox = { path: inboxPath, home, changes } as const;

/** Marks entries as unread that were marked as read together. */
export const unreadInbox: Action = action({
  path: readAtPagePath,
  button: "act=unread-all",
  form: {},
  home,
  changes,
  does: (_form, at) => at.perform(markAllUnread, at.params),
  says: () => ({ text: "Notifications marked as unread" }),
});

export const readInbox = action({
  ...onInbox,
  button: "act=read-all",
  form: { reason: many },
  does: (asked, at) => at.perform(readWholeInbox, asked),
  says: ({ read, readAt }) => ({
    text: readAt === null
      ? "No unread notifications"
      : `${counted(read, "notification")} marked as read`,
    ...(readAt !== null && { undo: { action: unreadInbox, path: readAtPath(readAt) } }),
  }),
});

/** Accepts an invitation and opens the new workspace. */
export const acceptFromInbox = action({
  ...onInbox,
  button: "accept",
  form: { accept: text },
  does: ({ accept: invitationId }, at) => at.perform(acceptInvitation, { invitationId }),
  says: ({ name }) => ({ text: `You joined ${name}` }),
  then: () => tasksPath,
});

export const declineFromInbox = action({
  ...onInbox,
  button: "decline",
  form: { decline: text },
  does: ({ decline: invitationId }, at) => at.perform(declineInvitation, { invitationId }),
  says: () => ({ text: "Invitation declined" }),
});
