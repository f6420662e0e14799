import type { Chance } from "./chance.ts";
import type { DemoTeam } from "./teams.ts";

/** The kind of work, which determines words, labels, and priority. */
export type Work = "bug" | "feature" | "chore" | "research";

const ports = [
  "Ålesund",
  "Kirkwall",
  "Świnoujście",
  "Heraklion",
  "Larne",
  "Visby",
  "Tórshavn",
  "Rosslare",
];
const groups = [
  "families",
  "freight customers",
  "season ticket holders",
  "school groups",
  "screen reader users",
  "foot passengers",
  "travel agents",
  "cyclists",
];
const moments = [
  "when the clocks change",
  "after midnight",
  "on slow connections",
  "with more than nine passengers",
  "when a crossing is cancelled",
  "for return trips",
  "in dark mode",
  "after signing in again",
  "when two people edit at once",
  "with a trailer booked",
  "in Polish",
  "on small screens",
];
const reworks = [
  "Split the {thing} into smaller steps",
  "Write tests for the {thing} {moment}",
  "Migrate the {thing} to the new queue",
  "Document the {thing} for {group}",
  "Remove the unused parts of the {thing}",
  "Upgrade the dependencies of the {thing}",
  "Measure usage of the {thing} in {port}",
  "Rename the fields of the {thing} to match the glossary",
  "Set up alerts for the {thing} in {port}",
];
const questions = [
  "Find out why {group} abandon the {thing}",
  "Compare three ways to rebuild the {thing}",
  "Interview {group} in {port} about the {thing}",
  "Estimate the monthly cost of the {thing}",
  "Decide whether {group} still need the {thing}",
];
const bugs = [
  "The {thing} {fault} {moment}",
  "The {thing} {fault} in {port}",
  "Fix: the {thing} {fault} for {group}",
  "{group} report that the {thing} {fault}",
];
const features = [
  "Add {gain} to the {thing}",
  "Give {group} {gain} in the {thing}",
  "Open the {thing} to {group}",
  "Roll out the new {thing} in {port}",
  "Let {group} use the {thing} {moment}",
];
const steps = [
  "Agree on the wording of the {thing}",
  "Ship the {thing} behind a feature flag",
  "Test the {thing} with {group}",
  "Review the {thing} with the crew in {port}",
  "Clean up after the {thing} change",
  "Tell {group} about the changes to the {thing}",
];

const templates: Record<Work, readonly string[]> = {
  bug: bugs,
  feature: features,
  chore: reworks,
  research: questions,
};

/**
 * Returns a realistic title.
 * @param thing the topic, as written after "the"
 */
export function titleFor(chance: Chance, work: Work, team: DemoTeam, thing: string): string {
  return filled(chance, chance.pick(templates[work]), team, thing);
}

/** Returns the title of a sub-task about the same topic. */
export function stepTitle(chance: Chance, team: DemoTeam, thing: string): string {
  return filled(chance, chance.pick(steps), team, thing);
}

function filled(chance: Chance, template: string, team: DemoTeam, thing: string): string {
  const text = template
    .replace("{thing}", thing)
    .replace("{group}", () => chance.pick(groups))
    .replace("{port}", () => chance.pick(ports))
    .replace("{moment}", () => chance.pick(moments))
    .replace("{fault}", () => chance.pick(team.faults))
    .replace("{gain}", () => chance.pick(team.gains));
  return text[0]!.toUpperCase() + text.slice(1);
}
