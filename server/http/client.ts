import type { Context } from "hono";
import ipaddr from "ipaddr.js";
import { DomainError } from "../domain/core/errors.ts";
import type { Env } from "./env.ts";

/** The prefix of an IPv6 address that belongs to one connection, in bits. RFC 6177 */
const IPV6_CLIENT_BITS = 64;

/** An IPv4 address in canonical form, which is the most common case. */
const IPV4 = /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}$/;

/**
 * Returns the canonical form of an address: without a port or zone, and as IPv4 if it is mapped into IPv6.
 * @param text the address from a connection or a proxy
 * @returns null if the text isn't an address
 */
export function canonicalAddress(text: string): string | null {
  if (IPV4.test(text)) return text;
  const bare = /^\[(.*)\](:\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const unzoned = bare.replace(/%.*$/, "");
  // Checked first, because creating an error for an invalid address is slow
  const known = ipaddr.IPv6.isValid(unzoned) || ipaddr.IPv4.isValidFourPartDecimal(unzoned);
  return known ? ipaddr.process(unzoned).toString() : null;
}

/** The kind of network of an address: this machine, a private network, or the internet. */
export type Nearness = "machine" | "private" | "internet";

/** Returns the kind of network of an address. @param address the canonical form */
export function nearnessOf(address: string): Nearness {
  const range = ipaddr.parse(address).range();
  if (range === "loopback") return "machine";
  return privateRanges.has(range) ? "private" : "internet";
}
const privateRanges = new Set(["private", "uniqueLocal", "linkLocal", "carrierGradeNat"]);

/**
 * Returns the client of an address, for limits: the IPv4 address, or the network of an IPv6 address, because a client
 * with one address of that network has all of them.
 * @param address the canonical form
 */
export function clientOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${address}/${IPV6_CLIENT_BITS}`);
  return `${network.toString()}/${IPV6_CLIENT_BITS}`;
}

/**
 * Counts a client's request for a code, or with a code. Counts it before reading the body, to include endless bodies.
 * @throws TooMany beyond the limit
 */
export function countSignIn(c: Context<Env>): void {
  const { limits, clock } = c.get("deps");
  limits.signIn.count(clientOf(c.get("address")), clock());
}

/**
 * Verifies a code. The code counts as wrong until it is verified, so that simultaneous attempts count too.
 * @throws TooMany if the client has entered too many wrong codes; the errors of `verify`
 */
export async function tryCode<T>(c: Context<Env>, verify: () => Promise<T>): Promise<T> {
  const { limits, clock } = c.get("deps");
  const client = clientOf(c.get("address"));
  limits.wrongCodes.count(client, clock());
  try {
    const answer = await verify();
    limits.wrongCodes.forgive(client);
    return answer;
  } catch (error) {
    if (!isWrongCode(error)) limits.wrongCodes.forgive(client);
    throw error;
  }
}

function isWrongCode(error: unknown): boolean {
  return error instanceof DomainError && ["code_invalid", "code_lockout"].includes(error.code);
}
