import { cookies } from "../http/cookies.ts";
import { readChangelog } from "./catalog.ts";
import { duration, retention } from "./retention.ts";
import { code, table } from "./table.ts";
import type { WriteTable } from "./tables.ts";

/** Tables of the public site, and the text of its changelog. */
export const siteTables: Record<string, WriteTable> = {
  changelog: () => readChangelog().text,
  cookies: () =>
    table(
      ["Cookie", "Purpose", "Lifetime"],
      Object.values(cookies).map(({ name, purpose, seconds }) => [
        code(name),
        purpose,
        // The tag keeps the narrow column from breaking the text
        duration(1000 * seconds).replace(" ", "\u00a0"),
      ]),
    ),
  retention: () =>
    table(
      ["Data", "Erased"],
      retention.map(([data, ms, from]) => [data, `${duration(ms)} ${from}`]),
    ),
};
