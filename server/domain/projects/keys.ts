import type { Member } from "../core/actor.ts";
import { drawnEnding, shortKey } from "../core/keys_from_names.ts";
import { Conflict } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";

/**
 * Sets a requested key. A project can get back its own former key.
 * @param projectId the project, if it already exists
 * @throws Conflict if another project, even an archived one, has or had the key, because links with the key lead to
 * that project
 */
export async function claimKey(
  { tx, actor }: WriteContext<Member>,
  key: string,
  projectId?: string,
): Promise<string> {
  const current = await tx.selectFrom("projects").select("id")
    .where("workspace_id", "=", actor.workspace.id).where("key", "=", key).executeTakeFirst();
  const former = await tx.selectFrom("project_former_keys").select("project_id as id")
    .where("workspace_id", "=", actor.workspace.id).where("key", "=", key).executeTakeFirst();
  const holder = current ?? former;
  if (holder && holder.id !== projectId) {
    throw new Conflict(`Another project has or had the key ${key}.`, {
      code: "project_key_taken",
      hint: "Choose another key. Archived projects keep their keys.",
    });
  }
  await tx.deleteFrom("project_former_keys")
    .where("workspace_id", "=", actor.workspace.id).where("key", "=", key).execute();
  return key;
}

/**
 * Returns an unused key for a name: `Website relaunch` becomes `WEB` and three random characters, so that a key doesn't
 * reveal other projects with the same name.
 */
export async function freeKey(context: ReadContext<Member>, name: string): Promise<string> {
  const wish = shortKey(name) || "PROJ";
  for (;;) {
    const key = `${wish}${drawnEnding(3).toUpperCase()}`;
    if (!await isKnown(context, key)) return key;
  }
}

async function isKnown({ db, actor }: ReadContext<Member>, key: string): Promise<boolean> {
  const known = await db.selectFrom("projects").select("key")
    .where("workspace_id", "=", actor.workspace.id).where("key", "=", key)
    .unionAll(
      db.selectFrom("project_former_keys").select("key")
        .where("workspace_id", "=", actor.workspace.id).where("key", "=", key),
    ).execute();
  return known.length > 0;
}
