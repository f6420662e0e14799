import { sql } from "kysely";
import { sameText } from "../change/columns.ts";
import { principalOperation, type ReadContext } from "../core/operation.ts";
import { readMe } from "./me.ts";
import { type Me, ViewerPatch } from "./schema.ts";

/**
 * Changes the name of one's account. It is what new workspaces start with, and it is taken over by one's profiles
 * everywhere, each of which can then have another one (`profiles.update`) and whose version tells of it.
 * @returns who is asking, as `/me` tells it
 * @throws Forbidden with anything but a signed-in session
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

/** Whether the account and each of its profiles have a name already. */
async function isCalled({ db }: ReadContext, userId: string, name: string): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    select name from users where id = ${userId}
    union select name from profiles where user_id = ${userId}`.execute(db);
  return rows.every((row) => sameText(row.name, name));
}
