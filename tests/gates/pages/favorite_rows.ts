import { insiders, members, only, type Row, type Rows } from "./row.ts";

/** What anyone may do with a task who sees it. */
const seeing: readonly Row[] = [
  { params: () => ({ taskId: "ENG-1" }), gets: members("ok", 404) },
  { of: "in a private team", params: () => ({ taskId: "PPL-1" }), gets: only(insiders, 404) },
];

/** The same with whatever can be a favorite. */
const favoring: readonly Row[] = [
  {
    params: () => ({ kind: "task", id: "ENG-1" }),
    gets: members("ok", 404),
  },
  {
    of: "a private team",
    params: ({ teams }) => ({ kind: "team", id: teams.ppl }),
    gets: only(insiders, 404),
  },
  { of: "none that can be", params: () => ({ kind: "label", id: "Bug" }), gets: members(422) },
];

const placing = ({ params, ...row }: Row): Row => ({
  ...row,
  params: (fullCast) => ({ ...params!(fullCast), position: "0" }),
});

/** Who may make something a favorite, and put it among them. */
export const favoriteRows: Rows = {
  "/workspace/favorites/:kind/:id act=add": favoring,
  "/workspace/favorites/:kind/:id act=remove": favoring,
  "/workspace/favorites/:kind/:id/:position": favoring.map(placing),
  "/workspace/favorites/:kind/:id/:position act=again": favoring.map(placing),
  "/workspace/tasks/:taskId act=favorite": seeing,
  "/workspace/tasks/:taskId act=unfavorite": seeing,
};
