import { sql } from "kysely";
import type { Database } from "../../../server/database/open.ts";
import { email as address } from "../../../server/domain/core/fields.ts";
import { newId } from "../../../server/domain/core/ids.ts";
import type { Db } from "../../../server/domain/core/operation.ts";
import { rebuildProgressDays } from "../../../server/domain/projects/rebuild_progress.ts";
import { recountProjects } from "../../../server/domain/projects/recount.ts";
import { indexTasks } from "../../../server/domain/side_effects/search_index.ts";
import { Failure } from "../../failure.ts";
import { lineOfCircle, type Wait } from "./circles.ts";
import { FORMAT, type Header, type Line, PERSON, personColumns } from "./format.ts";
import { bringUpToDate, byColumnsNow, isKnown } from "./older_exports.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { readRecord } from "./field_rules.ts";
import { exportedTables } from "./tables.ts";

/** The result of an import or dry run. */
export interface Imported {
  workspaceId: string;
  name: string;
  records: number;
  /** The number of people who already have an account, by email. */
  peopleKnown: number;
  peopleMade: number;
  dryRun: boolean;
}

/** Rolls back the transaction of a dry run. */
class RolledBack extends Error {}

/**
 * Imports a workspace in one transaction, all or nothing.
 * @param database a database without other writers
 * @throws Failure with the number of the invalid line
 */
