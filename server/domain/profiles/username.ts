import type { ReadContext } from "../core/operation.ts";
import { slug } from "../core/keys_from_names.ts";

/** The maximum length of a generated username, without the number that makes it unique. */
const LONGEST = 30;

/** Returns a free username from the name, or else from the email address. */
export async function freeUsername(
  { db }: ReadContext,
  workspaceId: string,
  name: string,
  email: string,
): Promise<string> {
  const wish = slug(name, LONGEST) || slug(email.split("@")[0]!, LONGEST) || "person";
  const taken = new Set(
    (await db.selectFrom("profiles").select("username")
      .where("workspace_id", "=", workspaceId).where("username", "like", `${wish}%`).execute())
      .map((row) => row.username),
  );
  if (!taken.has(wish)) return wish;
  for (let n = 2;; n++) if (!taken.has(`${wish}${n}`)) return `${wish}${n}`;
}
