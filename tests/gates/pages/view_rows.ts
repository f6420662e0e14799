import type { FullCast } from "../support/full_cast.ts";
import { insiders, managers, members, only, type Row, type Rows } from "./row.ts";

const ofView = ({ ids }: FullCast) => ({ viewKey: ids.view! });
const ofPrivateView = ({ ids }: FullCast) => ({ viewKey: ids.privateView! });

const ofProjectsView = ({ ids }: FullCast) => ({ viewKey: ids.projectsView! });
const ofPrivateProjectsView = ({ ids }: FullCast) => ({ viewKey: ids.privateProjectsView! });

/** A change of a view: for its creator (the member here, the owner there), owners, and admins. */
function changing(
  form: Record<string, string> = {},
  [whole, hidden, version] = [ofView, ofPrivateView, "2"],
): readonly Row[] {
  return [
    {
      params: whole,
      form: () => ({ ...form, version }),
      gets: only([...managers, "member"]),
    },
    {
      of: "a private team's",
      params: hidden,
      form: () => ({ ...form, version: "1" }),
      gets: { ...only(managers, 404), outsider: 403 },
    },
  ];
}

/** Actions on a view that everyone who can see it can do. */
const seeing: readonly Row[] = [
  { params: ofView, gets: members("ok", 404) },
  { of: "a private team's", params: ofPrivateView, gets: only(insiders, 404) },
];

const ofProjects: [typeof ofView, typeof ofView, string] = [
  ofProjectsView,
  ofPrivateProjectsView,
  "1",
];
const seeingOfProjects: readonly Row[] = [
  { params: ofProjectsView, gets: members("ok", 404) },
  { of: "a private team's", params: ofPrivateProjectsView, gets: only(insiders, 404) },
];
const PROJECTS = "/workspace/project-view/:viewKey";

const named = { name: "Ours", description: "" };

/** Every action on a saved view, with the people who can do it. */
export const viewRows: Rows = {
  "/workspace/views/new": [
    {
      form: () => ({ ...named, whose: "personal", query: "priority=high" }),
      gets: members("ok"),
    },
    {
      of: "for a private team",
      form: ({ teams }) => ({ ...named, whose: teams.ppl, query: "" }),
      gets: { ...only(insiders, 422), foreign: 422 },
    },
  ],
  "/workspace/view/:viewKey/edit": changing({ ...named, whose: "workspace" }),
  "/workspace/view/:viewKey act=save": changing({ query: "priority=high" }),
  "/workspace/view/:viewKey act=archive": changing(),
  "/workspace/view/:viewKey act=restore": changing(),
  "/workspace/view/:viewKey act=undo": [
    {
      of: "who changed it",
      params: ofView,
      gets: { ...members(403, 404), owner: 409, admin: 409, member: "ok" },
    },
  ],
  "/workspace/view/:viewKey act=favorite": seeing,
  "/workspace/view/:viewKey act=unfavorite": seeing,
  "/workspace/view/:viewKey act=subscribe": seeing,
  "/workspace/view/:viewKey act=unsubscribe": seeing,
  "/workspace/views/projects/new": [
    {
      form: () => ({ ...named, whose: "personal", query: "priority=high" }),
      gets: members("ok"),
    },
    {
      of: "for a private team",
      form: ({ teams }) => ({ ...named, whose: teams.ppl, query: "" }),
      gets: { ...only(insiders, 422), foreign: 422 },
    },
  ],
  [`${PROJECTS}/edit`]: changing({ ...named, whose: "workspace" }, ofProjects),
  [`${PROJECTS} act=save`]: changing({ query: "priority=high&since=1" }, ofProjects),
  [`${PROJECTS} act=archive`]: changing({}, ofProjects),
  [`${PROJECTS} act=restore`]: changing({}, ofProjects),
  [`${PROJECTS} act=undo`]: [
    {
      of: "of which nothing was changed",
      params: ofProjectsView,
      gets: { ...members(403, 404), owner: 409, admin: 409, member: 409 },
    },
  ],
  [`${PROJECTS} act=favorite`]: seeingOfProjects,
  [`${PROJECTS} act=unfavorite`]: seeingOfProjects,
  [`${PROJECTS} act=subscribe`]: seeingOfProjects,
  [`${PROJECTS} act=unsubscribe`]: seeingOfProjects,
};
