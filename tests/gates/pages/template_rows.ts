import type { FullCast } from "../support/full_cast.ts";
import { managers, members, only, type Row, type Rows } from "./row.ts";

/** Actions on templates of a kind. @param id the name of a template in `ids` of the full cast */
function rowsOf(path: string, id: string): Rows {
  const params = ({ ids }: FullCast) => ({ templateId: ids[id]! });
  const row = (form: Record<string, string>): readonly Row[] => [
    { params, form: () => form, gets: only(managers) },
  ];
  const was = JSON.stringify({ name: "Overhaul" });
  return {
    [`${path}/new`]: [{
      form: () => ({ name: "Survey" }),
      gets: { ...members(403, "ok"), owner: "ok", admin: "ok" },
    }],
    [`${path}/:templateId`]: row({ name: "Overhaul", version: "1" }),
    [`${path}/:templateId act=back`]: row({ was, version: "1" }),
    [`${path}/:templateId act=archive`]: row({}),
    [`${path}/:templateId act=restore`]: row({}),
  };
}

/** Actions on template pages, with the people who can do them. */
export const templateRows: Rows = {
  ...rowsOf("/workspace/settings/task-templates", "taskTemplate"),
  ...rowsOf("/workspace/settings/project-templates", "projectTemplate"),
};
