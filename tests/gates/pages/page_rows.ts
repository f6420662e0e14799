import { taskProperties } from "../../../views/paths.ts";
import type { Premises } from "../support/premises.ts";
import { everybody, insiders, members, only, type Row, type Rows, signedIn } from "./row.ts";

const ofEng = (_premises: Premises) => ({ taskId: "ENG-1" });
const ofPrivate = (_premises: Premises) => ({ taskId: "PPL-1" });

/** What is about one task: for all of Acme where its team is open, else for those who see the team. */
const ofTask: readonly Row[] = [
  { params: ofEng, gets: members("ok", 404) },
  { of: "a private team", params: ofPrivate, gets: only(insiders, 404) },
];

const anyMember: readonly Row[] = [{ gets: members("ok") }];
/** Whoever is signed in has no code to ask for. */
const toSignIn: readonly Row[] = [
  { gets: { ...everybody("elsewhere"), ended: "ok", signedOut: "ok" } },
];

/** Every page, and who gets it. */
export const pageRows: Rows = {
  "/": [{ gets: everybody("ok") }],
  "/auth/signin": toSignIn,
  "/auth/signup": toSignIn,
  "/auth/verify": [
    { query: () => ({ email: "nia@example.com" }), gets: everybody("ok") },
    { of: "nobody's code", gets: everybody("elsewhere") },
  ],
  "/onboarding": [{ gets: signedIn("ok") }],
  "/workspace/tasks": [
    ...anyMember,
    { of: "more rows", query: () => ({ shown: "1", key: "all" }), gets: members("ok") },
  ],
  "/workspace/tasks/compose": anyMember,
  "/workspace/tasks/filter": anyMember,
  "/workspace/tasks/display": anyMember,
  ...Object.fromEntries(
    taskProperties.map((property) => [`/workspace/tasks/:taskId/${property}`, ofTask]),
  ),
  "/workspace/tasks/:taskId/actions": ofTask,
  "/workspace/tasks/:taskId": [
    ...ofTask,
    {
      of: "a text to edit",
      params: ofEng,
      query: () => ({ edit: "title" }),
      gets: members("ok", 404),
    },
  ],
  "/workspace/settings/preferences": anyMember,
};
