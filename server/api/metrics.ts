import { Hono } from "hono";
import { Unauthenticated } from "../domain/core/errors.ts";
import { hashToken, sameHash } from "../domain/core/secrets.ts";
import { checkDatabase } from "../domain/health/check.ts";
import { countWaitingMail } from "../domain/health/waiting_mail.ts";
import { bearerToken } from "../http/actor.ts";
import type { Env } from "../http/env.ts";
import type { Measure, Metrics } from "../http/metrics.ts";

/** The gauges of the server's own state, with their help. */
export const gauges = {
  backlog_database_up: "Whether the database responds.",
  backlog_database_writable: "Whether the database is writable.",
  backlog_live_streams: "Number of pages connected for live updates.",
  backlog_mail_waiting: "Notifications and invitations waiting to be emailed.",
} as const;

const gauge = (name: keyof typeof gauges, value: number): Measure => ({
  name,
  kind: "gauge",
  help: gauges[name],
  value,
});

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
    const measures = [
      gauge("backlog_database_up", health ? 1 : 0),
      gauge("backlog_database_writable", health && health.unwritable === undefined ? 1 : 0),
      gauge("backlog_live_streams", deps.live.listening.size),
    ];
    if (health) measures.push(gauge("backlog_mail_waiting", await countWaitingMail(deps)));
    return c.body(metrics.text(deps.version, measures), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    });
  });
}
