/** A list that looks otherwise than it begins in everything. */
export const looked = {
  list: "all",
  hidden: ["project", "labels"],
  density: "compact",
  subTasks: "below",
  layout: "board",
  grouping: "label",
  subgrouping: "assignee",
  sorting: "createdAt",
  closed: "-7d",
  folded: ["planned"],
  hiddenColumns: ["cancelled"],
  shownColumns: ["assignee_none"],
};
