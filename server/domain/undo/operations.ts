import { undoTasks } from "./undo_tasks.ts";

export const operations = [undoTasks];
