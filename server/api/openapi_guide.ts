/**
 * Returns the guide for client developers, in Markdown. It precedes the endpoints.
 * @param url the API's address
 * @param rateLimit the number of requests that a token has in a minute
 */
export function guide(url: string, rateLimit: number): string {
  const requests = rateLimit.toLocaleString("en-US");
  return `REST API for all of Backlog: JSON in UTF-8, with field names in camel case.

## First steps

Sign in with an emailed code to get a session:

\`\`\`sh
api=${url}
json='content-type: application/json'
curl $api/auth/request-otp -H "$json" -d '{"email":"ada@example.com","purpose":"signin"}'
curl $api/auth/verify-otp -H "$json" -d '{"email":"ada@example.com","code":"123456"}'
\`\`\`

For a new account, such as the first on a new server, use the purpose \`signup\` in both requests, then create a
workspace (\`POST /workspaces\`). The response contains an \`accessToken\` for all other requests. \`/me\` returns the
workspace:

\`\`\`sh
bearer='authorization: Bearer blg_hat_…'
curl $api/me -H "$bearer"
curl $api/workspaces/ws_…/tasks -H "$bearer" -H "$json" -d '{"title":"Ship public docs","teamId":"ENG"}'
\`\`\`

For your own scripts, create a personal access token (\`POST /personal-access-tokens\`). For a program that several people
depend on, create an automation.

## Tokens

Send a token as \`Authorization: Bearer …\`. Its prefix shows its kind:

| Prefix | Kind | Expires |
|---|---|---|
| \`blg_hat_\` | Session of a person, from a sign-in code (\`POST /auth/verify-otp\`) | After an hour. \`POST /auth/refresh\` returns new tokens. |
| \`blg_pat_\` | Personal access token, created in a session | After 90 days by default |
| \`blg_auto_\` | Secret of an automation, only for \`POST /automation-auth/exchange\` | When rotated |
| \`blg_aat_\` | Access token of an automation. \`X-Backlog-Agent\` selects the agent that acts. | After an hour |

Each endpoint lists the scope it requires. A token never has more permissions than its owner. A 403 response gives the
missing role or scope. Records you can't see return 404.

## Records, lists, and pages

A record is returned under its name (\`{"task": {…}}\`). A list is returned under the plural, with \`nextCursor\`. Lists
accept \`limit\` (50 by default, 250 at most) and \`cursor\`. A page has fewer records if more would exceed 1 MB. Repeat
the request with \`nextCursor\` until it is \`null\`.
If records are created or changed in the meantime, no other record is repeated or skipped. A write returns the whole updated record.
Unknown fields and parameters in requests return 422. Responses can get new fields at any time.

Times are in ISO 8601 and UTC. Days (\`2026-12-24\`) are the same in every time zone. A task's reference (\`ENG-123\`) is
accepted wherever the task's ID is. Refer to teams and projects by ID, key, or name, and to people by ID, username, name, or \`me\`.

## Retries and simultaneous changes

- Send \`Idempotency-Key\` with a POST to retry safely. Within 24 hours, a retry with the same key returns the first
  response, with \`Idempotency-Replayed: true\`.
- Every response to a GET has an \`ETag\`. Send it as \`If-None-Match\` to get a 304 while nothing has changed.
- Send a record's \`ETag\` as \`If-Match\` to protect a write. If someone has changed the record since, the response is 412.
  An ETag starts with the record's version, and only the version is compared. \`If-Match\` can list several ETags, and
  \`*\` matches any version.

## Limits

A token can make ${requests} requests per minute. \`RateLimit\` shows the remaining requests. Beyond the limit,
the response is 429, with \`Retry-After\` in seconds. Bodies can be up to 1 MiB, must arrive within 20 seconds
or at 10 KB per second, and can't be compressed. Send \`Accept-Encoding: gzip\` to compress long lists. Pages on other sites can use the API with a
bearer token, but without cookies.

## Errors

Errors are problem details (RFC 9457) as \`application/problem+json\`. \`code\` is stable, and \`detail\` explains the
problem to people. \`errors\` lists each invalid field, and \`hint\` suggests the next step. The server's log contains
\`requestId\`.

| Status | Meaning | Next step |
|---|---|---|
| 400, 415 | The body isn't uncompressed JSON in UTF-8. | Fix the program. |
| 401 | The token is missing, invalid, expired, or revoked. | Refresh the session, or sign in. |
| 403 | The token or role doesn't allow this. | Get the scope or role in \`detail\`. |
| 404 | The record doesn't exist, or you don't have access to it. | Find it in a list. |
| 408 | The body arrived too slowly. | Send it again. |
| 409 | The request conflicts with the current state. | Read the record again, then decide. |
| 412 | The record has changed since you read it. | Read it again, and repeat the change. |
| 413 | The request is too large. | Send less at a time. |
| 422 | A field or parameter is invalid. | See \`errors\`. |
| 429 | Too many requests. | Wait for \`Retry-After\`. |
| 500 | The server failed, and nothing was changed. | Report it with \`requestId\`. |
| 503 | The server is busy, or the database is unavailable. | Wait for \`Retry-After\`. |
`;
}
