import { z } from "zod";

/** The operator's settings. `RULES.md`, Settings. */
export interface Config {
  /** TCP port to listen on; 0 lets the system choose (tests do). */
  port: number;
  /** Address to listen on. */
  host: string;
  /**
   * Public address without a trailing slash: an origin with an optional path. Links, cookies, CSRF checks, docs, and
   * `backlog.sh` use it.
   */
  origin: string;
  /** Any libSQL URL: `file:…`, `:memory:`, `libsql://…`, `http(s)://…`. */
  databaseUrl: string;
  databaseToken: string | undefined;
  /** Without it, emails are written to the log. */
  smtpUrl: string | undefined;
  mailFrom: string;
  signup: "open" | "invite" | "closed";
  /** The maximum number of tasks per workspace; undefined means no limit. */
  taskLimit: number | undefined;
  /** The number of requests per minute for each token. */
  rateLimit: number;
  /** Whether to trust the last address in `X-Forwarded-For`, which a proxy in front of this server adds. */
  trustProxy: boolean;
  log: "pretty" | "json" | "none";
  /** Whether search engines can list the public pages, must not list them, or visitors must sign in to see them. */
  publicPages: "listed" | "unlisted" | "off";
  /** The `Content-Signal` of `robots.txt`. */
  contentSignal: string;
  /** The operator's name and contact, for the privacy policy and the terms. */
  operator: { name: string | undefined; contact: string | undefined };
  /** The bearer token for `/metrics`; without it, nobody has access. */
  metricsToken: string | undefined;
}

/** An invalid setting, with a message that says what to do. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

const text = z.string().trim().min(1);
/** An email address, or a name with an email address in angle brackets. */
const sender = /^([^<>\p{Cc}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u;

/** An email address or a web address, without characters that end a link in Markdown. */
const contact = /^([^\s<>@()]+@[^\s<>@()]+|https?:\/\/[^\s<>()]+)$/;

/** An origin with an optional slash, or with a path of unreserved characters (RFC 3986, 2.3) without a trailing slash. */
const publicAddress = /^https?:\/\/[^/?#@\\]+(\/|(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)*)$/i;

/** Returns a public address without a trailing slash. */
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
  BACKLOG_PUBLIC_PAGES: z.enum(["listed", "unlisted", "off"]).default("listed"),
  BACKLOG_CONTENT_SIGNAL: z.string().regex(/^[a-z-]+=(yes|no)(, ?[a-z-]+=(yes|no))*$/)
    .default("search=yes, ai-input=yes, ai-train=no"),
  BACKLOG_OPERATOR_NAME: text.max(200).regex(/^\P{Cc}+$/u).optional(),
  BACKLOG_OPERATOR_CONTACT: text.max(200).regex(contact).optional(),
  BACKLOG_METRICS_TOKEN: z.string().regex(/^[!-~]{16,}$/).optional(),
});

export type SettingName = keyof typeof Environment.shape;

/** The names of all settings. */
export const settingNames = Object.keys(Environment.shape) as readonly SettingName[];

const expected: Record<string, string> = {
  BACKLOG_PORT: "a port number from 0 to 65535",
  BACKLOG_ORIGIN:
    "a URL such as https://backlog.example.com or https://example.com/backlog, without a query, " +
    "a fragment, or a slash at the end, and with only letters, digits, dashes, dots, _, and ~ in the path",
  BACKLOG_DATABASE_URL: "a libSQL URL such as file:./data/backlog.db or libsql://db.example.com",
  BACKLOG_SMTP_URL: "a URL such as smtp://user:password@mail.example.com:587",
  BACKLOG_MAIL_FROM: "an address such as Backlog <backlog@example.com>",
  BACKLOG_SIGNUP: "open, invite, or closed",
  BACKLOG_TASK_LIMIT: "a whole number of at least 1",
  BACKLOG_RATE_LIMIT: "a whole number of at least 1",
  BACKLOG_TRUST_PROXY: "true or false",
  BACKLOG_LOG: "pretty, json, or none",
  BACKLOG_PUBLIC_PAGES: "listed, unlisted, or off",
  BACKLOG_CONTENT_SIGNAL: "signals such as search=yes, ai-train=no",
  BACKLOG_OPERATOR_NAME: "one line of at most 200 characters",
  BACKLOG_OPERATOR_CONTACT:
    "an email address, or a URL such as https://example.com/contact, of at most 200 characters",
  BACKLOG_METRICS_TOKEN: "at least 16 characters without spaces",
};

/** Reads the settings from the environment by name, because the server has no permission for other variables. */
export function environment(): Record<string, string> {
  return Object.fromEntries(settingNames.flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  }));
}

/**
 * Reads the settings.
 * @param env environment variables; empty ones count as unset
 * @param flags flags of `serve`, which override the environment
 * @throws ConfigError for the first invalid setting, without its value, which might be a secret
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
    throw new ConfigError(`${flag} must be ${expected[name] ?? "non-empty text"}.`);
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
    publicPages: value.BACKLOG_PUBLIC_PAGES,
    contentSignal: value.BACKLOG_CONTENT_SIGNAL,
    operator: { name: value.BACKLOG_OPERATOR_NAME, contact: value.BACKLOG_OPERATOR_CONTACT },
    metricsToken: value.BACKLOG_METRICS_TOKEN,
  };
}
