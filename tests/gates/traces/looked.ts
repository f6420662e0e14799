/** A list whose display differs from the defaults in every option. */
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
