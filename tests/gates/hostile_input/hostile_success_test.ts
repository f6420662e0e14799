import assert from "node:assert/strict";
import { openDatabase } from "../../../server/database/open.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type RawAnswer, RawConnection } from "../../support/raw_connection.ts";
import { startServer } from "../../support/server.ts";
import { fillDatabase, type FilledDatabase } from "./filled_database.ts";
import { percent, poisons } from "./poison.ts";
import { Tally } from "./tally.ts";

/** Prefixes of hostile text in a return path. */
const fronts = ["/workspace/tasks?q=", "/workspace/tasks/", ""];
const ways = fronts.flatMap((front) => poisons.map((poison) => front + poison));

interface Sent {
  form: Record<string, string>;
  cookie?: string | null | undefined;
  /** Hostile values of the return path and of htmx headers. */
  way?: string;
}

/** Sends valid forms with hostile return paths. */
class Sender {
  readonly tally = new Tally();

  constructor(private readonly port: number, private readonly origin: string) {}

  async post(path: string, { form, cookie, way = "" }: Sent): Promise<RawAnswer> {
    const spelled = percent(way);
    const fields = [...Object.entries(form).map(([name, value]) => [name, percent(value)])];
    for (const name of ["back", "next"]) fields.push([name, spelled]);
    const body = fields.map((field) => field.join("=")).join("&");
    const lines = [
      `POST ${path} HTTP/1.1`,
      `Host: ${new URL(this.origin).host}`,
      `Origin: ${this.origin}`,
      "Content-Type: application/x-www-form-urlencoded",
      `Content-Length: ${body.length}`,
      `HX-Current-URL: ${this.origin}${spelled.replace(/^(?!%2f)/, "/")}`,
      `Referer: ${spelled}`,
      ...(cookie ? [`Cookie: ${cookie}`] : []),
    ];
    const text = `${lines.join("\r\n")}\r\n\r\n${body}`;
    using connection = await RawConnection.open(this.port);
    const [answer] = await connection.exchange([{ text, head: false }]);
    this.tally.look(answer!, text);
    return answer!;
  }
}

function goesTo({ status, fields }: RawAnswer): [number, string] {
  const field = fields.find((one) => /^location:/i.test(one)) ?? "";
  return [status, field.replace(/^location: */i, "")];
}

/** Checks that the redirect leads to a page of this server. */
function staysHere(answer: RawAnswer, way: string): void {
  const [status, to] = goesTo(answer);
  assert.equal(status, 303, JSON.stringify(way));
  assert.match(to, /^\/(workspace|onboarding|auth\/verify)(?![^/?#])/, JSON.stringify(way));
  assert.equal(new URL(to, "http://here.example").origin, "http://here.example");
}

async function makeTasks(sender: Sender, { callers, known }: FilledDatabase): Promise<string[]> {
  const cookie = callers[1].cookie;
  const teamId = String(known.teamId![0]);
  const titles: string[] = [];
  for (const way of ways) {
    const title = `Hostile ${titles.length}`;
    titles.push(title);
    staysHere(
      await sender.post("/workspace/tasks", { form: { title, teamId }, cookie, way }),
      way,
    );
  }
  return titles;
}

Deno.test("a valid change succeeds with any return path, and signing out ends the session", async () => {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("backlog.db")}`;
  const filled = await fillDatabase(databaseUrl);
  await using server = await startServer({ BACKLOG_DATABASE_URL: databaseUrl });
  const sender = new Sender(Number(new URL(server.url).port), server.url);

  const titles = await makeTasks(sender, filled);
  for (const [at, email] of filled.guests.entries()) {
    const way = ways[at]!;
    const asked = await sender.post("/auth/signin", { form: { email }, way });
    staysHere(asked, way);
    const code = await server.codeFor(email);
    const form = { email, code, purpose: "signin" };
    staysHere(await sender.post("/auth/verify", { form, way }), way);
  }
  const { cookie } = filled.callers[2];
  const out = await sender.post("/auth/signout", { form: {}, cookie, way: ways.at(-1)! });
  assert.deepEqual(goesTo(out), [303, "/"]);
  const after = await sender.post("/workspace/tasks", { form: { title: "Late" }, cookie });
  assert.match(goesTo(after)[1], /^\/auth\/signin/);
  assert.deepEqual(sender.tally.faults, []);
  assert.equal(await server.stop(), 0);

  const database = await openDatabase(databaseUrl);
  try {
    const made = await database.read.selectFrom("tasks").select("title")
      .where("title", "like", "Hostile %").orderBy("number").execute();
    assert.deepEqual(made.map(({ title }) => title), titles);
  } finally {
    await database.close();
  }
});
