import type { Premises } from "../support/premises.ts";
import { managers, members, only, type Row, type Rows } from "./row.ts";

type Sent = (premises: Premises) => Record<string, string>;

const byManagers = (params: Sent, form: Sent): readonly Row[] => [
  { params, form, gets: only(managers) },
];

/** What is done to the labels of a kind. */
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

/** Who may do what on the pages of settings, besides one's own preferences. */
export const settingsRows: Rows = {
  ...labelRows("/workspace/settings/task-labels", "label", "otherLabel"),
  ...labelRows("/workspace/settings/project-labels", "projectLabel", "otherProjectLabel"),
};
