import type { Premises } from "../support/premises.ts";
import { insiders, managers, members, only, type Row, type Rows } from "./row.ts";

const ofView = ({ ids }: Premises) => ({ viewKey: ids.view! });
const ofPrivateView = ({ ids }: Premises) => ({ viewKey: ids.privateView! });

/** A change of a view: for whoever made it, the member here and the owner there, and for managers. */
function changing(form: Record<string, string> = {}): readonly Row[] {
  return [
    {
      params: ofView,
      form: () => ({ ...form, version: "2" }),
      gets: only([...managers, "member"]),
    },
    {
      of: "a private team's",
      params: ofPrivateView,
      form: () => ({ ...form, version: "1" }),
      gets: { ...only(managers, 404), outsider: 403 },
    },
  ];
}

/** What anyone may do with a view who sees it. */
const seeing: readonly Row[] = [
  { params: ofView, gets: members("ok", 404) },
  { of: "a private team's", params: ofPrivateView, gets: only(insiders, 404) },
];

const named = { name: "Ours", description: "" };

/** Every action on a saved view, and who may do it. */
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
};
