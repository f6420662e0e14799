import type { healths, Priority } from "../../../server/domain/vocabulary.ts";

/** A project of the demo, with its share of the demo's time. */
export interface DemoProject {
  key: string;
  name: string;
  summary: string;
  description: string;
  priority: Priority;
  /** Usernames. */
  lead: string;
  members: readonly string[];
  /** Keys of the teams whose tasks it contains. */
  teams: readonly string[];
  labels: readonly string[];
  /** Its start and target date: 0 is the demo's first day, 1 is today. */
  from: number;
  to: number;
  milestones: readonly string[];
  /** Set if it is active regardless of its tasks, so that its lead gets a reminder. */
  status?: "active";
  /** Its project updates; the last one is recent. */
  updates: readonly (readonly [(typeof healths)[number], string])[];
  /** The key of an earlier project that blocks it. */
  waitsFor?: string;
}

/** Project labels, by name. */
export const projectLabels = [
  { name: "Passenger-facing", color: "blue" },
  { name: "Regulation", color: "red" },
  { name: "Revenue", color: "green" },
  { name: "Foundation", color: "gray" },
] as const;

/** The projects, by start date. */
export const projects: readonly DemoProject[] = [
  {
    key: "PAY",
    name: "One payment page",
    summary: "Cards, wallets and vouchers on one page, with one way to fail.",
    description: "Three payment pages grew side by side. **One stays.** It takes every means of " +
      "payment in every currency we sell in, and says what to do when a bank declines.",
    priority: "high",
    lead: "tomas",
    members: ["priya", "yael", "zoe"],
    teams: ["ENG", "DES"],
    labels: ["Revenue", "Passenger-facing"],
    from: 0.02,
    to: 0.45,
    milestones: ["Cards", "Wallets and vouchers", "Old pages gone"],
    updates: [
      ["onTrack", "Cards work end to end in the test harbour. Wallets are next."],
      ["atRisk", "The voucher ledger needs a migration that we hadn't planned. Two weeks."],
      ["onTrack", "Everyone pays on the new page. The old ones answer with a redirect."],
    ],
  },
  {
    key: "MOVE",
    name: "Second location",
    summary: "Everything that must stay up runs in two places.",
    description: "When the Rosslare line was cut, booking was down for four hours. After this " +
      "project a harbour can lose its line and nobody at sea notices.",
    priority: "urgent",
    lead: "kwabena",
    members: ["jakub", "aigerim"],
    teams: ["OPS"],
    labels: ["Foundation"],
    from: 0.05,
    to: 0.7,
    milestones: ["Replicated data", "Drill in spring", "Drill without notice"],
    updates: [
      ["onTrack", "Replication is four seconds behind at worst."],
      ["offTrack", "The first drill failed: the scanners kept the old address for an hour."],
      ["onTrack", "Second drill passed. Nobody was told beforehand."],
    ],
  },
  {
    key: "RFND",
    name: "Refunds in a day",
    summary: "A cancelled crossing is refunded within a day, without anybody writing in.",
    description: "Passengers wait nine days on average. Most of it is a queue in which nobody " +
      "looks.\n\n- Refund at once where the crossing never left\n- Tell the passenger at each step",
    priority: "high",
    lead: "leilani",
    members: ["bruno", "priya"],
    teams: ["SUP", "ENG"],
    labels: ["Passenger-facing", "Regulation"],
    from: 0.2,
    to: 1.05,
    milestones: [
      "Automatic where the crossing never left",
      "Partial refunds",
      "Report for the regulator",
    ],
    updates: [
      ["onTrack", "Half of all refunds go out by themselves now."],
      ["onTrack", "The average is down to two days. Partial refunds are what is left."],
    ],
    waitsFor: "PAY",
  },
  {
    key: "POCKET",
    name: "Tickets that work offline",
    summary: "Board with a phone that has no signal, on every ramp.",
    description: "A boarding pass is worth nothing if it needs the network that a steel ramp " +
      "keeps out. Tickets are signed, kept on the phone, and checked by the scanner alone.",
    priority: "high",
    lead: "seun",
    members: ["siobhan", "meiling", "jakub"],
    teams: ["APP", "OPS"],
    labels: ["Passenger-facing"],
    from: 0.35,
    to: 1.1,
    milestones: ["Signed tickets", "Scanners check alone", "All harbours"],
    updates: [
      ["onTrack", "Signed tickets are in the wallet of everyone in the test group."],
      ["atRisk", "Two scanner models can't keep the time. We are looking for a third."],
    ],
    waitsFor: "MOVE",
  },
  {
    key: "CLEAR",
    name: "Readable by everyone",
    summary: "Every page works with a screen reader, a keyboard and a tired eye.",
    description: "The accessibility statement promises it, the law asks for it from summer on, " +
      "and a tenth of our passengers need it.",
    priority: "medium",
    lead: "zoe",
    members: ["meiling", "yael"],
    teams: ["DES", "APP"],
    labels: ["Regulation", "Passenger-facing"],
    from: 0.5,
    to: 1.2,
    milestones: ["Booking", "Account and trips", "Statement renewed"],
    updates: [[
      "onTrack",
      "Booking passes. The seat map took a list beside it, which people prefer.",
    ]],
  },
  {
    key: "FARES",
    name: "Fares that explain themselves",
    summary: "Every price says what it is made of.",
    description: "Half of the questions that reach support are about a price. The calculator " +
      "knows the answer; it only never says it.",
    priority: "medium",
    lead: "priya",
    members: ["tomas", "zoe", "aigerim"],
    teams: ["ENG", "DES", "SUP"],
    labels: ["Revenue"],
    from: 0.65,
    to: 1.3,
    milestones: ["Breakdown in the booking", "The same on the invoice"],
    updates: [["atRisk", "Group fares have rules that nobody could explain to us yet."]],
    waitsFor: "PAY",
  },
  {
    key: "QUIET",
    name: "Nights without alarms",
    summary: "Nobody is woken for what can wait until morning.",
    description: "Forty pages a month, of which three needed anybody. Alarms get an owner, a " +
      "reason and a way to answer, or they go.",
    priority: "low",
    lead: "maren",
    members: ["kwabena", "jakub"],
    teams: ["OPS"],
    labels: ["Foundation"],
    status: "active",
    from: 0.65,
    to: 1.15,
    milestones: [],
    updates: [],
  },
  {
    key: "DECKS",
    name: "Vehicle decks planned by measure",
    summary: "Load by real lengths and weights rather than by kinds of vehicle.",
    description: "A camper is not a van. With real measures the evening crossing takes two more " +
      "vehicles on average; that is a crossing a month.",
    priority: "none",
    lead: "tomas",
    members: ["priya"],
    teams: ["ENG"],
    labels: ["Revenue"],
    from: 0.97,
    to: 1.6,
    milestones: ["Measures in the booking", "Planner trial in Visby"],
    updates: [],
    waitsFor: "FARES",
  },
];
