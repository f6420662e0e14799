import type { FullCast } from "../support/full_cast.ts";
import { insiders, managers, members, only, type Row, type Rows } from "./row.ts";

type Sent = (fullCast: FullCast) => Record<string, string>;

/** Pages of one team: for all of Acme if it is public, otherwise for people who can see it. */
const ofATeam: readonly Row[] = [
  { params: () => ({ teamId: "ENG" }), gets: members("ok", 404) },
  { of: "a private one", params: () => ({ teamId: "PPL" }), gets: only(insiders, 404) },
];

/** People who can change a team, and the outcome for others. */
const keepers = only([...managers, "lead"]);

/** A team's settings pages: for its leads, owners, and admins. */
const keeping = (eng: Sent = () => ({}), ppl: Sent = eng): readonly Row[] => [
  { params: (fullCast) => ({ teamId: "ENG", ...eng(fullCast) }), gets: keepers },
  {
    of: "a private one",
    params: (fullCast) => ({ teamId: "PPL", ...ppl(fullCast) }),
    gets: only(insiders, 404),
  },
];

const esra: Sent = ({ ids }) => ({ profileId: ids.esra! });
const dina: Sent = ({ ids }) => ({ profileId: ids.dina! });

export const teamPageRows: Rows = {
  "/workspace/teams": [
    { of: "the way to a new one", query: () => ({ create: "1" }), gets: members("elsewhere") },
  ],
  "/workspace/teams/:teamId": [
    ...ofATeam,
    {
      of: "a question",
      params: () => ({ teamId: "eng" }),
      query: () => ({ leave: "1", members: "all" }),
      gets: members("ok", 404),
    },
  ],
  "/workspace/teams/:teamId/projects": ofATeam,
  "/workspace/teams/:teamId/views": ofATeam,
  "/workspace/settings/teams": [
    { of: "a new one", query: () => ({ create: "1", name: "Roofs" }), gets: members("ok") },
  ],
  "/workspace/settings/teams/:teamId": keeping(),
  "/workspace/settings/teams/:teamId/members": keeping(),
  "/workspace/settings/teams/:teamId/members/add": keeping(),
  "/workspace/settings/teams/:teamId/members/:profileId": [
    ...keeping(esra, dina),
    {
      of: "nobody in it",
      params: (fullCast) => ({ teamId: "ENG", ...dina(fullCast) }),
      gets: { ...only([], 403), owner: 404, admin: 404, lead: 404 },
    },
  ],
};

const MEMBER = "/workspace/settings/teams/:teamId/members/:profileId";
const words = { name: "Gates", description: "", expertiseArea: "Hinges", workflowId: "flow_x" };

/** The same for a form of a team that someone else has changed meanwhile. */
const stale = (gets: Row["gets"]): Row["gets"] =>
  Object.fromEntries(
    Object.entries(gets).map(([kind, get]) => [kind, get === "ok" ? 412 : get]),
  ) as Row["gets"];

const saves = (gone: Sent): readonly Row[] => [
  {
    of: "an old one",
    params: () => ({ teamId: "ENG" }),
    form: (fullCast) => ({ ...words, key: "GAT", version: "0", ...gone(fullCast) }),
    gets: stale(keepers),
  },
  {
    of: "an old one of a private team",
    params: () => ({ teamId: "PPL" }),
    form: (fullCast) => ({ ...words, key: "GAT", version: "0", ...gone(fullCast) }),
    gets: stale(only(insiders, 404)),
  },
];

const withForm = (rows: readonly Row[], form: Sent): readonly Row[] =>
  rows.map((row) => ({ ...row, form }));

export const teamRows: Rows = {
  "/workspace/settings/teams": [
    {
      form: () => ({ name: "Roofs", key: "ROF" }),
      gets: { ...members(403, "ok"), owner: "ok", admin: "ok" },
    },
    {
      of: "a key that is taken",
      form: () => ({ name: "Roofs", key: "PPL" }),
      gets: { ...members(403, "ok"), owner: 409, admin: 409 },
    },
  ],
  "/workspace/settings/teams/:teamId": saves(() => ({})),
  "/workspace/settings/teams/:teamId act=back": saves(() => ({})),
  "/workspace/settings/teams/:teamId act=archive": [
    {
      params: () => ({ teamId: "ENG" }),
      form: () => ({ force: "on" }),
      gets: only(managers),
    },
    {
      of: "one with open tasks",
      params: () => ({ teamId: "ENG" }),
      gets: { ...only([]), owner: 409, admin: 409 },
    },
    {
      of: "a private one",
      params: () => ({ teamId: "PPL" }),
      form: () => ({ force: "on" }),
      gets: { ...only(managers, 404), outsider: 403 },
    },
  ],
  "/workspace/settings/teams/:teamId act=restore": [
    { params: () => ({ teamId: "ENG" }), gets: only(managers) },
  ],
  "/workspace/settings/teams/:teamId/members": withForm(
    keeping(),
    ({ ids }) => ({ profileId: ids.tove! }),
  ),
  [`${MEMBER} role`]: withForm(keeping(esra, dina), () => ({ role: "member" })),
  [`${MEMBER} act=role`]: withForm(keeping(esra, dina), () => ({ role: "member" })),
  [`${MEMBER} act=remove`]: [
    {
      params: (fullCast) => ({ teamId: "ENG", ...esra(fullCast) }),
      // Everyone can leave a team
      gets: only([...managers, "lead", "commentator"]),
    },
    {
      of: "of a private one",
      params: (fullCast) => ({ teamId: "PPL", ...dina(fullCast) }),
      gets: only(insiders, 404),
    },
  ],
  "/workspace/teams/:teamId act=leave": [
    {
      params: () => ({ teamId: "ENG" }),
      gets: { ...members(404), owner: "ok", lead: "ok", member: "ok", commentator: "ok" },
    },
    {
      of: "a private one",
      params: () => ({ teamId: "PPL" }),
      gets: { ...members(404), outsider: "ok" },
    },
  ],
};
