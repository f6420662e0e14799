import { countInbox, listInbox } from "./list.ts";
import {
  archiveEntries,
  readEntries,
  readWholeInbox,
  restoreEntries,
  unreadEntries,
  updateEntry,
} from "./mark.ts";

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
