import type { Command } from "../command.ts";

/** Loads the commands of each operator's group, when it is typed. */
const loaders: Readonly<Record<string, () => Promise<Command[]>>> = {
  serve: async () => (await import("./commands/serve.ts")).commands,
  migrate: async () => (await import("./commands/migrate.ts")).commands,
  seed: async () => (await import("./commands/seed.ts")).commands,
  otp: async () => (await import("./commands/otp.ts")).commands,
  backup: async () => (await import("./commands/backup.ts")).commands,
  restore: async () => (await import("./commands/restore.ts")).commands,
  doctor: async () => (await import("./commands/doctor.ts")).commands,
  export: async () => (await import("./commands/export.ts")).commands,
  import: async () => (await import("./commands/import.ts")).commands,
};

/** Returns a function that reads this program's own docs. */
export async function readDocs(origin: string, version: string) {
  return (await import("../../server/docs/own_copy.ts")).ownCopy(origin, version);
}

/** Returns the commands of an operator's group. */
export async function commandsOf(name: string): Promise<Command[]> {
  return await loaders[name]!();
}
