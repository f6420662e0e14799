import { command, value } from "../../command.ts";
import { badValue } from "../../failure.ts";
import { operate } from "../operate.ts";

const usual = 200;
const most = 1_000_000;

function parseCount(given: string | undefined): number {
  const count = given === undefined ? usual : /^\d+$/.test(given) ? Number(given) : 0;
  if (count >= 1 && count <= most) return count;
  throw badValue(`--tasks must be a whole number from 1 to ${most}.`);
}

export const commands = [
  command({
    path: "seed",
    summary: "Create a demo workspace",
    options: { tasks: value("<n>", `Number of tasks (default: ${usual})`) },
    run: ({ options }) =>
      operate(async () => {
        const tasks = parseCount(options.tasks);
        const { seed } = await import("../demo/seed.ts");
        await seed({ tasks });
      }),
  }),
];
