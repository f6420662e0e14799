import { createApproval } from "./approvals/create.ts";
import { decideApproval } from "./approvals/decide.ts";
import { findApproval } from "./approvals/find.ts";
import { listApprovals, listTaskApprovals } from "./approvals/list.ts";
import { withdrawApproval } from "./approvals/withdraw.ts";
import { createComment } from "./comments/create.ts";
import { deleteComment } from "./comments/delete.ts";
import { listComments } from "./comments/list.ts";
import { updateComment } from "./comments/update.ts";
import { countInbox, listInbox } from "./inbox/list.ts";
import {
  archiveEntries,
  readEntries,
  readWholeInbox,
  restoreEntries,
  unreadEntries,
  updateEntry,
} from "./inbox/mark.ts";
import { addRelation } from "./relations/add.ts";
import { removeRelation } from "./relations/remove.ts";
import { createResource } from "./resources/create.ts";
import { deleteResource } from "./resources/delete.ts";
import { listResources } from "./resources/list.ts";
import { updateResource } from "./resources/update.ts";
import { archiveTask, restoreTask } from "./tasks/archive.ts";
import { followTask, unfollowTask } from "./tasks/follow.ts";
import { listArchivedTasks, listDrafts } from "./tasks/shelf.ts";
import { readTaskTexts } from "./tasks/texts.ts";
import { createTaskTemplate } from "./templates/create.ts";
import { findTaskTemplate, listTaskTemplates } from "./templates/list.ts";
import {
  archiveTaskTemplate,
  restoreTaskTemplate,
  updateTaskTemplate,
} from "./templates/update.ts";

/** What is said and asked about tasks and who hears of it, the shelves they stand on, and what they start from. */
export const conversation = [
  readTaskTexts,
  listComments,
  createComment,
  updateComment,
  deleteComment,
  listApprovals,
  listTaskApprovals,
  findApproval,
  createApproval,
  decideApproval,
  withdrawApproval,
  addRelation,
  removeRelation,
  listResources,
  createResource,
  updateResource,
  deleteResource,
  archiveTask,
  restoreTask,
  listDrafts,
  listArchivedTasks,
  followTask,
  unfollowTask,
  listInbox,
  countInbox,
  readEntries,
  unreadEntries,
  archiveEntries,
  restoreEntries,
  updateEntry,
  readWholeInbox,
  listTaskTemplates,
  findTaskTemplate,
  createTaskTemplate,
  updateTaskTemplate,
  archiveTaskTemplate,
  restoreTaskTemplate,
];
