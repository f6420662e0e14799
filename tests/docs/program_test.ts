import assert from "node:assert/strict";
import { endpoints } from "../../server/api/endpoints.ts";
import { withApp } from "../support/app.ts";
import { serve } from "./serve.ts";

const MOST_REQUESTS = 8;
const MOST_BYTES = 30_000;

/** A program with a token. It knows only the origin, and reads only llms.txt and the pages that it links to. */
class Reader {
  requests = 0;
  bytes = 0;
  #entry = "";

  constructor(private readonly origin: string, private readonly token: string) {}

  async send(url: string, request: RequestInit = {}): Promise<string> {
    const headers = { authorization: `Bearer ${this.token}`, "content-type": "application/json" };
    const answer = await fetch(url, { ...request, headers });
    const text = await answer.text();
    this.requests++;
    this.bytes += new TextEncoder().encode(text).length;
    assert.ok(answer.ok, `${request.method ?? "GET"} ${url}: ${text}`);
    return text;
  }

  async readEntry(): Promise<string> {
    return this.#entry = await this.send(`${this.origin}/llms.txt`);
  }

  /** Reads the page that llms.txt describes with these words. */
  async readAbout(words: RegExp): Promise<string> {
    const links = this.#entry.matchAll(/^- \[(.+)\]\((\S+)\)/gm);
    const found = [...links].find(([, title]) => words.test(title!));
    assert.ok(found, `llms.txt has no page about ${words}.`);
    return await this.send(found[2]!);
  }
}

/** A request that a page shows with curl. */
interface Call {
  method: string;
  url: string;
  body: Record<string, unknown> | undefined;
}

function callsIn(page: string): Call[] {
  return [...page.matchAll(/\bcurl [^]*?(?=\n *(?:```|done|\S+=\$\())/g)].flatMap(([command]) => {
    const url = /"(https?:\/\/[^"]+)"/.exec(command)?.[1];
    const body = /--data '(\{[^']*\})'/.exec(command)?.[1];
    const method = /--request ([A-Z]+)/.exec(command)?.[1] ??
      (command.includes("--data") ? "POST" : "GET");
    return url ? [{ method, url, body: body ? JSON.parse(body) : undefined }] : [];
  });
}

const first = (page: string, method: string) => {
  const found = callsIn(page).find((call) => call.method === method);
  assert.ok(found, `The page shows no ${method} request:\n${page}`);
  return found;
};

Deno.test({
  name:
    "with only llms.txt, a program creates, finds, and changes a task, and learns to rotate a secret",
  fn: () =>
    withApp({}, async (app, { ada }) => {
      await using served = await serve(app);
      const { origin } = served;
      const reader = new Reader(origin, ada.tokens.accessToken);
      const entry = await reader.readEntry();
      assert.match(entry, /`GET \/me`/);
      const api = /REST API: (\S+),/.exec(entry)![1]!;
      const { workspace } = JSON.parse(await reader.send(`${api}/me`));
      const fill = (url: string, task = "") =>
        url.replace("WORKSPACE_ID", workspace.id).replace("ENG-123", task);

      const creating = await reader.readAbout(/^Create a task /);
      const create = first(creating, "POST");
      const title = "Found by a program";
      const body = JSON.stringify({ ...create.body, title });
      const made = JSON.parse(await reader.send(fill(create.url), { method: "POST", body }));

      const list = first(creating, "GET");
      const { tasks } = JSON.parse(await reader.send(fill(list.url)));
      const found = tasks.find((task: { title: string }) => task.title === title);
      assert.equal(found.id, made.task.id);

      const change = first(await reader.readAbout(/^Update a task/), "PATCH");
      const changed = JSON.parse(
        await reader.send(fill(change.url, found.reference), {
          method: "PATCH",
          body: JSON.stringify({ priority: "urgent" }),
        }),
      );
      assert.equal(changed.task.priority, "urgent");

      const rotating = await reader.readAbout(/^Rotate an automation's secret /);
      const { url } = first(rotating, "POST");
      const patterns = endpoints.filter(({ operation }) => /rotate/i.test(operation.name))
        .map(({ path }) => new RegExp(`${path.replace(/\{\w+\}/g, "[^/]+")}$`));
      assert.ok(patterns.some((pattern) => pattern.test(url)), url);

      const used = `${reader.requests} requests, ${reader.bytes} bytes`;
      assert.ok(reader.requests <= MOST_REQUESTS && reader.bytes <= MOST_BYTES, used);
    }),
});
