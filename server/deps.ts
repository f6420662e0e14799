import configuration from "../deno.json" with { type: "json" };
import { PageMemory } from "../views/page_memory.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database/open.ts";
import { loadAssets } from "./http/assets.ts";
import { basePathOf } from "./http/base_path.ts";
import type { Deps } from "./http/env.ts";
import type { Services } from "./domain/core/operation.ts";
import { Caches } from "./domain/core/caches.ts";
import { EvenAnswerTime } from "./domain/core/even_answer_time.ts";
import { TextEtags } from "./http/etag.ts";
import { BodyBudget } from "./http/body_budget.ts";
import { Downloads } from "./http/downloads.ts";
import { GzipPieces } from "./http/gzip_pieces.ts";
import { makeLimits } from "./http/limits.ts";
import { LiveFeed } from "./http/live/feed.ts";
import { Turns } from "./http/turns.ts";
import { UnreadResponses } from "./http/unread.ts";
import type { Log } from "./http/log.ts";
import { Metrics } from "./http/metrics.ts";
import { logMailer } from "./mail/log.ts";
import { smtpMailer } from "./mail/smtp.ts";

/** Creates the dependencies of the server's interfaces. @param clock returns the current time */
export async function makeDeps(
  config: Config,
  database: Database,
  log: Log,
  clock: Deps["clock"] = () => new Date(),
): Promise<Deps> {
  const say = (line: string) => log.say(line);
  const services: Services = {
    database,
    mailer: config.smtpUrl
      ? await smtpMailer(config.smtpUrl, config.mailFrom, say)
      : logMailer(say),
    clock,
    evenAnswerTime: new EvenAnswerTime(),
    caches: new Caches(),
    committed: () => live.wake(),
    settings: { signup: config.signup, taskLimit: config.taskLimit, origin: config.origin },
    logError: (error, occasion) => log.error(error, occasion),
  };
  const live = new LiveFeed(services);
  const base = basePathOf(config.origin);
  return {
    ...services,
    live,
    version: configuration.version,
    trustProxy: config.trustProxy,
    site: {
      pages: config.publicPages,
      contentSignal: config.contentSignal,
      operator: config.operator,
    },
    base,
    assets: loadAssets(base),
    memory: new PageMemory(),
    pieces: new GzipPieces(),
    bodyBudget: new BodyBudget(),
    downloads: new Downloads(),
    unread: new UnreadResponses(),
    turns: new Turns(),
    etags: new TextEtags(),
    limits: makeLimits(config.rateLimit),
    log: (line) => log.request(line),
    ...(config.metricsToken && {
      metrics: { counted: new Metrics(), token: config.metricsToken },
    }),
  };
}
