import { countInbox, listInbox } from "./list.ts";
import {
  archiveEntries,
  readEntries,
  readWholeInbox,
  restoreEntries,
  unreadEntries,
  updateEntry,
} from "./mark.ts";

/** All that can be done with inbox. */
export const operations = [
  listInbox,
  countInbox,
  readEntries,
  unreadEntries,
  archiveEntries,
  restoreEntries,
  updateEntry,
  readWholeInbox,
];
