import type { Db } from "../operation.ts";

/** A username nobody in the workspace has: made from the name, or where that gives nothing from the email. */
export async function freeUsername(
  tx: Db,
  workspaceId: string,
  name: string,
  email: string,
): Promise<string> {
  const wish = slug(name) || slug(email.split("@")[0]!) || "person";
  const taken = new Set(
    (await tx.selectFrom("profiles").select("username")
      .where("workspace_id", "=", workspaceId).where("username", "like", `${wish}%`).execute())
      .map((row) => row.username),
  );
  if (!taken.has(wish)) return wish;
  for (let n = 2;; n++) if (!taken.has(`${wish}${n}`)) return `${wish}${n}`;
}

function slug(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "").slice(0, 30);
}
