import type { FullCast } from "../support/full_cast.ts";
import { accessRows } from "./access_rows.ts";
import { managers, members, only, type Row, type Rows } from "./row.ts";

type Sent = (fullCast: FullCast) => Record<string, string>;

const byManagers = (params: Sent, form: Sent): readonly Row[] => [
  { params, form, gets: only(managers) },
];

/** Actions on labels of a kind. */
function labelRows(path: string, id: string, otherId: string): Rows {
  const of: Sent = ({ ids }) => ({ labelId: ids[id]! });
  const words = { color: "teal", description: "" };
  return {
    [path]: [{
      form: () => ({ name: "Slate", ...words }),
      gets: { ...members(403, "ok"), owner: "ok", admin: "ok" },
    }],
    [`${path}/:labelId`]: byManagers(of, () => ({ name: "Slate", ...words, version: "1" })),
    [`${path}/:labelId act=back`]: byManagers(
      of,
      () => ({ name: "Slate", ...words, version: "1" }),
    ),
    [`${path}/:labelId act=archive`]: byManagers(of, () => ({})),
    [`${path}/:labelId act=restore`]: byManagers(of, () => ({})),
    [`${path}/:labelId act=merge`]: byManagers(of, ({ ids }) => ({
      into: ids[otherId]!,
      version: "1",
    })),
  };
}

/** Actions on settings pages, with the people who can do them. */
export const settingsRows: Rows = {
  ...accessRows,
  ...Object.fromEntries(
    ["", " act=back"].map((button) => [`/workspace/settings/workspace${button}`, [{
      form: () => ({ name: "Acme & Sons", timeZone: "Europe/Oslo", version: "1" }),
      gets: { ...members(403, "ok"), owner: "ok", admin: "ok" },
    }]]),
  ),
  "/workspace/settings/workspace act=delete": [
    {
      form: () => ({ name: "Acme" }),
      // The other one has a different name
      gets: { ...members(403), owner: "ok", foreign: 422 },
    },
    {
      of: "another name",
      form: () => ({ name: "acme" }),
      gets: { ...members(403), owner: 422, foreign: 422 },
    },
  ],
  "/workspace/settings/profile": [{
    form: () => ({ name: "Somebody", username: "somebody.new", title: "", bio: "", version: "1" }),
    // The owner's has been changed before
    gets: { ...members("ok"), owner: 412 },
  }],
  "/workspace/settings/profile act=back": [{
    form: () => ({ name: "Somebody", username: "somebody.new", title: "", bio: "", version: "1" }),
    // The owner's has been changed before
    gets: { ...members("ok"), owner: 412 },
  }],
  "/workspace/settings/profile act=leave": [
    {
      form: () => ({ name: "Acme" }),
      // The last owner stays, and the other one has a different name
      gets: { ...members("ok", 422), owner: 409 },
    },
    { of: "another name", form: () => ({ name: "acme" }), gets: members(422) },
  ],
  "/workspace/settings/preferences act=notifications": [
    { form: () => ({ comment: "mail" }), gets: members("ok") },
    { of: "no invitations", form: () => ({ invitation: "off" }), gets: members(422) },
  ],
  "/workspace/settings/preferences act=theme": [
    { form: () => ({ theme: "dark" }), gets: members("ok") },
    { of: "no theme", form: () => ({ theme: "pink" }), gets: members(422) },
  ],
  "/workspace/settings/preferences": [
    { form: () => ({ theme: "dark" }), gets: members("ok") },
    { form: () => ({ timeZone: "", startPage: "mine" }), gets: members("ok") },
    { of: "no theme", form: () => ({ theme: "pink" }), gets: members(422) },
  ],
  "/workspace/settings/security/pats": [
    {
      form: () => ({ label: "Mine", scopes: "tasks.read", expiresInDays: "30" }),
      gets: members("ok"),
    },
    { of: "no scope", form: () => ({ label: "Mine", expiresInDays: "30" }), gets: members(422) },
  ],
  "/workspace/settings/security/pats/:credentialId": [
    { params: () => ({ credentialId: "cred_x" }), gets: members(404) },
  ],
  "/workspace/settings/security/sessions act=end-others": [{ gets: members("ok") }],
  "/workspace/settings/security/sessions/:sessionId": [
    { params: () => ({ sessionId: "ses_x" }), gets: members(404) },
  ],
  ...labelRows("/workspace/settings/task-labels", "label", "otherLabel"),
  ...labelRows("/workspace/settings/project-labels", "projectLabel", "otherProjectLabel"),
};
