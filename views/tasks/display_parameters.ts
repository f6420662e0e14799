/** The display options of a task list in its URL. */
export const displayParameters = [
  "layout",
  "group",
  "subgroup",
  "sort",
  "subTasks",
  "hidden",
  "density",
] as const;
export type DisplayParameter = (typeof displayParameters)[number];
