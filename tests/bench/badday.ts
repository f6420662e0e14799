import { temporaryFolder } from "../support/folder.ts";
import { outageScenarios, runOutage } from "../support/outages/scenarios.ts";
import { inWords } from "../support/durability/compare.ts";
import { busyDays } from "./badday_load.ts";
import { durabilities } from "./badday_writes.ts";
import { GOAL_MS, line, p99 } from "./badday_report.ts";

/**
 * `deno task bench:badday [--seconds N] [--only TEXT]`: how long `/health` takes while things go wrong around a server,
 * and what becomes of writes that were answered. Fails where one answer in a hundred takes longer than it may, or a
 * write is lost.
 */

function option(name: string): string | undefined {
  const at = Deno.args.indexOf(name);
  return at < 0 ? undefined : Deno.args[at + 1];
}

const lasting = Number(option("--seconds") ?? 7) * 1_000;
if (!(lasting > 0)) throw new Error("--seconds takes a number above 0.");
const wanted = ({ name }: { name: string }) => name.includes(option("--only") ?? "");
let bad = 0;
for (const day of outageScenarios.filter(wanted)) {
  const { seen, writes } = await runOutage(day, lasting);
  if (!(p99(seen) <= GOAL_MS)) bad++;
  console.log(line(day.name, seen));
  if (writes) console.log(`  ${inWords(day.name, writes)}`);
}
for (const day of busyDays.filter(wanted)) {
  const { seen, remark } = await day.live(lasting);
  if (!(p99(seen) <= GOAL_MS)) bad++;
  console.log(line(day.name, seen) + remark);
}
for (const { name, measure } of durabilities.filter(wanted)) {
  await using folder = await temporaryFolder();
  const found = await measure(folder);
  bad += found.lost.length;
  console.log(`  ${inWords(name, found)}`);
}
console.log(`The goal is ${GOAL_MS} ms at the 99th percentile, and nothing lost.`);
Deno.exitCode = bad > 0 ? 1 : 0;
