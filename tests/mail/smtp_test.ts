import assert from "node:assert/strict";
import { smtpMailer, smtpTrouble } from "../../server/mail/smtp.ts";

const mail = { to: "ada@example.com", subject: "Hello", text: "Hello", summary: "hello" };

/** A mail server that can't encrypt; it keeps what it was told. @param toRecipient its answer to a recipient */
async function plainServer(listener: Deno.TcpListener, commands: string[], toRecipient = "250 ok") {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  for await (const connection of listener) {
    await connection.write(encoder.encode("220 mail.example ESMTP\r\n"));
    const bytes = new Uint8Array(1024);
    for (let n; (n = await connection.read(bytes).catch(() => null)) !== null;) {
      const line = decoder.decode(bytes.subarray(0, n));
      commands.push(line.trim().toUpperCase());
      const answer = line.startsWith("STARTTLS")
        ? "502 no"
        : line.startsWith("RCPT")
        ? toRecipient
        : "250 mail.example";
      await connection.write(encoder.encode(`${answer}\r\n`)).catch(() => {});
    }
    connection.close();
  }
}

Deno.test("a mail server on another machine must encrypt, unless its URL says otherwise", async () => {
  const commands: string[] = [];
  const listener = Deno.listen({ hostname: "0.0.0.0", port: 0 });
  const serving = plainServer(listener, commands);
  const trouble = (host: string, query = "") =>
    smtpTrouble(`smtp://${host}:${listener.addr.port}${query}`, 10_000);
  // 0.0.0.0 reaches this machine without being its name
  assert.match(await trouble("0.0.0.0") ?? "", /STARTTLS/);
  assert.ok(commands.includes("STARTTLS"));
  assert.equal(await trouble("0.0.0.0", "?ignoreTLS=true"), undefined);
  assert.match(await trouble("127.0.0.1", "?requireTLS=true") ?? "", /STARTTLS/);
  assert.equal(await trouble("127.0.0.1"), undefined);
  listener.close();
  await serving;
});

Deno.test("a mail server that is unreachable at all its addresses is reported and retried", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  for (const host of ["127.0.0.1", "localhost"]) {
    const url = `smtp://${host}:${port}`;
    assert.equal(await smtpTrouble(url, 10_000), "nothing is listening there", host);
    const mailer = await smtpMailer(url, "Backlog <backlog@localhost>", () => {});
    assert.equal(await mailer.hand(mail), "later", host);
  }
});

Deno.test("an email is retried after any answer from 400 to 499, and not after one from 500", async () => {
  for (const [code, outcome] of [[421, "later"], [499, "later"], [500, "refused"]] as const) {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const serving = plainServer(listener, [], `${code} no`);
    const { port } = listener.addr;
    const from = "Backlog <backlog@localhost>";
    const mailer = await smtpMailer(`smtp://127.0.0.1:${port}?ignoreTLS=true`, from, () => {});
    assert.equal(await mailer.hand(mail), outcome, `${code}`);
    listener.close();
    await serving;
  }
});
