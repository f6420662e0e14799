import { statfsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { sizeInWords } from "../files/contents.ts";
import { makeBeside, removeIfThere, sizeOf } from "../files/durable.ts";
import { companions } from "../files/target.ts";
import { type Finding, ok, problem, warning } from "./finding.ts";

const MEGABYTE = 1_000_000;
/** The minimum free space. With less, a server soon can't write. */
const LEAST_FREE = 50 * MEGABYTE;
const MOST_LOG = 256 * MEGABYTE;

/** Checks the database's disk, folder, and file permissions. */
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
    return ok(check, `${dirname(database)} is writable.`);
  } catch {
    return problem(
      check,
      `The user that runs this command can't write to ${dirname(database)}.`,
      "Change the owner of the folder and the database file to the user that runs the server.",
    );
  }
}

/** Checks the permissions of the database and its log, which also contains data. */
function readers(database: string): Finding {
  const check = "Permissions";
  const enters = modeOf(dirname(database)) & 0o001;
  const files = [database, ...companions.map((ending) => database + ending)];
  const open = files.filter((file) => modeOf(file) & (enters ? 0o006 : 0o002));
  if (open.length === 0) return ok(check, "Database file permissions are secure.");
  const next = `Run "chmod 600 ${open.map(typed).join(" ")}".`;
  return open.some((file) => modeOf(file) & 0o002)
    ? problem(check, "Every user on this machine can change the database.", next)
    : warning(check, "Every user on this machine can read the database.", next);
}

/** Returns the permissions of a file or folder, or 0 if it is missing. */
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
  const detail = `${sizeInWords(free)} free. The database uses ${sizeInWords(sizeOf(database))}.`;
  if (free < LEAST_FREE) {
    return problem(check, detail, "Free up disk space before the disk is full.");
  }
  return free < sizeOf(database)
    ? warning(
      check,
      detail,
      "Free up disk space. A restore needs as much space as the database uses.",
    )
    : ok(check, detail);
}

function log(database: string): Finding {
  const bytes = sizeOf(`${database}-wal`);
  const detail = `${sizeInWords(bytes)} of changes not yet merged into the database file.`;
  return bytes > MOST_LOG
    ? warning(
      "Write-ahead log",
      detail,
      "Restart the server, and check whether other programs are reading the database.",
    )
    : ok("Write-ahead log", detail);
}

function leftovers(database: string): Finding {
  const own = `.${basename(database)}.`;
  const found = [...Deno.readDirSync(dirname(database))].map(({ name }) => name)
    .filter((name) => name.startsWith(own) || /^\..+\.(partial|restoring)(-journal)?$/.test(name));
  return found.length > 0
    ? warning(
      "Leftover files",
      `Files left by an interrupted backup or restore: ${found.join(", ")}.`,
      `Remove the files from ${dirname(database)}, unless a backup or restore is running.`,
    )
    : ok("Leftover files", "No files from interrupted backups or restores.");
}

/** Quotes a path for a shell. */
function typed(path: string): string {
  return /^[\w/.,:@%+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
