/** What a client's author reads before the endpoints, in Markdown. */
export const guide =
  `Everything that Backlog can do, for programs: JSON in and out, in camel case, UTF-8.

## First steps

A person signs in with a code by mail, and has a session:

\`\`\`sh
api=https://backlog.example/api/v1
json='content-type: application/json'
curl $api/auth/request-otp -H "$json" -d '{"email":"ada@example.com","purpose":"signin"}'
curl $api/auth/verify-otp -H "$json" -d '{"email":"ada@example.com","code":"123456"}'
\`\`\`

What comes back has an \`accessToken\`, with which the rest is asked for. \`/me\` tells the workspace:

\`\`\`sh
bearer='authorization: Bearer blg_hat_…'
curl $api/me -H "$bearer"
curl $api/workspaces/ws_…/tasks -H "$bearer" -H "$json" -d '{"title":"Ship public docs","teamId":"ENG"}'
\`\`\`

A program of one's own gets a personal access token instead (\`POST /personal-access-tokens\`); what belongs to nobody is
an automation.

## Tokens

Send one as \`Authorization: Bearer …\`. Its beginning says what it is:

| begins with | is | ends |
|---|---|---|
| \`blg_hat_\` | a person's session, from a code by mail (\`POST /auth/verify-otp\`) | after an hour; \`POST /auth/refresh\` gives a new pair |
| \`blg_pat_\` | a personal access token, made in a session | after 90 days, unless it is made otherwise |
| \`blg_auto_\` | an automation's secret, good for \`POST /automation-auth/exchange\` alone | when it is rotated |
| \`blg_aat_\` | an automation's access token; \`X-Backlog-Agent\` names the agent that acts | after an hour |

Each endpoint says which scope it needs. A token never exceeds what its person may: a 403 says which role or scope is
missing. What one may not see is a 404, as if it weren't there.

## Records, lists and pages

A record comes back under its name (\`{"task": {…}}\`), a list under its plural, with \`nextCursor\`. A list takes
\`limit\`, 50 unless said otherwise and 250 at most, and \`cursor\`: ask again with \`nextCursor\` until it is null.
Records that are made or changed meanwhile neither repeat nor hide others. A write answers with the whole record as it is
now. Fields and parameters that aren't known are a 422, never ignored; answers may get new fields at any time.

Times are ISO 8601 in UTC, days (\`2026-12-24\`) the same day for everybody. A task's reference (\`ENG-123\`) stands
wherever its id does. Teams and projects are named by id, key or name, people by id, username, name or \`me\`.

## Asking twice, and changing at the same time

- \`Idempotency-Key\` on a POST: a retry with the same key within 24 hours gets the first answer again, with
  \`Idempotency-Replayed: true\`, and nothing happens twice.
- Every answer to a GET has an \`ETag\`; \`If-None-Match\` with it is a 304 for as long as nothing changed.
- \`If-Match\` with a record's \`ETag\` guards a write: 412 where somebody changed it since. An ETag begins with the
  record's version, which alone is compared.

## Limits

A token has 1,200 requests a minute: \`RateLimit\` tells what is left of them. More is a 429 with \`Retry-After\` in
seconds. A body has 1 MiB at most. Long lists go out compressed to who sends \`Accept-Encoding: gzip\`. Pages of other sites
may ask too, with a bearer token and without cookies.

## Errors

Errors are problem details (RFC 9457) as \`application/problem+json\`: \`code\` is stable, \`detail\` is for people,
\`errors\` names each wrong field, \`hint\` says what to do next, \`requestId\` is in the server's log.

| status | means | then |
|---|---|---|
| 400, 415 | the body is no JSON | mend the program |
| 401 | no token, or a dead one | refresh the session, or sign in |
| 403 | not with this token, not in this role | ask for the scope or the role that \`detail\` names |
| 404 | not there, or not for you | look for it in a list |
| 409 | contradicts what stands | read it, and decide anew |
| 412 | changed meanwhile | read it again, repeat the change |
| 413 | too large | send less at once |
| 422 | a field or parameter can't be taken | see \`errors\` |
| 429 | too often | wait for \`Retry-After\` |
| 503 | no room, or no database, right now | try again later |
`;
