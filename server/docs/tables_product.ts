import { listShortcuts } from "../../views/ui/keys_dialog.tsx";
import { settings } from "./settings.ts";
import type { WriteTable } from "./tables.ts";
import { code, table } from "./table.ts";

/** Tables of the web interface and of the server. */
export const productTables: Record<string, WriteTable> = {
  settings: () =>
    table(
      ["Setting", "Default", "Description"],
      Object.entries(settings).map(([name, [byDefault, text]]) => [code(name), byDefault, text]),
    ),
  shortcuts: () =>
    listShortcuts("owners").map(([heading, keys]) =>
      `## ${heading}\n\n${
        table(
          ["Action", "Keys"],
          keys.map(([name, press]) => [name, press.map((key) => code(key)).join(" ")]),
        )
      }`
    ).join("\n\n"),
};
