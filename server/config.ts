import { z } from "zod";

/** What an operator can set, as the rest of the program reads it. `RULES.md`, Settings. */
export interface Config {
  /** TCP port to listen on; 0 lets the system choose (tests do). */
  port: number;
  /** Address to listen on. */
  host: string;
  /**
   * Public address without a trailing slash, an origin and the path below which Backlog is, if any: links, cookies, CSRF,
   * docs and `backlog.sh` use it.
   */
  origin: string;
  /** Any libSQL URL: `file:…`, `:memory:`, `libsql://…`, `http(s)://…`. */
  databaseUrl: string;
  databaseToken: string | undefined;
  /** Without one, mail is written to the log. */
  smtpUrl: string | undefined;
  mailFrom: string;
  signup: "open" | "invite" | "closed";
  /** Tasks per workspace above which creation is blocked; undefined means no limit. */
  taskLimit: number | undefined;
  /** Requests that one token has in a minute. */
  rateLimit: number;
  /** Whether the last address in `X-Forwarded-For`, which the proxy before this server added, is believed. */
  trustProxy: boolean;
  log: "pretty" | "json" | "none";
  /** Who bears it may ask for `/metrics`; without one nobody may. */
  metricsToken: string | undefined;
}

/** A setting that can't be used. Its message is one sentence that says what to do. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

const text = z.string().trim().min(1);
/** An address, or a name with its address in angle brackets. */
const sender = /^([^<>\p{Cc}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u;

/** An origin, which may end in a slash, or one with a path that ends in none: characters that are never spelled otherwise. RFC 3986, 2.3 */
const publicAddress = /^https?:\/\/[^/?#@\\]+(\/|(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)*)$/i;

/** A public address as it is kept: without a slash at its end. */
function spelled(address: string): string {
  const { origin, pathname } = new URL(address);
  return pathname === "/" ? origin : origin + pathname;
}

const Environment = z.object({
  BACKLOG_PORT: z.coerce.number().int().min(0).max(65535).default(5173),
  BACKLOG_HOST: text.default("127.0.0.1"),
  BACKLOG_ORIGIN: z.url({ protocol: /^https?$/ }).regex(publicAddress).optional(),
  BACKLOG_DATABASE_URL: z.string().regex(/^(file:.+|:memory:|libsql:\/\/.+|https?:\/\/.+)$/)
    .default("file:./data/backlog.db"),
  BACKLOG_DATABASE_TOKEN: text.optional(),
  BACKLOG_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  BACKLOG_MAIL_FROM: text.regex(sender).optional(),
  BACKLOG_SIGNUP: z.enum(["open", "invite", "closed"]).default("invite"),
  BACKLOG_TASK_LIMIT: z.coerce.number().int().min(1).optional(),
  BACKLOG_RATE_LIMIT: z.coerce.number().int().min(1).default(1_200),
  BACKLOG_TRUST_PROXY: z.enum(["true", "false"]).default("false"),
  BACKLOG_LOG: z.enum(["pretty", "json", "none"]).optional(),
  BACKLOG_METRICS_TOKEN: z.string().regex(/^[!-~]{16,}$/).optional(),
});

/** The name of every setting. */
export const settingNames: readonly string[] = Object.keys(Environment.shape);

const expected: Record<string, string> = {
  BACKLOG_PORT: "a port number from 0 to 65535",
  BACKLOG_ORIGIN:
    "a URL such as https://backlog.example.com or https://example.com/backlog, without a query, " +
    "a # or a slash at its end; its path may have letters, digits, dashes, dots, _ and ~",
  BACKLOG_DATABASE_URL: "a libSQL URL such as file:./data/backlog.db or libsql://db.example.com",
  BACKLOG_SMTP_URL: "a URL such as smtp://user:password@mail.example.com:587",
  BACKLOG_MAIL_FROM: "an address such as Backlog <backlog@example.com>",
  BACKLOG_SIGNUP: "one of open, invite, closed",
  BACKLOG_TASK_LIMIT: "a whole number of at least 1",
  BACKLOG_RATE_LIMIT: "a whole number of at least 1",
  BACKLOG_TRUST_PROXY: "true or false",
  BACKLOG_LOG: "pretty, json or none",
  BACKLOG_METRICS_TOKEN: "16 characters or more, without spaces",
};

/** The settings that are in the environment, each asked for by its name: the server may read no other variable. */
export function environment(): Record<string, string> {
  return Object.fromEntries(settingNames.flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  }));
}

/**
 * Reads the settings.
 * @param env environment variables; an empty one counts as not set
 * @param flags what `serve` was given, which beats the environment
 * @throws ConfigError naming the first wrong setting, without repeating a secret
 */
export function readConfig(
  env: Record<string, string | undefined>,
  flags: { port?: string | undefined; host?: string | undefined } = {},
): Config {
  const given: Record<string, string> = {};
  for (const key of settingNames) {
    const value = env[key];
    if (value !== undefined && value !== "") given[key] = value;
  }
  if (flags.port !== undefined) given.BACKLOG_PORT = flags.port;
  if (flags.host !== undefined) given.BACKLOG_HOST = flags.host;
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    const flag = flags.port !== undefined && name === "BACKLOG_PORT" ? "--port" : name;
    throw new ConfigError(`${flag} must be ${expected[name] ?? "a non-empty text"}.`);
  }
  const value = parsed.data;
  return {
    port: value.BACKLOG_PORT,
    host: value.BACKLOG_HOST,
    origin: spelled(value.BACKLOG_ORIGIN ?? `http://localhost:${value.BACKLOG_PORT}`),
    databaseUrl: value.BACKLOG_DATABASE_URL,
    databaseToken: value.BACKLOG_DATABASE_TOKEN,
    smtpUrl: value.BACKLOG_SMTP_URL,
    mailFrom: value.BACKLOG_MAIL_FROM ?? "Backlog <backlog@localhost>",
    signup: value.BACKLOG_SIGNUP,
    taskLimit: value.BACKLOG_TASK_LIMIT,
    rateLimit: value.BACKLOG_RATE_LIMIT,
    trustProxy: value.BACKLOG_TRUST_PROXY === "true",
    log: value.BACKLOG_LOG ?? (Deno.stdout.isTerminal() ? "pretty" : "json"),
    metricsToken: value.BACKLOG_METRICS_TOKEN,
  };
}
