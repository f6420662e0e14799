import type { Config } from "../../../server/config.ts";
import type { Database } from "../../../server/database/open.ts";
import { argument, command } from "../../command.ts";
import { badValue, Failure } from "../../failure.ts";
import { writeText } from "../../output.ts";
import { remark } from "../../prompt.ts";
import { operate } from "../operate.ts";
import { withDatabase } from "../with_database.ts";

/** Replaces the operator's last code: to sign in for a known address, or to sign up. */
async function makeCode(database: Database, config: Config, email: string) {
  const { keepCode } = await import("../../../server/domain/sessions/one_time_code.ts");
  return await database.write(async (tx) => {
    const known = await tx.selectFrom("users").select("id").where("email", "=", email)
      .executeTakeFirst();
    const anyone = await tx.selectFrom("users").select("id").limit(1).executeTakeFirst();
    if (!known && anyone && config.signup !== "open") {
      throw new Failure(
        `No account has the email address ${email}. Check the address, or invite the person first.`,
      );
    }
    const purpose = known ? "signin" as const : "signup" as const;
    const context = { tx, now: new Date(), actor: { client: "operator", network: "operator" } };
    return { purpose, ...await keepCode(context, email, purpose) };
  });
}

/** Checks that there is a database. A code in a new database would be useless. */
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
    summary: "Create a sign-in code without sending email",
    args: { email: argument("Email address of the person") },
    run: async ({ args }) => {
      await operate(requireOwn);
      await withDatabase(async (database, config) => {
        const { email } = await import("../../../server/domain/core/fields.ts");
        const address = email.safeParse(args.email);
        if (!address.success) throw badValue("Enter an email address such as ada@example.com.");
        const { code, purpose, expiresAt } = await makeCode(database, config, address.data);
        const word = purpose === "signin" ? "in" : "up";
        remark(`Code to sign ${word} as ${address.data}, valid until ${expiresAt}:`);
        writeText(`${code}\n`);
      });
    },
  }),
];
