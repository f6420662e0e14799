import type { TeamRole, WorkspaceRole } from "../../../server/domain/core/actor.ts";

/** A person of the demo workspace. The first is the owner. */
export interface Person {
  name: string;
  /** The part before the @ of their email, and their username. */
  username: string;
  title: string;
  role: WorkspaceRole;
  teams: Record<string, TeamRole>;
}

/** The staff of a ferry company's booking office. All names are fictional. */
export const people: readonly [Person, ...Person[]] = [
  {
    name: "Maren Solberg",
    username: "maren",
    title: "Head of product",
    role: "owner",
    teams: { ENG: "member", DES: "member", OPS: "member" },
  },
  {
    name: "Tomás Echeverría",
    username: "tomas",
    title: "Engineering lead",
    role: "admin",
    teams: { ENG: "lead", OPS: "member" },
  },
  {
    name: "Priya Raghunathan",
    username: "priya",
    title: "Backend engineer",
    role: "member",
    teams: { ENG: "member", APP: "member" },
  },
  {
    name: "יעל אברמוב",
    username: "yael",
    title: "Frontend engineer",
    role: "member",
    teams: { ENG: "member", DES: "member" },
  },
  {
    name: "Kwabena Osei",
    username: "kwabena",
    title: "Site reliability engineer",
    role: "member",
    teams: { OPS: "lead", ENG: "member" },
  },
  {
    name: "Zoë Lindqvist",
    username: "zoe",
    title: "Design lead",
    role: "admin",
    teams: { DES: "lead", APP: "commentator" },
  },
  {
    name: "陈美玲",
    username: "meiling",
    title: "Product designer",
    role: "member",
    teams: { DES: "member", APP: "member" },
  },
  {
    name: "Oluwaseun Adeyemi",
    username: "seun",
    title: "Mobile lead",
    role: "member",
    teams: { APP: "lead", ENG: "commentator" },
  },
  {
    name: "Siobhán Ní Dhomhnaill",
    username: "siobhan",
    title: "Android engineer",
    role: "member",
    teams: { APP: "member" },
  },
  {
    name: "Jakub Wiśniewski",
    username: "jakub",
    title: "Terminal systems engineer",
    role: "member",
    teams: { OPS: "member" },
  },
  {
    name: "Leilani Kahale",
    username: "leilani",
    title: "Support lead",
    role: "member",
    teams: { SUP: "lead", DES: "commentator" },
  },
  {
    name: "Bruno Castellani",
    username: "bruno",
    title: "Support specialist",
    role: "member",
    teams: { SUP: "member", ENG: "commentator" },
  },
  {
    name: "Aigerim Nurlanova",
    username: "aigerim",
    title: "Data analyst",
    role: "member",
    teams: { SUP: "member", OPS: "member" },
  },
];

/** RFC 2606 reserves the domain of the demo's addresses. */
export function emailOf(person: Person): string {
  return `${person.username}@sundline.example`;
}
