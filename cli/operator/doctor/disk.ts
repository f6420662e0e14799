import { statfsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { sizeInWords } from "../files/contents.ts";
import { makeBeside, removeIfThere, sizeOf } from "../files/durable.ts";
import { companions } from "../files/target.ts";
import { type Finding, ok, problem, warning } from "./finding.ts";

const MEGABYTE = 1_000_000;
/** Below this, a server soon can't write at all. */
const LEAST_FREE = 50 * MEGABYTE;
const MOST_LOG = 256 * MEGABYTE;

/** The disk that the database is on, and who may touch its file. */
export function examineDisk(database: string): Finding[] {
  return [
    writing(database),
    readers(database),
    space(database),
    log(database),
    leftovers(database),
  ];
}

function writing(database: string): Finding {
  const check = "Folder";
  try {
    removeIfThere(makeBeside(database, ".doctor"));
    return ok(check, `${dirname(database)} can be written.`);
  } catch {
    return problem(
      check,
      `${dirname(database)} can't be written by this user.`,
      "Give the folder and the file to the user who runs the server.",
    );
  }
}

/** Whoever may read the log beside a database reads what is in it, until it is merged. */
function readers(database: string): Finding {
  const check = "Permissions";
  const enters = modeOf(dirname(database)) & 0o001;
  const files = [database, ...companions.map((ending) => database + ending)];
  const open = files.filter((file) => modeOf(file) & (enters ? 0o006 : 0o002));
  if (open.length === 0) return ok(check, "Only those may read the database who should.");
  const next = `Run "chmod 600 ${open.map(typed).join(" ")}".`;
  return open.some((file) => modeOf(file) & 0o002)
    ? problem(check, "Every user of this machine may change the database.", next)
    : warning(check, "Every user of this machine may read the database.", next);
}

/** What may be done with a file or folder; nothing with one that isn't there. */
function modeOf(path: string): number {
  try {
    return Deno.statSync(path).mode ?? 0;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw error;
  }
}

function space(database: string): Finding {
  const check = "Disk space";
  const { bavail, bsize } = statfsSync(dirname(database));
  const free = bavail * bsize;
  const detail = `${sizeInWords(free)} free, and the database has ${
    sizeInWords(sizeOf(database))
  }.`;
  if (free < LEAST_FREE) {
    return problem(check, detail, "Make room before the server stops writing.");
  }
  return free < sizeOf(database)
    ? warning(check, detail, "Make room: a restore needs as much again.")
    : ok(check, detail);
}

function log(database: string): Finding {
  const bytes = sizeOf(`${database}-wal`);
  const detail = `${sizeInWords(bytes)} wait to be merged into the file.`;
  return bytes > MOST_LOG
    ? warning("Write-ahead log", detail, "Restart the server, and see what else reads the file.")
    : ok("Write-ahead log", detail);
}

function leftovers(database: string): Finding {
  const own = `.${basename(database)}.`;
  const found = [...Deno.readDirSync(dirname(database))].map(({ name }) => name)
    .filter((name) => name.startsWith(own) || /^\..+\.(partial|restoring)$/.test(name));
  return found.length > 0
    ? warning(
      "Unfinished",
      `A backup or restore was broken off and left ${found.join(", ")}.`,
      `Remove it from ${dirname(database)}, unless one is under way.`,
    )
    : ok("Unfinished", "Nothing was left half done.");
}

/** A path as it is typed in a shell. */
function typed(path: string): string {
  return /^[\w/.,:@%+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
