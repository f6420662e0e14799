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
 * Creates a demo workspace in the configured database and prints how to sign in. Adds a number to the name if a
 * workspace has it already.
 * @param options.tasks the number of tasks, including drafts and sub-tasks
 * @throws ConfigError or DatabaseError with a message for the operator
 */
export async function seed(options: { tasks: number }): Promise<void> {
  const config = readConfig(environment());
  const database = await openDatabase(config.databaseUrl, config.databaseToken);
  try {
    await migrate(database);
    const cast = await seedDatabase(database, config, { ...options, now: new Date() });
    console.log(
      `Created the workspace ${cast.name} with ${options.tasks.toLocaleString("en")} tasks.\n` +
        `Sign in as ${cast.ownerEmail} at ${config.origin}/auth/signin. ` +
        (config.smtpUrl ? "Backlog sends the code by email." : "The code is in the server's log."),
    );
  } finally {
    await database.close();
  }
}

/**
 * Creates a demo workspace in an open, migrated database.
 * @param now the demo's current time: the newest task is a minute old
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

/** Returns 10:00 UTC of the latest working day. */
function lastMorning(now: Date): Date {
  const at = new Date(now);
  at.setUTCHours(10, 0, 0, 0);
  while (at > now || at.getUTCDay() % 6 === 0) at.setUTCDate(at.getUTCDate() - 1);
  return at;
}
