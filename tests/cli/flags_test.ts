import assert from "node:assert/strict";
import { type Command, flagName, type Option } from "../../cli/command.ts";
import { groups } from "../../cli/groups.ts";
import { temporaryFolder } from "../support/folder.ts";
import { hasScriptTools, inside, type Line, runLine, script } from "./support/lines.ts";

/** A command's requests, its output, and its stored files. */
interface Effect {
  code: number;
  asked: unknown[];
  stdout: string;
  kept: string[];
}

/** A response with everything that any command reads. */
const answer = {
  ...{ tasks: [], projects: [], credentials: [], automations: [], agents: [], workspaces: [] },
  ...{ members: [], teams: [], openTasks: {} },
  ...{ nextCursor: null, workspace: { id: "ws_1", name: "Acme" }, revoked: true },
  ...{ accessToken: "blg_hat_new", refreshToken: "blg_hrt_new", expiresAt: "2026-12-24T00:00:00Z" },
  ...{
    accessTokenExpiresAt: "2026-12-24T00:00:00Z",
    refreshTokenExpiresAt: "2026-12-25T00:00:00Z",
  },
  ...{ token: "blg_pat_new", secret: "blg_auto_new", agent: { profileId: "prof_1" } },
};

const commands = (await Promise.all(
  groups.filter(({ operator }) => !operator).map(({ load }) => load()),
)).flat().filter(({ path }) => path !== "auth wizard" && path !== "watch");

/** Runs a command in its own home folder with a session. */
async function effectOf(line: Line, words: string[]): Promise<Effect> {
  await using home = await temporaryFolder();
  const asked: unknown[] = [];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      const text = await request.text();
      const query = Object.fromEntries([...searchParams].sort());
      const body = text === "" ? null : JSON.parse(text);
      asked.push({ method: request.method, path: pathname, query, body });
      // The output after removing a relation shows the current relations
      const nothing = request.method === "DELETE" && !pathname.includes("/relations/");
      return nothing ? new Response(null, { status: 204 }) : Response.json(answer);
    },
  );
  const baseUrl = `http://127.0.0.1:${server.addr.port}`;
  const folder = home.file("backlog/profiles/default");
  await Deno.mkdir(folder, { recursive: true });
  const secrets = { baseUrl, token: "blg_hat_1", refreshToken: "blg_hrt_1" };
  await Deno.writeTextFile(`${folder}/secrets.json`, JSON.stringify(secrets));
  const { code, stdout, stderr } = await runLine(line, home.path, words, {
    env: { BACKLOG_BASE_URL: baseUrl },
    stdin: "from standard input\n",
  });
  const alike = (text: string) =>
    text.replaceAll(baseUrl, "http://server").replaceAll(home.path, "~");
  const kept = ["config", "secrets"].map((name) => keptIn(`${folder}/${name}.json`)).map(alike);
  return { code, asked, stdout: alike(stdout) + (code === 0 ? stderr : ""), kept };
}

function keptIn(path: string): string {
  try {
    return JSON.stringify(JSON.parse(Deno.readTextFileSync(path)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

const samples: Record<string, string> = {
  url: "https://backlog.example.com/here",
  token: "blg_pat_sample",
  method: "POST",
  path: "/path-1",
  json: '{"json":"json-1"}',
  limit: "7",
  expiresInDays: "31",
  position: "3",
  from: "2",
  to: "9",
};
const sampleOf = (name: string, kind?: Option["kind"]) =>
  samples[name] ?? (kind === "number" ? "5" : `${name}-1`);

/** Returns the arguments for an option: a list twice, with characters that are special to shells. */
function wordsOf(key: string, option: Option): string[] {
  if (option.kind === "switch") return [flagName(key)];
  if (option.kind !== "list") return [flagName(key), sampleOf(key, option.kind)];
  return [`${flagName(key)}=${key} * ?`, flagName(key), `${key}=織り`];
}

function valuesOf(key: string, option: Option): string[] {
  return option.kind === "list" ? [`${key} * ?`, `${key}=織り`] : [sampleOf(key, option.kind)];
}

function start({ path, args }: Command): string[] {
  const secret = path === "auth exchange" ? ["--token", "blg_auto_1"] : [];
  return [...path.split(" "), ...Object.keys(args).map((name) => sampleOf(name)), ...secret];
}

const isRequired = (option: Option) => option.kind === "value" && option.required;

/** Runs the same arguments in both command lines, and expects the same result. */
async function bothDo(words: string[]): Promise<Effect> {
  const [first, second] = await Promise.all([effectOf(inside, words), effectOf(script, words)]);
  const differs = "static/backlog.sh (actual) does otherwise than backlog (expected)";
  assert.deepEqual(second, first, `${differs}: ${words.join(" ")}`);
  return first;
}

/** Runs arguments in the binary's command line. `table_test.ts` checks that the other one sends the same requests. */
const oneDoes = (words: string[]) => effectOf(inside, words);

Deno.test({
  name:
    "both command lines send or store every flag and argument, including those with characters special to shells",
  ignore: !hasScriptTools,
  async fn(t) {
    for (const command of commands) {
      await t.step(command.path, async () => {
        const options = Object.entries(command.options);
        const takesValue = options.filter(([, { kind }]) => kind !== "switch");
        const isMinded = options.some(([, { kind }]) => kind === "list");
        const whole = await (isMinded ? bothDo : oneDoes)([
          ...start(command),
          ...takesValue.flatMap(([key, option]) => wordsOf(key, option)),
          ...["--workspace-id", "ws_flag"],
        ]);
        const listed = JSON.stringify(whole);
        const given = takesValue.flatMap(([key, option]) => valuesOf(key, option));
        const named = command.path.startsWith("auth set-token") ? [] : Object.keys(command.args);
        for (const value of [...given, ...named.map((name) => sampleOf(name))]) {
          const found = [value, encodeURIComponent(value), JSON.stringify(Number(value))]
            .some((form) => listed.includes(form));
          assert.ok(found, `${command.path} drops ${value}: ${listed}`);
        }
        const required = options.filter(([, one]) => isRequired(one));
        // Commands that change something need at least one change
        const changes = /\bupdate$/.test(command.path) ? takesValue.slice(0, 1) : [];
        const bare = [
          ...start(command),
          ...[...required, ...changes].flatMap(([key, one]) => wordsOf(key, one)),
        ];
        const switches = options.filter(([, { kind }]) => kind === "switch");
        const without = switches.length > 0 ? await oneDoes(bare) : null;
        for (const [key, option] of switches) {
          const having = await oneDoes([...bare, ...wordsOf(key, option)]);
          assert.equal(having.code, 0, `${command.path} ${flagName(key)}`);
          assert.notDeepEqual(having, without, `${command.path} drops ${flagName(key)}`);
        }
        for (const [key, option] of options) {
          if (option.kind !== "value" || !option.alias) continue;
          const other = bare.map((word) => word === flagName(key) ? flagName(option.alias!) : word);
          assert.deepEqual(await bothDo(other), await oneDoes(bare));
        }
      });
    }
  },
});
