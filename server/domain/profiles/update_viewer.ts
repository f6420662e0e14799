import { sql } from "kysely";
import { sameText } from "../change/columns.ts";
import { principalOperation, type ReadContext } from "../core/operation.ts";
import { readMe } from "./me.ts";
import { type Me, ViewerPatch } from "./schema.ts";

/**
 * Changes the name of the actor's account. New workspaces use it, and it replaces the name of all their profiles, which
 * can then have other names (`profiles.update`) and get a new version.
 * @returns the actor, as in `/me`
 * @throws Forbidden without a signed-in session
 */
export const updateViewer = principalOperation({
  name: "me.update",
  scope: null,
  input: ViewerPatch,
  async run(context, { name }): Promise<Me> {
    const { tx, actor } = context;
    if (await isCalled(context, actor.userId, name)) return await readMe(context);
    await tx.updateTable("users").set({ name }).where("id", "=", actor.userId).execute();
    await tx.updateTable("profiles").set((e) => ({ name, version: e("version", "+", 1) }))
      .where("user_id", "=", actor.userId).where("name", "!=", name).execute();
    await tx.updateTable("workspaces").set((e) => ({ revision: e("revision", "+", 1) }))
      .where(
        "id",
        "in",
        (e) => e.selectFrom("profiles").select("workspace_id").where("user_id", "=", actor.userId),
      )
      .execute();
    return await readMe({ ...context, actor: { ...actor, name } });
  },
});

/** Returns whether the account and all of its profiles already have this name. */
async function isCalled({ db }: ReadContext, userId: string, name: string): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    select name from users where id = ${userId}
    union select name from profiles where user_id = ${userId}`.execute(db);
  return rows.every((row) => sameText(row.name, name));
}