export async function importLines(
  database: Database,
  lines: AsyncIterable<string>,
  { dryRun, now }: { dryRun: boolean; now: Date },
): Promise<Imported> {
  let done: Imported | undefined;
  try {
    await database.write(async (tx) => {
      const run = new Import(tx, now);
      done = { ...await run.all(lines), dryRun };
      if (dryRun) throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  return done!;
}

/** A running import. */
class Import {
  #shapes = new Map<string, Shape>();
  /** The imported IDs. Records can refer only to these. */
  #ids = new Set<string>();
  #people = new Map<string, string>();
  #known = 0;
  #later: { line: number; shape: Shape; id: string; column: string; target: string }[] = [];
  #projects: Line["record"][] = [];
  #waits: Wait[] = [];
  #tasks: string[] = [];
  #line = 0;

  constructor(private readonly tx: Db, private readonly now: Date) {}

  async all(lines: AsyncIterable<string>): Promise<Omit<Imported, "dryRun">> {
    let header: Header | undefined;
    let records = 0;
    let ended = false;
    for await (const text of lines) {
      this.#line++;
      if (ended) this.#refuse("comes after the end of the export");
      const read = this.#parse(text);
      if (!header) header = await this.#open(read);
      else if (read.kind === "end") ended = this.#isWhole(read, records);
      else {
        await this.#bring(read as unknown as Line, header);
        records++;
      }
    }
    if (!header || !ended) throw new Failure("The export is incomplete. Nothing was imported.");
    const { workspaceId, name } = header;
    await this.#finish(workspaceId);
    await bringUpToDate(this.tx, header);
    const peopleMade = this.#people.size - this.#known;
    return { workspaceId, name, records, peopleKnown: this.#known, peopleMade };
  }

  #refuse(why: string, line = this.#line): never {
    throw new Failure(`Line ${line} ${why.replace(/\.$/, "")}. Nothing was imported.`);
  }

  #parse(text: string): Record<string, unknown> {
    try {
      const read: unknown = JSON.parse(text);
      if (typeof read === "object" && read !== null) return read as Record<string, unknown>;
    } catch { /* reported below */ }
    if (this.#line === 1) throw notAnExport();
    return this.#refuse("isn't a JSON object");
  }

  async #open(read: Record<string, unknown>): Promise<Header> {
    const { format, workspaceId, name } = read as Partial<Header>;
    if (format !== FORMAT || typeof workspaceId !== "string" || typeof name !== "string") {
      throw notAnExport();
    }
    if (!isKnown(read as Partial<Header>)) {
      this.#refuse("is from a newer version of Backlog. Use that version for this import");
    }
    const there = await this.tx.selectFrom("workspaces").select("name")
      .where("id", "=", workspaceId).executeTakeFirst();
    if (there) this.#refuse(`contains the workspace ${workspaceId}, which already exists here`);
    for (const [table] of exportedTables) {
      this.#shapes.set(table, await shapeOf(this.tx, table));
    }
    return read as unknown as Header;
  }

  #isWhole({ records: counted }: Record<string, unknown>, records: number): true {
    if (counted !== records) {
      this.#refuse(`ends an export of ${counted} records, but the file has ${records}`);
    }
    return true;
  }

  async #bring({ kind, record: written }: Line, header: Header) {
    const shape = this.#shapes.get(kind);
    const columns: readonly string[] | undefined = kind === PERSON ? personColumns : shape?.columns;
    if (!columns) this.#refuse(`has the unknown kind ${JSON.stringify(kind)}`);
    if (typeof written !== "object" || written === null) this.#refuse("has no record");
    const record = byColumnsNow(kind, written);
    for (const [column, value] of Object.entries(record)) {
      if (!columns.includes(column)) this.#refuse(`has the unknown field ${column}`);
      if (value !== null && typeof value !== "string" && typeof value !== "number") {
        this.#refuse(`needs text or a number for ${column}`);
      }
    }
    const read = readRecord(kind, record, header);
    if (typeof read === "string") this.#refuse(read);
    if (kind === PERSON) return await this.#bringPerson(read);
    const own = kind === "workspaces" ? read.id : read.workspace_id;
    if (own !== undefined && own !== header.workspaceId) {
      this.#refuse("belongs to another workspace");
    }
    await this.#bringRecord(shape!, read);
  }

  async #bringPerson(record: Line["record"]) {
    const read = address.safeParse(record.email);
    if (!read.success) this.#refuse("has no email address");
    const email = read.data;
    if (this.#people.has(email)) this.#refuse(`repeats the person ${email}`);
    const known = await this.tx.selectFrom("users").select("id").where("email", "=", email)
      .executeTakeFirst();
    if (known) this.#known++;
    const id = known?.id ?? newId("user", this.now);
    if (!known) await this.#insert("users", { ...record, email, id });
    this.#people.set(email, id);
  }

  async #bringRecord(shape: Shape, record: Line["record"]) {
    const row = { ...record };
    for (const column of shape.references) this.#requireIn(row[column], column);
    for (const column of shape.people) {
      if (row[column] === null || row[column] === undefined) continue;
      row[column] = this.#people.get(String(row[column])) ??
        this.#refuse(`refers to ${row[column]}, but no earlier line has this person`);
    }
    for (const column of shape.ownReferences) {
      const target = row[column];
      if (target === null || target === undefined) continue;
      const { id } = row;
      this.#later.push({ line: this.#line, shape, id: String(id), column, target: String(target) });
      row[column] = null;
    }
    await this.#insert(shape.table, row);
    if (typeof row.id === "string") this.#ids.add(row.id);
    if (shape.table === "projects") this.#projects.push(row);
    if (shape.table === "project_dependencies") {
      const { project_id, blocker_id } = row;
      this.#waits.push({
        project: String(project_id),
        blocker: String(blocker_id),
        line: this.#line,
      });
    }
    if (shape.table === "tasks") this.#tasks.push(String(row.id));
  }

  #requireIn(value: string | number | null | undefined, column: string, line = this.#line) {
    if (value === null || value === undefined || this.#ids.has(String(value))) return;
    this.#refuse(`refers to ${value} in ${column}, but no earlier line has this ID`, line);
  }

  async #insert(table: string, row: Line["record"]) {
    const columns = Object.keys(row);
    try {
      await sql`insert into ${sql.table(table)} (${
        sql.join(columns.map((column) => sql.ref(column)))
      }) values (${sql.join(columns.map((column) => row[column]))})`.execute(this.tx);
    } catch (error) {
      this.#refuse(`can't be stored (${(error as Error).message})`);
    }
  }

  /** Completes the import: references to later records, counts, and the search index. */
  async #finish(workspaceId: string) {
    for (const { line, shape, id, column, target } of this.#later) {
      this.#requireIn(target, column, line);
      await sql`update ${sql.table(shape.table)} set ${sql.ref(column)} = ${target}
        where id = ${id}`.execute(this.tx);
    }
    const circle = lineOfCircle(this.#waits);
    if (circle) this.#refuse("makes projects depend on each other in a circle", circle);
    await recountProjects(this.tx);
    await rebuildProgressDays(this.tx, workspaceId);
    // Recounting raised the versions of projects
    for (const { id, progress_version } of this.#projects) {
      await this.tx.updateTable("projects")
        .set({ progress_version: Number(progress_version ?? 1) })
        .where("id", "=", String(id)).execute();
    }
    for (let at = 0; at < this.#tasks.length; at += 200) {
      await indexTasks(this.tx, this.#tasks.slice(at, at + 200));
    }
  }
}

/** The same command imports another tool's file with an option, which people forget. */
function notAnExport(): Failure {
  return new Failure(
    "The file isn't a Backlog export. To import a file from another tool, add --from with the tool's name, such as --from linear. " +
      "Nothing was imported.",
  );
}
