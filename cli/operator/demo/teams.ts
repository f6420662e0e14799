import type { labelColors } from "../../../server/domain/vocabulary.ts";

/** A team of the demo, with its topics and its share of the work. */
export interface DemoTeam {
  key: string;
  name: string;
  description: string;
  /** Its relative share of the tasks. */
  weight: number;
  /** Topics of its tasks, as written after "the". */
  things: readonly string[];
  /** Faults, as written after "the date picker". */
  faults: readonly string[];
  /** Wishes for features. */
  gains: readonly string[];
}

export const workspaceName = "Sundline Ferries";

/** The first is the workspace's initial team. */
export const teams: readonly DemoTeam[] = [
  {
    key: "ENG",
    name: "Engineering",
    description: "Booking, fares, payments, and the partner API.",
    weight: 40,
    things: [
      "checkout",
      "fare calculator",
      "timetable import",
      "refund flow",
      "seat map",
      "vehicle deck planner",
      "partner API",
      "booking search",
      "payment webhook",
      "invoice export",
      "loyalty ledger",
      "waiting list",
      "passenger manifest",
      "group booking form",
      "session store",
      "promo code check",
    ],
    faults: [
      "shows yesterday's prices",
      "counts infants twice",
      "rounds the tax the wrong way",
      "sends two confirmations",
      "forgets the currency",
      "ignores the discount",
      "returns a 500 error",
      "times out",
    ],
    gains: [
      "retries with backoff",
      "an undo",
      "a dry run",
      "an audit trail",
      "rate limits",
      "a CSV download",
      "filters by port",
    ],
  },
  {
    key: "DES",
    name: "Design",
    description: "The look and wording of booking and boarding on all devices.",
    weight: 14,
    things: [
      "date picker",
      "route map",
      "booking confirmation",
      "timetable page",
      "departure board",
      "price breakdown",
      "color palette",
      "cabin gallery",
      "onboarding tour",
      "error page",
      "icon set",
      "accessibility statement",
    ],
    faults: [
      "jumps to the top",
      "cuts long names short",
      "stays blank",
      "has too little contrast",
      "loses the keyboard focus",
      "overlaps the footer",
      "reads out the wrong label",
    ],
    gains: [
      "a keyboard shortcut",
      "a clearer empty state",
      "a preview",
      "a dark theme",
      "larger touch targets",
      "translations",
    ],
  },
  {
    key: "OPS",
    name: "Operations",
    description: "Servers, port terminals, scanners, and other critical systems.",
    weight: 18,
    things: [
      "gate scanner",
      "port display",
      "backup job",
      "log pipeline",
      "on-call schedule",
      "terminal network",
      "staging database",
      "certificate renewal",
      "load balancer",
      "ticket printer",
      "crew roster feed",
      "weather feed",
    ],
    faults: [
      "times out",
      "stays blank",
      "restarts for no reason",
      "fills the disk",
      "reports the wrong port",
      "is an hour behind",
      "wakes the wrong person",
    ],
    gains: [
      "a dry run",
      "an audit trail",
      "a second data center",
      "retries with backoff",
      "a health check",
      "a spending limit",
    ],
  },
  {
    key: "APP",
    name: "Mobile",
    description: "The passenger app for iOS and Android.",
    weight: 18,
    things: [
      "boarding pass",
      "offline timetable",
      "push notification",
      "wallet ticket",
      "sign-in screen",
      "delay alert",
      "trip history",
      "car check-in",
      "settings screen",
      "live ship position",
      "share sheet",
      "widget",
    ],
    faults: [
      "stays blank",
      "cuts long names short",
      "crashes on older phones",
      "drains the battery",
      "shows the wrong crossing",
      "is an hour behind",
      "forgets who is signed in",
    ],
    gains: [
      "an offline mode",
      "translations",
      "a larger text size",
      "a preview",
      "an undo",
      "a shortcut from the lock screen",
    ],
  },
  {
    key: "SUP",
    name: "Support",
    description: "Passengers' questions, complaints, and lost property.",
    weight: 10,
    things: [
      "refund macro",
      "lost property form",
      "help center",
      "complaint report",
      "phone menu",
      "pet travel guide",
      "wheelchair request form",
      "delay compensation letter",
      "chat widget",
      "callback queue",
    ],
    faults: [
      "shows the wrong port",
      "promises too much",
      "loses attachments",
      "stays blank",
      "is out of date",
      "takes twenty minutes",
      "sends two answers",
    ],
    gains: [
      "translations",
      "a preview",
      "a clearer first question",
      "filters by port",
      "a CSV download",
      "a way to reach a person",
    ],
  },
];

/** Labels in addition to those of every new workspace: `Bug`, `Feature`, and `Improvement`. */
export const labels: readonly { name: string; color: (typeof labelColors)[number] }[] = [
  { name: "Accessibility", color: "purple" },
  { name: "Performance", color: "orange" },
  { name: "Security", color: "pink" },
  { name: "Documentation", color: "blue" },
  { name: "Research", color: "gray" },
  { name: "Customer request", color: "green" },
  { name: "Technical debt", color: "yellow" },
  { name: "Translation", color: "teal" },
  { name: "Quick win", color: "green" },
];
