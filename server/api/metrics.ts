import { Hono } from "hono";
import { Unauthenticated } from "../domain/core/errors.ts";
import { hashToken, sameHash } from "../domain/core/secrets.ts";
import { checkDatabase } from "../domain/health/check.ts";
import { countWaitingMail } from "../domain/health/waiting_mail.ts";
import { bearerToken } from "../http/actor.ts";
import type { Env } from "../http/env.ts";
import type { Measure, Metrics } from "../http/metrics.ts";

/**
 * Serves metrics for Prometheus and compatible tools, to requests with the operator's token.
 * @param metrics the counts
 * @param token `BACKLOG_METRICS_TOKEN`
 */
export function metricsApi(metrics: Metrics, token: string): Hono<Env> {
  const expected = hashToken(token);
  return new Hono<Env>().get("/", async (c) => {
    const given = bearerToken(c);
    if (given === undefined || !sameHash(hashToken(given), expected)) {
      throw new Unauthenticated("Send BACKLOG_METRICS_TOKEN as a bearer token.", {
        code: given === undefined ? "token_missing" : "token_invalid",
      });
    }
    const deps = c.get("deps");
    const health = await checkDatabase(deps);
    const measures: Measure[] = [
      {
        name: "backlog_database_up",
        kind: "gauge",
        help: "Whether the database responds.",
        value: health ? 1 : 0,
      },
      {
        name: "backlog_database_writable",
        kind: "gauge",
        help: "Whether the database can be written.",
        value: health && health.unwritable === undefined ? 1 : 0,
      },
      {
        name: "backlog_live_streams",
        kind: "gauge",
        help: "Open streams to pages.",
        value: deps.live.listening.size,
      },
    ];
    if (health) {
      measures.push({
        name: "backlog_mail_waiting",
        kind: "gauge",
        help: "Notifications and invitations waiting to be emailed.",
        value: await countWaitingMail(deps),
      });
    }
    return c.body(metrics.text(deps.version, measures), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    });
  });
}
