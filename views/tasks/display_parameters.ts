/** How a list shows its tasks, as its URL spells it. */
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
