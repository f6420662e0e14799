import { listTaskActivity } from "./list_activity.ts";
import { archiveTask, restoreTask } from "./archive.ts";
import { createTask } from "./create.ts";
import { listArchivedTasks, listDrafts } from "./drafts_and_archive.ts";
import { findSeveralTasks } from "./find_several.ts";
import { findParents } from "./find_parents.ts";
import { findTask, findTaskVersion } from "./find.ts";
import { findTaskId } from "./find_id.ts";
import { findTaskRow } from "./find_row.ts";
import { findTasksByReference } from "./find_by_reference.ts";
import { followTask, followTasks, unfollowTask } from "./follow.ts";
import { countValues } from "./count_values.ts";
import { groupTasks } from "./groups.ts";
import { listTaskCacheKeys, listTasks } from "./list.ts";
import { setTaskCheckbox, setTaskRowCheckbox } from "./set_checkbox.ts";
import { makeSubTasks } from "./make_sub_tasks.ts";
import { whyNoMoreTasks } from "./task_limit.ts";
import { readTaskTexts } from "./texts.ts";
import { updateTask, updateTaskRow } from "./update.ts";
import { updateTasks } from "./update_many.ts";

export const operations = [
  listTasks,
  listTaskCacheKeys,
  groupTasks,
  countValues,
  findSeveralTasks,
  findTasksByReference,
  findParents,
  findTask,
  findTaskVersion,
  findTaskId,
  findTaskRow,
  listTaskActivity,
  createTask,
  updateTask,
  updateTaskRow,
  updateTasks,
  makeSubTasks,
  setTaskCheckbox,
  setTaskRowCheckbox,
  readTaskTexts,
  whyNoMoreTasks,
  archiveTask,
  restoreTask,
  listDrafts,
  listArchivedTasks,
  followTask,
  followTasks,
  unfollowTask,
];
