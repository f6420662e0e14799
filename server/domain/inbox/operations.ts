import { countInbox, countInboxParts } from "./count.ts";
import { followSubject, unfollowSubject } from "./follow.ts";
import { listInbox } from "./list.ts";
import {
  archiveEntries,
  markAllUnread,
  readEntries,
  readWholeInbox,
  restoreEntries,
  unreadEntries,
  updateEntry,
} from "./mark.ts";
import { findEntry } from "./read.ts";
import { snoozeEntries, unsnoozeEntries } from "./snooze.ts";

export const operations = [
  listInbox,
  findEntry,
  countInbox,
  countInboxParts,
  readEntries,
  unreadEntries,
  archiveEntries,
  restoreEntries,
  snoozeEntries,
  unsnoozeEntries,
  updateEntry,
  readWholeInbox,
  markAllUnread,
  unfollowSubject,
  followSubject,
];
