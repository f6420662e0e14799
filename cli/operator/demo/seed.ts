import { type Config, environment, readConfig } from "../../../server/config.ts";
import { migrate } from "../../../server/database/migrate.ts";
import { type Database, openDatabase } from "../../../server/database/open.ts";
import { Caches } from "../../../server/domain/core/caches.ts";
import { EvenAnswerTime } from "../../../server/domain/core/even_answer_time.ts";
import { noMailer } from "../../../server/domain/core/mailer.ts";
import type { Services } from "../../../server/domain/core/operation.ts";
import { remindOfUpdates } from "../../../server/domain/project_updates/remind.ts";
import { createCast, type DemoCast } from "./cast.ts";
import { addInvitation } from "./invitation.ts";
import { addRequests } from "./requests.ts";
import { addSavedViews } from "./saved_views.ts";
import { planDemo } from "./plan.ts";
import { replay } from "./replay.ts";

const DAY = 86_400_000;

/**
 * Makes a demo workspace in the configured database and prints how to sign in to it. Where there is one of that
 * name already, the new one gets a number.
 * @param options.tasks how many tasks it gets, drafts and sub-tasks included
 * @throws ConfigError or DatabaseError, each one sentence that says what to do
 */
export async function seed(options: { tasks: number }): Promise<void> {
  const config = readConfig(environment());
  const database = await openDatabase(config.databaseUrl, config.databaseToken);
  try {
    await migrate(database);
    const cast = await seedDatabase(database, config, { ...options, now: new Date() });
    console.log(
      `Made the workspace ${cast.name} with ${options.tasks.toLocaleString("en")} tasks.\n` +
        `Sign in as ${cast.ownerEmail} at ${config.origin}/auth/signin; ` +
        (config.smtpUrl ? "the code comes by mail." : "the code is in the server's log."),
    );
  } finally {
    await database.close();
  }
}

/**
 * Makes a demo workspace in an open, migrated database.
 * @param now the demo's today: the newest task is a minute old
 */
export async function seedDatabase(
  database: Database,
  config: Pick<Config, "origin" | "signup">,
  { tasks, now }: { tasks: number; now: Date },
): Promise<DemoCast> {
  const services: Services = {
    database,
    mailer: noMailer,
    clock: () => now,
    evenAnswerTime: new EvenAnswerTime(),
    caches: new Caches(),
    committed() {},
    logError: (error) => {
      throw error;
    },
    settings: { signup: config.signup, taskLimit: undefined, origin: config.origin },
  };
  const plan = planDemo(tasks, now);
  const begun = plan.tasks[0]?.createdAt ?? now;
  const cast = await createCast(services, new Date(begun.getTime() - 2 * DAY));
  await replay(services, cast, plan);
  await addSavedViews(services, cast);
  await addRequests(services, cast);
  await addInvitation(services, cast);
  await remindOfUpdates({ ...services, clock: () => lastMorning(now) });
  return cast;
}

/** Ten on the working day that began last, in UTC, where the demo is. */
function lastMorning(now: Date): Date {
  const at = new Date(now);
  at.setUTCHours(10, 0, 0, 0);
  while (at > now || at.getUTCDay() % 6 === 0) at.setUTCDate(at.getUTCDate() - 1);
  return at;
}
