import type { Config } from "../../../server/config.ts";
import type { Database } from "../../../server/database/open.ts";
import { argument, command } from "../../command.ts";
import { badValue, Failure } from "../../failure.ts";
import { writeText } from "../../output.ts";
import { remark } from "../../prompt.ts";
import { operate } from "../operate.ts";
import { withDatabase } from "../with_database.ts";

/** Puts a code in the place of the last one: to sign in for an address that is known, else to sign up. */
async function makeCode(database: Database, config: Config, email: string) {
  const { keepCode } = await import("../../../server/domain/sessions/one_time_code.ts");
  return await database.write(async (tx) => {
    const known = await tx.selectFrom("users").select("id").where("email", "=", email)
      .executeTakeFirst();
    const anyone = await tx.selectFrom("users").select("id").limit(1).executeTakeFirst();
    if (!known && anyone && config.signup !== "open") {
      throw new Failure(`Nobody here has the address ${email}; check it, or invite it first.`);
    }
    const purpose = known ? "signin" as const : "signup" as const;
    return { purpose, ...await keepCode({ tx, now: new Date() }, email, purpose) };
  });
}

/** Sees to it that there is a database: a code of one that is made here would be good nowhere. */
async function requireOwn() {
  const { environment, readConfig } = await import("../../../server/config.ts");
  const { fileOf } = await import("../../../server/database/local.ts");
  const { requireDatabase } = await import("../files/backup.ts");
  const file = fileOf(readConfig(environment()).databaseUrl);
  if (file !== undefined) requireDatabase(file);
}

export const commands = [
  command({
    path: "otp",
    summary: "Make a sign-in code for somebody, without mail",
    args: { email: argument("Whose") },
    run: async ({ args }) => {
      await operate(requireOwn);
      await withDatabase(async (database, config) => {
        const { email } = await import("../../../server/domain/core/fields.ts");
        const address = email.safeParse(args.email);
        if (!address.success) throw badValue("Give an email address such as ada@example.com.");
        const { code, purpose, expiresAt } = await makeCode(database, config, address.data);
        const word = purpose === "signin" ? "in" : "up";
        remark(`A code to sign ${word} as ${address.data}, good until ${expiresAt}:`);
        writeText(`${code}\n`);
      });
    },
  }),
];
