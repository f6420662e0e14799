import type { FullCast } from "../support/full_cast.ts";
import { insiders, managers, members, only, type Row, type Rows, taskWriters } from "./row.ts";

const SELECTED = "/workspace/tasks/selected";

type Sent = (fullCast: FullCast) => Record<string, string>;

/** A change of several tasks at once: of all of them, or of none. */
const changesOfSelected = (form: Sent): readonly Row[] => [
  {
    form: (fullCast) => ({ tasks: "ENG-1,ENG-4", ...form(fullCast) }),
    gets: only(taskWriters),
  },
  {
    of: "one of a private team",
    form: (fullCast) => ({ tasks: "ENG-1,PPL-1", ...form(fullCast) }),
    gets: { ...only(managers), outsider: 403, lead: 404, member: 404, commentator: 422 },
  },
];

/** An unknown label is reported first. */
const labelsOfSelected = (form: Sent): readonly Row[] =>
  changesOfSelected(form).map((row) => ({ ...row, gets: { ...row.gets, foreign: 422 } }));

/** Actions on several tasks that affect only the person: for everyone who can see all of them. */
const ownOfSelected: readonly Row[] = [
  { form: () => ({ tasks: "ENG-1,ENG-4" }), gets: members("ok", 404) },
  {
    of: "one of a private team",
    form: () => ({ tasks: "ENG-1,PPL-1" }),
    gets: only(insiders, 404),
  },
];

const ownPath = (act: string) =>
  act.endsWith("follow") ? "follows/:tasks" : "favorites/:tasks/:positions";

const undone = (act: string): readonly Row[] =>
  ownOfSelected.map(({ form, ...row }) => ({
    ...row,
    params: (fullCast) => ({
      tasks: form!(fullCast).tasks!,
      ...(act.endsWith("favorite") && { positions: "0,1" }),
    }),
  }));

/** Actions on several tasks at once, with the people who can do them. */
export const selectedRows: Rows = {
  [`${SELECTED} status`]: changesOfSelected(() => ({ status: "progressed" })),
  [`${SELECTED} priority`]: changesOfSelected(() => ({ priority: "high" })),
  [`${SELECTED} assigneeId`]: changesOfSelected(() => ({ assigneeId: "" })),
  [`${SELECTED} deadlineAt`]: changesOfSelected(() => ({ deadlineAt: "2026-12-03" })),
  [`${SELECTED} parentId`]: changesOfSelected(() => ({ parentId: "" })),
  [`${SELECTED} projectId`]: changesOfSelected(() => ({ projectId: "" })),
  [`${SELECTED} milestoneId`]: changesOfSelected(() => ({ milestoneId: "" })),
  [`${SELECTED} addLabel`]: labelsOfSelected(({ ids }) => ({ addLabel: ids.label! })),
  [`${SELECTED} removeLabel`]: labelsOfSelected(({ ids }) => ({ removeLabel: ids.label! })),
  [`${SELECTED} act=assignToMe`]: changesOfSelected(() => ({})),
  [`${SELECTED} act=archive`]: changesOfSelected(() => ({})),
  [`${SELECTED} act=restore`]: changesOfSelected(() => ({})),
  ...Object.fromEntries(
    ["follow", "unfollow", "favorite", "unfavorite"].flatMap((act) => [
      [`${SELECTED} act=${act}`, ownOfSelected],
      [`${SELECTED}/${ownPath(act)} act=${act}`, undone(act)],
    ]),
  ),
  [`${SELECTED}/place`]: changesOfSelected(() => ({ status: "progressed" })),
  [`${SELECTED} teamId`]: [
    { form: () => ({ tasks: "ENG-1", teamId: "SUP" }), gets: only(managers) },
  ],
};
