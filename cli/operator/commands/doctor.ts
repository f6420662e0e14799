import { command, flag } from "../../command.ts";
import { Failure } from "../../failure.ts";
import { colors, oneLine, print } from "../../output.ts";
import type { Finding } from "../doctor/finding.ts";
import { operate } from "../operate.ts";

const marks = { ok: ["ok", 32], warning: ["warning", 33], problem: ["problem", 31] } as const;

function render(findings: Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  return findings.map(({ check, state, detail, next }) => {
    const [word, color] = marks[state];
    const mark = colors() ? `\x1b[${color}m${word.padEnd(7)}\x1b[39m` : word.padEnd(7);
    return `${mark}  ${check.padEnd(width)}  ${oneLine([detail, next].filter(Boolean).join(" "))}`;
  }).join("\n");
}

export const commands = [
  command({
    path: "doctor",
    summary: "Check the settings, the database, and its disk for problems",
    options: {
      fix: flag("Repair counters and the search index"),
      json: flag("Print JSON (the default when piped)"),
    },
    examples: ["backlog doctor", "backlog doctor --fix"],
    run: ({ options, globals }) =>
      operate(async () => {
        const { examine } = await import("../doctor/examine.ts");
        const { wholeEnvironment } = await import("../doctor/settings.ts");
        const found = await examine(wholeEnvironment(), {
          fix: options.fix === true,
          now: new Date(),
        });
        const problems = found.filter(({ state }) => state === "problem");
        await print(globals, { healthy: problems.length === 0, findings: found }, () =>
          render(found));
        if (problems.length === 0) {
          return;
        }
        const { check, next } = problems[0]!;
        throw new Failure(`The check "${check}" found a problem. ${next}`);
      }),
  }),
];
