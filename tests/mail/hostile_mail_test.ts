import assert from "node:assert/strict";
import { mailInvitation } from "../../server/domain/invitations/mail.ts";
import { smtpMailer } from "../../server/mail/smtp.ts";
import { mailServer } from "../support/mail_server.ts";
import { hostileLine } from "../support/hostile_text/texts.ts";
import { createWorld } from "../support/world.ts";

Deno.test("names in a mail add no header and no HTML to it", async () => {
  await using world = await createWorld();
  using server = mailServer();
  const mailer = await smtpMailer(server.url, "Backlog <backlog@example.com>", () => {});
  mailInvitation({ ...world.services, mailer }, {
    email: "ines@example.com",
    inviterName: `Ada\r\nBcc: evil@example.com\r\n\r\n${hostileLine}`,
    workspaceName: `Acme\nContent-Type: text/html\n${hostileLine}`,
    hasAccount: false,
  });
  await server.met(1);
  const mail = server.taken[0]!;
  const headers = mail.slice(0, mail.indexOf("\r\n\r\n")).replaceAll(/\r\n[ \t]+/g, " ");
  const names = headers.split("\r\n").map((line) => /^[\w-]+(?=:)/.exec(line)?.[0].toLowerCase());
  assert.deepEqual(names.filter((name) => name === undefined || name === "bcc"), []);
  assert.match(headers, /^Content-Type: multipart\/alternative/m);
  assert.equal(names.filter((name) => name === "content-type").length, 1);
  assert.match(headers, /^To: ines@example\.com$/m);
});
