import { members, type Rows } from "./row.ts";

/** Actions that change a list's display for a person. */
export const displayRows: Rows = {
  "/workspace/roadmap/folds fold": [
    { form: () => ({ fold: "active" }), gets: members("ok") },
    { of: "no key", form: () => ({ fold: "a b" }), gets: members(422) },
  ],
  "/workspace/roadmap/folds unfold": [
    { form: () => ({ unfold: "lead_none" }), gets: members("ok") },
  ],
  "/workspace/tasks/display toggle": [
    { form: () => ({ toggle: "labels", query: "" }), gets: members("ok") },
    { of: "none of a row", form: () => ({ toggle: "title", query: "" }), gets: members(422) },
  ],
  "/workspace/tasks/display show": [
    { form: () => ({ show: "layout=board", query: "" }), gets: members("ok") },
    {
      of: "no list's",
      form: () => ({ show: "layout=wall&group=colour", query: "" }),
      gets: members("ok"),
    },
  ],
  "/workspace/tasks/display reset": [
    { form: () => ({ reset: "1", query: "layout=board" }), gets: members("ok") },
  ],
  "/workspace/tasks/display act=undoLook": [
    {
      form: () => ({
        act: "undoLook",
        was: '{"list":"all","density":"compact"}',
        from: "",
        to: "",
      }),
      gets: members("ok"),
    },
    { of: "no look", form: () => ({ act: "undoLook", was: "compact" }), gets: members(422) },
    {
      of: "of no list",
      form: () => ({ act: "undoLook", was: '{"list":"a b"}' }),
      gets: members(422),
    },
  ],
  "/workspace/tasks/display subTasks": [
    { form: () => ({ subTasks: "below", query: "teamId=ENG" }), gets: members("ok") },
    {
      of: "none that there is",
      form: () => ({ subTasks: "above", query: "" }),
      gets: members(422),
    },
  ],
  "/workspace/tasks/display density": [
    { form: () => ({ density: "compact", query: "teamId=ENG" }), gets: members("ok") },
    { of: "none that there is", form: () => ({ density: "high", query: "" }), gets: members(422) },
  ],
  "/workspace/projects/display fold": [
    { form: () => ({ fold: "planned,completed", query: "" }), gets: members("ok") },
    { of: "no key", form: () => ({ fold: "a b", query: "" }), gets: members(422) },
  ],
  "/workspace/projects/display unfold": [
    { form: () => ({ unfold: "planned", query: "" }), gets: members("ok") },
  ],
  "/workspace/tasks/display fold": [
    { form: () => ({ fold: "planned,completed", query: "" }), gets: members("ok") },
    { of: "no key", form: () => ({ fold: "a b", query: "" }), gets: members(422) },
  ],
  "/workspace/tasks/display unfold": [
    { form: () => ({ unfold: "planned", query: "" }), gets: members("ok") },
  ],
  "/workspace/tasks/display hideColumn": [
    {
      form: () => ({ hideColumn: "cancelled", heading: "Cancelled", query: "" }),
      gets: members("ok"),
    },
    { of: "no key", form: () => ({ hideColumn: "a b", query: "" }), gets: members(422) },
  ],
  "/workspace/tasks/display showColumn": [
    { form: () => ({ showColumn: "label_none", query: "" }), gets: members("ok") },
    { of: "no key", form: () => ({ showColumn: "a b", query: "" }), gets: members(422) },
  ],
};
