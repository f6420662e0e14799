import { insiders, members, only, type Row, type Rows } from "./row.ts";

/** Actions on a task that everyone who can see it can do. */
const seeing: readonly Row[] = [
  { params: () => ({ taskId: "ENG-1" }), gets: members("ok", 404) },
  { of: "in a private team", params: () => ({ taskId: "PPL-1" }), gets: only(insiders, 404) },
];

/** The same for every record that can be a favorite. */
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

/** Actions that add and move favorites. */
export const favoriteRows: Rows = {
  "/workspace/favorites/:kind/:id act=add": favoring,
  "/workspace/favorites/:kind/:id act=remove": favoring,
  "/workspace/favorites/:kind/:id/:position": favoring.map(placing),
  "/workspace/favorites/:kind/:id/:position act=again": favoring.map(placing),
  "/workspace/tasks/:taskId act=favorite": seeing,
  "/workspace/tasks/:taskId act=unfavorite": seeing,
};
