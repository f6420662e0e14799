import { tasksPath } from "../../../views/paths.ts";
import {
  entryOfInboxPath,
  inboxEntryPath,
  inboxPath,
  readAtPagePath,
  readAtPath,
} from "../../../views/inbox_paths.ts";
import {
  archiveEntries,
  readEntries,
  readWholeInbox,
  restoreEntries,
  unreadEntries,
  unreadWhatWasRead,
} from "../../domain/inbox/mark.ts";
import { acceptInvitation } from "../../domain/invitations/accept.ts";
import { declineInvitation } from "../../domain/invitations/decline.ts";
import { type Action, action } from "../action.ts";
import { many, text } from "../forms.ts";

const home = () => inboxPath;
const changes = "page and sidebar";
const onEntry = { path: entryOfInboxPath, form: {}, home, changes } as const;
const named = ({ notificationId }: { notificationId: string }) => ({
  notificationIds: [notificationId],
});

/** What one opened is read; the page that one is on by then stays as it is. */
export const openEntry = action({
  ...onEntry,
  button: "act=open",
  changes: "sidebar",
  does: (_form, at) => at.perform(readEntries, named(at.params)),
});

export const readEntry = action({
  ...onEntry,
  button: "act=read",
  does: (_form, at) => at.perform(readEntries, named(at.params)),
});

export const unreadEntry = action({
  ...onEntry,
  button: "act=unread",
  does: (_form, at) => at.perform(unreadEntries, named(at.params)),
});

export const archiveEntry: Action = action({
  ...onEntry,
  button: "act=archive",
  does: (_form, at) => at.perform(archiveEntries, named(at.params)),
  says: (_done, _form, { params }) => ({
    text: "Archived. It comes back when something new happens.",
    undo: { action: restoreEntry, path: inboxEntryPath(params.notificationId) },
  }),
});

export const restoreEntry: Action = action({
  ...onEntry,
  button: "act=restore",
  does: (_form, at) => at.perform(restoreEntries, named(at.params)),
  says: (_done, _form, { params }) => ({
    text: "It is back in your inbox.",
    undo: { action: archiveEntry, path: inboxEntryPath(params.notificationId) },
  }),
});

const onInbox = { path: inboxPath, home, changes } as const;

/** Unread again, as it was before it was read in one act. */
export const unreadInbox: Action = action({
  path: readAtPagePath,
  button: "act=unread-all",
  form: {},
  home,
  changes,
  does: (_form, at) => at.perform(unreadWhatWasRead, at.params),
  says: () => ({ text: "They are unread again." }),
});

export const readInbox = action({
  ...onInbox,
  button: "act=read-all",
  form: { reason: many },
  does: (asked, at) => at.perform(readWholeInbox, asked),
  says: ({ read, readAt }) => ({
    text: readAt === null
      ? "Everything was read already."
      : `${read} ${read === 1 ? "entry is" : "entries are"} marked as read.`,
    ...(readAt !== null && { undo: { action: unreadInbox, path: readAtPath(readAt) } }),
  }),
});

/** Leads into the workspace that one was invited to. */
export const acceptFromInbox = action({
  ...onInbox,
  button: "accept",
  form: { accept: text },
  does: ({ accept: invitationId }, at) => at.perform(acceptInvitation, { invitationId }),
  says: ({ name }) => ({ text: `You are a member of ${name} now.` }),
  then: () => tasksPath,
});

export const declineFromInbox = action({
  ...onInbox,
  button: "decline",
  form: { decline: text },
  does: ({ decline: invitationId }, at) => at.perform(declineInvitation, { invitationId }),
  says: () => ({ text: "The invitation is declined." }),
});
