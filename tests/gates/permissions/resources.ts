import { type Table } from "./row.ts";
import { changing, reading } from "./tasks.ts";

export const resourceRows: Table = {
  "resources.list": reading,
  "resources.create": changing(() => ({ url: "https://example.com/plan" })),
  "resources.update": changing((ids) => ({ resourceId: ids.resource, patch: { title: "Map" } }))
    .slice(0, 1),
  "resources.delete": changing((ids) => ({ resourceId: ids.resource })).slice(0, 1),
};
