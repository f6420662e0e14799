import assert from "node:assert/strict";
import { sql } from "kysely";
import { eraseWorkspaces } from "../../server/domain/workspaces/erase.ts";
import { deleteWorkspace } from "../../server/domain/workspaces/delete.ts";
import { createTask } from "../../server/domain/tasks/create.ts";
import { listWorkspaces } from "../../server/domain/workspaces/list.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { listOwnInvitations } from "../../server/domain/invitations/list_own.ts";
import { exportedTables } from "../../cli/operator/transfer/tables.ts";
import { issueBearers } from "../gates/permissions/bearers.ts";
import { type FullCast, populate } from "../gates/support/full_cast.ts";
import { planOf, tablesScanned } from "../gates/plans/explain.ts";
import { RecordingDatabase } from "../gates/plans/recorder.ts";
import { refused } from "../support/refusal.ts";
import { memberOf, principalOf } from "../support/sign_in.ts";
import { snapshot } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

async function setUp(world: Awaited<ReturnType<typeof createWorld>>) {
  const fullCast = await populate(world);
  await issueBearers(fullCast);
  const { services } = world;
  return {
    fullCast,
    remove: (by: FullCast["ada"], input: unknown) =>
      perform(services, by.member, deleteWorkspace, input),
  };
}

Deno.test("only an owner can delete the workspace, by typing its name, and then nobody can open it", async () => {
  await using world = await createWorld();
  const { fullCast, remove } = await setUp(world);
  const { ada, bao, chidi, frode, workspaceId, elsewhereId } = fullCast;
  const { services, database } = world;
  await refused(remove(bao, { name: "Acme" }), { status: 403, code: "not_owner" });
  await refused(remove(ada, { name: "acme" }), { status: 422, fields: ["name"] });
  await refused(remove(ada, { name: "Acme", version: 99 }), { status: 412 });
  const invited = await listAll(services, frode.member, listOwnInvitations);
  assert.ok(invited.some(({ workspace }) => workspace.id === workspaceId));
  assert.deepEqual(await remove(ada, { name: " Acme " }), { id: workspaceId, name: "Acme" });

  for (const who of [ada, bao, chidi]) {
    await assert.rejects(memberOf(services, who.tokens.accessToken, workspaceId));
    const principal = await principalOf(services, who.tokens.accessToken);
    assert.equal(principal.activeWorkspaceId, null);
    assert.deepEqual(await listAll(services, principal, listWorkspaces), []);
  }
  const left = await listAll(services, frode.member, listOwnInvitations);
  assert.ok(!left.some(({ workspace }) => workspace.id === workspaceId));
  const stays = await memberOf(services, frode.tokens.accessToken, elsewhereId);
  assert.equal(stays.role, "owner");
  const secrets = await database.read.selectFrom("credentials").select("revoked_at")
    .where("kind", "=", "automation").execute();
  assert.ok(secrets.length > 0 && secrets.every(({ revoked_at }) => revoked_at !== null));
  const told = await database.read.selectFrom("audit").selectAll()
    .where("kind", "=", "workspace.deleted").execute();
  assert.deepEqual(
    told.map(({ workspace_id, user_id, subject_id, subject_name }) => [
      ...[workspace_id, user_id, subject_id, subject_name],
    ]),
    [[null, ada.member.userId, workspaceId, "Acme"]],
  );
  // What had been asked for before, and is run after
  await refused(remove(ada, { name: "Acme" }), { status: 403, code: "not_member" });
});

Deno.test("a deleted workspace's data is erased without other data and without full table scans", async () => {
  await using world = await createWorld();
  const { fullCast, remove } = await setUp(world);
  const { ada, frode, workspaceId, elsewhereId, teams } = fullCast;
  const { services, database } = world;
  const input = { title: "Paint the gate", teamId: teams.els };
  await perform(services, frode.member, createTask, input);
  const ofFrode = await rowsOf(elsewhereId);
  const ids = new Set<string>();
  for (const rows of Object.values(await rowsOf(workspaceId))) {
    for (const row of rows) if (typeof row.id === "string") ids.add(row.id);
  }
  assert.ok(ids.size > 100, `${ids.size} records`);

  await eraseWorkspaces(services);
  assert.deepEqual(await rowsOf(elsewhereId), ofFrode);
  await remove(ada, { name: "Acme" });
  const recording = new RecordingDatabase(database);
  await eraseWorkspaces({ database: recording });

  const { news: _, audit, idempotency_keys: __, ...tables } = await snapshot(database);
  const ofInstallation = audit!.filter((row) =>
    (row as { kind: string }).kind !== "workspace.deleted"
  );
  const left = Object.entries({ ...tables, audit: ofInstallation }).flatMap(([table, rows]) =>
    rows.filter((row) => Object.values(row as object).some((value) => ids.has(value)))
      .map((row) => `${table}: ${JSON.stringify(row)}`)
  );
  assert.deepEqual(left, []);
  assert.deepEqual(await rowsOf(elsewhereId), ofFrode);
  const { rows: dangling } = await sql`pragma foreign_key_check`.execute(database.read);
  assert.deepEqual(dangling, []);
  const { rows: [counts] } = await sql<Record<string, number>>`
    select (select count(*) from search_documents) as documents,
      (select count(*) from search_index) as texts`.execute(database.read);
  assert.equal(counts!.texts, counts!.documents);
  const wrong: string[] = [];
  for (const [text, parameters] of recording.statements) {
    const scanned = await tablesScanned(database.read, text, parameters);
    if (scanned.length > 0) {
      wrong.push(`${scanned}: ${await planOf(database.read, text, parameters)}`);
    }
  }
  assert.deepEqual(wrong, []);

  async function rowsOf(id: string): Promise<Record<string, Record<string, unknown>[]>> {
    const all: Record<string, Record<string, unknown>[]> = {};
    for (const [table, where] of exportedTables) {
      const parts = where.split(":workspace").map((part) => sql.raw(part));
      const { rows } = await sql<Record<string, unknown>>`
        select * from ${sql.table(table)} where ${sql.join(parts, sql`${id}`)}`
        .execute(database.read);
      all[table] = rows;
    }
    return all;
  }
});
