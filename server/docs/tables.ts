import { apiTables } from "./tables_api.ts";
import { commandTables } from "./tables_cli.ts";
import { productTables } from "./tables_product.ts";
import { siteTables } from "./tables_site.ts";

/** Writes a table as Markdown. @param argument the words after the table's name: `tasks create` */
export type WriteTable = (argument: string) => Promise<string> | string;

/** All tables that a page can contain, as `{{scopes}}` or `{{flags tasks create}}` on a line of its own. */
export const tables: Readonly<Record<string, WriteTable>> = {
  ...apiTables,
  ...commandTables,
  ...productTables,
  ...siteTables,
};
