import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { repository } from "../support/source.ts";
import type { BareMachine } from "./bare_machine.ts";

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name);

/** What holds for a packed file besides: how it unpacks, and what becomes of it where that can't be done. */
export async function packedFile(t: Deno.TestContext, machine: BareMachine, packed: string) {
  const cache = join(machine.home, ".cache/backlog");
  await t.step("the packed file is smaller than 60 MB, and unpacks once", () => {
    assert.ok(Deno.statSync(packed).size < 60e6, `${Deno.statSync(packed).size} bytes`);
    assert.match(names(cache).join(), /^[0-9a-f]{64}$/);
  });
  await t.step("the docs name the sizes of the packed file and its unpacked files", () => {
    const read = (path: string) => Deno.readTextFileSync(join(repository, path));
    const pricing = /file of (\d+) MB\. Its first start adds (\d+) MB/.exec(
      read("static/site/pricing.md"),
    );
    const unpacked = allIn(cache).map((path) => Deno.lstatSync(join(cache, path)).size);
    const sizes = [Deno.statSync(packed).size, unpacked.reduce((sum, size) => sum + size)];
    for (const [at, size] of sizes.entries()) {
      const named = Number(pricing?.[at + 1]);
      assert.ok(Math.abs(named - size / 1e6) < named / 20, `${named} MB: ${size} bytes`);
      for (const page of ["README.md", "static/docs/operators/install.md"]) {
        assert.ok(read(page).includes(`${named} MB`), `${page} doesn't name ${named} MB`);
      }
    }
  });
  const program = await withoutRuntime(machine, packed, join(cache, names(cache)[0]!));
  Deno.removeSync(cache, { recursive: true });
  const version = (env: Record<string, string> = {}, file = program) =>
    machine.run(file, ["--version"], env);
  const { stdout: whole } = await version();
  const [sum] = names(cache) as [string];
  const unpacked = join(cache, sum);
  await t.step(
    "the packed file contains no source code except the command line, no tests, and one native library",
    () => {
      const files = allIn(unpacked).filter((name) => !name.startsWith("compiled/"));
      assert.equal(files.filter((name) => name.endsWith(".node")).length, 1);
      const sources = files.filter((name) => /\.(tsx?|sh|map)$|(^|\/)tests\//.test(name));
      assert.deepEqual(sources, ["static/backlog.sh"]);
      const folders = new Set(files.map((name) => name.split("/")[0]));
      assert.deepEqual([...folders].sort(), [
        "CHANGELOG.md",
        "deno",
        "node_modules",
        "program",
        "static",
      ]);
    },
  );
  await t.step("several first starts at once all run and leave one unpacked program", async () => {
    const env = { XDG_CACHE_HOME: machine.file("shared"), TMPDIR: machine.file("unused") };
    Deno.mkdirSync(env.TMPDIR);
    const starts = Array.from({ length: 6 }, () => version(env));
    for (const { stdout, stderr } of await Promise.all(starts)) {
      assert.equal(stdout + stderr, whole);
    }
    assert.deepEqual(names(machine.file("shared/backlog")), [sum]);
    assert.deepEqual(names(env.TMPDIR), []);
    assert.ok(!names(machine.file(`shared/backlog/${sum}`)).some((name) => name.startsWith(".")));
  });
  await t.step("a start keeps and runs a program that another start just unpacked", async () => {
    const [folder, hooks] = [machine.file("raced"), machine.file("hooks")];
    const env = { XDG_CACHE_HOME: folder, TMPDIR: machine.file("unused") };
    Deno.mkdirSync(hooks);
    for (const tool of ["rm", "mv"]) {
      // The first command on the program's folder lets another start finish before
      const hook = `#!/bin/sh
PATH=\${PATH#*:}
case "$*" in *"/${sum}"*)
  if mkdir "${folder}/hooked" 2>/dev/null; then
    "${program}" --version >/dev/null
    : >"${folder}/backlog/${sum}/first"
  fi ;;
esac
exec ${tool} "$@"
`;
      Deno.writeTextFileSync(join(hooks, tool), hook, { mode: 0o755 });
    }
    const typed = `PATH=${hooks}:$PATH "${program}" --version`;
    const { stdout, stderr } = await machine.run("sh", ["-c", typed], env);
    assert.equal(stdout + stderr, whole);
    assert.deepEqual(names(join(folder, "backlog")), [sum]);
    assert.ok(names(join(folder, "backlog", sum)).includes("first"));
  });
  await t.step("files that a power failure left empty are unpacked again", async () => {
    for (const name of ["deno", "program/modules/main.js"]) {
      Deno.truncateSync(join(unpacked, name));
      assert.equal((await version()).stdout, whole);
      assert.ok(Deno.statSync(join(unpacked, name)).size > 0);
    }
  });
  await t.step(
    "the next start deletes the files of a killed start, but not those of a running one",
    async () => {
      const [left, other] = [`.${sum}.99999999`, `.${sum}.${Deno.pid}`];
      for (const name of [left, other]) Deno.mkdirSync(join(cache, name));
      Deno.removeSync(join(unpacked, "deno"));
      assert.equal((await version()).stdout, whole);
      assert.deepEqual(names(cache).sort(), [other, sum].sort());
      Deno.removeSync(join(cache, other));
    },
  );
  await t.step("a program with a missing file is unpacked again", async () => {
    const modules = join(unpacked, "program/modules");
    const missing = names(modules).find((name) => name.startsWith("serve-"))!;
    Deno.removeSync(join(modules, missing));
    assert.equal((await version()).stdout, whole);
    assert.ok(names(modules).includes(missing));
    const [style] = names(join(unpacked, "static/css"));
    Deno.removeSync(join(unpacked, "static/css", style!));
    assert.equal((await version()).stdout, whole);
    assert.ok(names(join(unpacked, "static/css")).includes(style!));
  });
  await t.step(
    "if the cache isn't writable, the program is unpacked into the temporary folder",
    async () => {
      Deno.writeTextFileSync(machine.file("taken"), "no folder");
      const passing = machine.file("passing");
      Deno.mkdirSync(passing);
      const env = { XDG_CACHE_HOME: machine.file("taken"), TMPDIR: passing };
      assert.equal((await version(env)).stdout, whole);
      const [own] = names(passing) as [string];
      assert.match(own, /^backlog-\d+$/);
      assert.equal(Deno.statSync(join(passing, own)).mode! & 0o777, 0o700);
      // Nor there
      const { code, stderr } = await version({ ...env, TMPDIR: machine.file("taken") });
      assert.equal(code, 1);
      assert.match(
        stderr,
        /^backlog: Backlog can't be unpacked .* must belong to you.* XDG_CACHE_HOME .*\.\n$/,
      );
    },
  );
  await t.step("a program is never run from a link or from another user's folder", async () => {
    const [own] = names(machine.file("passing")) as [string];
    const linked = machine.file("linked");
    Deno.mkdirSync(linked);
    Deno.symlinkSync(machine.file(`passing/${own}`), join(linked, own));
    const env = { XDG_CACHE_HOME: machine.file("taken"), TMPDIR: linked };
    assert.equal((await version(env)).code, 1);
    if (Deno.uid() !== 0) return;
    const foreign = machine.file(`passing/${own}/${sum}`);
    Deno.writeTextFileSync(join(foreign, "deno"), "#!/bin/sh\necho foreign\n");
    Deno.chownSync(foreign, 65534, 65534);
    assert.equal((await version({ ...env, TMPDIR: machine.file("passing") })).stdout, whole);
  });
  await t.step(
    "a damaged file, or a file for another machine, is reported and unpacks nothing",
    async () => {
      const bytes = Deno.readFileSync(program);
      const env = { XDG_CACHE_HOME: machine.file("empty"), TMPDIR: machine.file("empty") };
      const cut = machine.file("cut");
      Deno.writeFileSync(cut, bytes.subarray(0, bytes.length - 1_000), { mode: 0o755 });
      assert.match((await version(env, cut)).stderr, /^backlog: This file is damaged.*\.\n$/);
      const elsewhere = machine.file("elsewhere");
      Deno.writeTextFileSync(elsewhere, "#!/bin/sh\necho Plan9 mips\n", { mode: 0o755 });
      Deno.mkdirSync(machine.file("bin"));
      Deno.symlinkSync(elsewhere, machine.file("bin/uname"));
      const { stderr } = await machine.run(
        "sh",
        ["-c", `PATH=./bin:$PATH "${program}" --version`],
        env,
      );
      assert.match(stderr, /^backlog: This file is for .*, but this machine is Plan9 mips\.\n$/);
      assert.throws(() => names(machine.file("empty")), Deno.errors.NotFound);
    },
  );
}

/**
 * Packs a program again with a script instead of its runtime, because each start would unpack 120 MB.
 * @param unpacked the folder that it was unpacked into
 */
async function withoutRuntime(machine: BareMachine, packed: string, unpacked: string) {
  const script = `#!/bin/sh\nexec "${Deno.execPath()}" "$@"\n`;
  Deno.writeTextFileSync(join(unpacked, "deno"), script);
  const archive = machine.file("archive");
  const files = names(unpacked).filter((name) => name !== "compiled");
  const { code, stderr } = await machine.run("tar", ["-czf", archive, "-C", unpacked, ...files]);
  assert.equal(code, 0, stderr);
  const bytes = Deno.readFileSync(archive);
  const text = new TextDecoder("latin1").decode(Deno.readFileSync(packed).subarray(0, 20_000));
  const lines = Number(/ lines=(\d+) /.exec(text)![1]);
  const stub = text.split("\n").slice(0, lines - 1).map((line) => `${line}\n`).join("");
  const sum = createHash("sha256").update(bytes).digest("hex");
  const program = machine.file("small");
  const head = stub.replace(/^sum=\w+/m, `sum=${sum}`);
  Deno.writeTextFileSync(program, head, { mode: 0o755 });
  Deno.writeFileSync(program, bytes, { append: true });
  return program;
}

/** Every file in a folder, by its path from there. */
function allIn(folder: string, beneath = ""): string[] {
  return [...Deno.readDirSync(join(folder, beneath))].flatMap(({ name, isDirectory }) => {
    const path = beneath ? `${beneath}/${name}` : name;
    return isDirectory ? allIn(folder, path) : [path];
  });
}
