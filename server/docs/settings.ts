import type { SettingName } from "../config.ts";

/** The default of every setting, in Markdown, and its description. */
export const settings: Readonly<Record<SettingName, readonly [byDefault: string, text: string]>> = {
  BACKLOG_PORT: ["`5173`", "Port to listen on."],
  BACKLOG_HOST: [
    "`127.0.0.1`",
    "Address to listen on. `0.0.0.0` accepts connections from other machines.",
  ],
  BACKLOG_ORIGIN: [
    "`http://localhost:5173`",
    "Public address, used in links, in cookies, and to reject requests from other sites. It can have a path.",
  ],
  BACKLOG_DATABASE_URL: [
    "`file:./data/backlog.db`",
    "Database file, created and migrated at startup. A libSQL server (`libsql://`, `https://`) is experimental.",
  ],
  BACKLOG_DATABASE_TOKEN: ["none", "Token of the libSQL server."],
  BACKLOG_SMTP_URL: [
    "none",
    "Email server, such as `smtp://user:password@mail.example.com:587`. Without an email server, emails are written to the log.",
  ],
  BACKLOG_MAIL_FROM: ["`Backlog <backlog@localhost>`", "Sender of emails."],
  BACKLOG_SIGNUP: [
    "`invite`",
    "Sign-up policy after the first account: `open`, `invite`, or `closed`.",
  ],
  BACKLOG_TASK_LIMIT: ["none", "Maximum number of tasks per workspace."],
  BACKLOG_RATE_LIMIT: ["`1200`", "Requests per minute for each token or browser session."],
  BACKLOG_TRUST_PROXY: [
    "`false`",
    "Whether to trust the last address in `X-Forwarded-For`, which your proxy adds.",
  ],
  BACKLOG_LOG: [
    "`pretty` on a terminal, otherwise `json`",
    "Log format, with one line per request. `none` doesn't log requests.",
  ],
  BACKLOG_PUBLIC_PAGES: [
    "`listed`",
    "Visibility of public pages and docs: `listed` in search engines, `unlisted`, or `off` (requires signing in).",
  ],
  BACKLOG_CONTENT_SIGNAL: [
    "`search=yes, ai-input=yes, ai-train=no`",
    "Crawler permissions for the public pages, stated in `robots.txt`.",
  ],
  BACKLOG_OPERATOR_NAME: [
    "none",
    "Name of the person or organization that runs the server, for `/privacy` and `/terms`.",
  ],
  BACKLOG_OPERATOR_CONTACT: [
    "none",
    "Email address or URL of the server operator, for `/privacy` and `/terms`.",
  ],
  BACKLOG_METRICS_TOKEN: [
    "none",
    "Token for `GET /metrics`. Without a token, there are no metrics.",
  ],
};
