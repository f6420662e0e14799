import { statfsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { sizeInWords } from "../files/contents.ts";
import { makeBeside, removeIfThere, sizeOf } from "../files/durable.ts";
import { type Finding, ok, problem, warning } from "./finding.ts";

const MEGABYTE = 1_000_000;
/** Below this, a server soon can't write at all. */
const LEAST_FREE = 50 * MEGABYTE;
const MOST_LOG = 256 * MEGABYTE;

/** The disk that the database is on, and who may touch its file. */
export function examinePlace(database: string): Finding[] {
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

function readers(database: string): Finding {
  const check = "Permissions";
  const mode = Deno.statSync(database).mode ?? 0;
  const enters = (Deno.statSync(dirname(database)).mode ?? 0) & 0o001;
  const next = `Run "chmod 600 ${database}".`;
  if (mode & 0o002) return problem(check, "Every user of this machine may change the file.", next);
  return mode & 0o004 && enters
    ? warning(check, "Every user of this machine may read the file.", next)
    : ok(check, "Only those may read the file who should.");
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
