import type { ReadContext } from "../core/operation.ts";
import { slug } from "../core/keys_from_names.ts";

/** How long a made username is at most, before a number that tells it apart. */
const LONGEST = 30;

/** A username nobody in the workspace has: made from the name, or where that gives nothing from the email. */
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
