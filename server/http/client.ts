import type { Context } from "hono";
import ipaddr from "ipaddr.js";
import { DomainError } from "../domain/core/errors.ts";
import type { Env } from "./env.ts";

/** The leading part of an IPv6 address that one connection gets, in bits. RFC 6177 */
const IPV6_NETWORK_BITS = 64;

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
 * Returns the network that limits count together: an IPv4 address, or the /64 of an IPv6 address, because a person with
 * one of its addresses has all of them.
 * @param address in its canonical form
 */
export function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${address}/${IPV6_NETWORK_BITS}`);
  return `${network.toString()}/${IPV6_NETWORK_BITS}`;
}

/**
 * Counts a client's request for a code, or with a code. Counts it before reading the body, to include endless bodies.
 * @throws TooMany beyond the limit
 */
export function countSignIn(c: Context<Env>): void {
  const { limits, clock } = c.get("deps");
  limits.signIn.count(networkOf(c.get("address")), clock());
}

/**
 * Tries a code. The attempt counts as wrong until it turns out to be right, so that concurrent attempts are counted
 * too.
 * @throws TooMany if the network has tried too many wrong codes; errors of `verify`
 */
export async function tryCode<T>(c: Context<Env>, verify: () => Promise<T>): Promise<T> {
  const { limits, clock } = c.get("deps");
  const network = networkOf(c.get("address"));
  limits.wrongCodes.count(network, clock());
  try {
    const answer = await verify();
    limits.wrongCodes.forgive(network);
    return answer;
  } catch (error) {
    if (!isWrongCode(error)) limits.wrongCodes.forgive(network);
    throw error;
  }
}

function isWrongCode(error: unknown): boolean {
  return error instanceof DomainError && ["code_invalid", "code_lockout"].includes(error.code);
}
