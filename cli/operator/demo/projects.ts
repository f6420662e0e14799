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
    summary: "Cards, wallets, and vouchers on one page with clear error messages.",
    description: "We have three payment pages and will keep **one**. It accepts all methods of " +
      "payment in all our currencies and says what to do if a bank declines a payment.",
    priority: "high",
    lead: "tomas",
    members: ["priya", "yael", "zoe"],
    teams: ["ENG", "DES"],
    labels: ["Revenue", "Passenger-facing"],
    from: 0.02,
    to: 0.45,
    milestones: ["Cards", "Wallets and vouchers", "Old pages removed"],
    updates: [
      ["onTrack", "Card payments work in the test port. Wallets are next."],
      [
        "atRisk",
        "The voucher ledger needs a migration that we hadn't planned. It will take two weeks.",
      ],
      ["onTrack", "Everyone pays on the new page. The old pages redirect to it."],
    ],
  },
  {
    key: "MOVE",
    name: "Second data center",
    summary: "All critical systems run in two places.",
    description: "When the Rosslare line was cut, booking was down for four hours. After this " +
      "project, a port can lose its connection without affecting passengers.",
    priority: "urgent",
    lead: "kwabena",
    members: ["jakub", "aigerim"],
    teams: ["OPS"],
    labels: ["Foundation"],
    from: 0.05,
    to: 0.7,
    milestones: ["Replicated data", "Planned drill", "Unannounced drill"],
    updates: [
      ["onTrack", "Replication is at most four seconds behind."],
      ["offTrack", "The first drill failed because the scanners used the old address for an hour."],
      ["onTrack", "The second, unannounced drill passed."],
    ],
  },
  {
    key: "RFND",
    name: "Refunds within a day",
    summary:
      "Passengers get a refund for a cancelled crossing within a day, without asking for it.",
    description:
      "Passengers wait nine days on average, mostly because their requests sit in a queue " +
      "that nobody checks.\n\n- Refund cancelled crossings immediately\n- Notify the passenger of each step",
    priority: "high",
    lead: "leilani",
    members: ["bruno", "priya"],
    teams: ["SUP", "ENG"],
    labels: ["Passenger-facing", "Regulation"],
    from: 0.2,
    to: 1.05,
    milestones: [
      "Automatic refunds for cancelled crossings",
      "Partial refunds",
      "Report for the regulator",
    ],
    updates: [
      ["onTrack", "Half of all refunds are now automatic."],
      ["onTrack", "The average is down to two days. Only partial refunds are left."],
    ],
    waitsFor: "PAY",
  },
  {
    key: "POCKET",
    name: "Offline tickets",
    summary: "Passengers can board without a phone signal.",
    description:
      "A boarding pass that needs a network is useless on a steel ramp without signal. " +
      "Tickets are signed and stored on the phone, and scanners check them offline.",
    priority: "high",
    lead: "seun",
    members: ["siobhan", "meiling", "jakub"],
    teams: ["APP", "OPS"],
    labels: ["Passenger-facing"],
    from: 0.35,
    to: 1.1,
    milestones: ["Signed tickets", "Offline scanners", "All ports"],
    updates: [
      ["onTrack", "Everyone in the test group has signed tickets in their wallet."],
      ["atRisk", "The clocks of two scanner models drift. We're looking for another model."],
    ],
    waitsFor: "MOVE",
  },
  {
    key: "CLEAR",
    name: "Accessibility for everyone",
    summary: "Every page works with a keyboard, a screen reader, and low vision.",
    description: "The accessibility statement promises it, the law will require it from summer, " +
      "and a tenth of our passengers need it.",
    priority: "medium",
    lead: "zoe",
    members: ["meiling", "yael"],
    teams: ["DES", "APP"],
    labels: ["Regulation", "Passenger-facing"],
    from: 0.5,
    to: 1.2,
    milestones: ["Booking", "Account and trips", "New statement"],
    updates: [[
      "onTrack",
      "Booking passes the audit. The seat map now has a list beside it, which people prefer.",
    ]],
  },
  {
    key: "FARES",
    name: "Transparent fares",
    summary: "Every price shows its parts.",
    description: "Half of all support questions are about prices. The fare calculator knows the " +
      "answers but doesn't show them.",
    priority: "medium",
    lead: "priya",
    members: ["tomas", "zoe", "aigerim"],
    teams: ["ENG", "DES", "SUP"],
    labels: ["Revenue"],
    from: 0.65,
    to: 1.3,
    milestones: ["Price breakdown in bookings", "Price breakdown on invoices"],
    updates: [["atRisk", "Group fares have rules that nobody has been able to explain yet."]],
    waitsFor: "PAY",
  },
  {
    key: "QUIET",
    name: "Fewer night alarms",
    summary: "Nobody wakes up for a problem that can wait until morning.",
    description: "Of forty alarms a month, three needed a response. Each alarm gets an owner, a " +
      "reason, and a runbook, or we remove it.",
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
    name: "Vehicle decks planned by size",
    summary: "Load vehicles by real length and weight instead of by type.",
    description:
      "A camper is longer than a van. With real sizes, the evening crossing takes two more " +
      "vehicles on average, or one crossing a month.",
    priority: "none",
    lead: "tomas",
    members: ["priya"],
    teams: ["ENG"],
    labels: ["Revenue"],
    from: 0.97,
    to: 1.6,
    milestones: ["Vehicle sizes in bookings", "Planner trial in Visby"],
    updates: [],
    waitsFor: "FARES",
  },
];
