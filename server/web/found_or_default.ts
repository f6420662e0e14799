import { DomainError, Invalid } from "../domain/core/errors.ts";

/** Returns the found value, or a default if the record doesn't exist. */
export async function foundOrDefault<T, E>(asked: Promise<T>, otherwise: E): Promise<T | E> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DomainError) return otherwise;
    throw error;
  }
}

/** Returns a list's records. If its filters are invalid, returns a default and the reasons, one sentence each. */
export async function listedOrWhyNot<T extends object>(
  asked: Promise<T>,
  otherwise: T,
): Promise<T & { invalid: readonly string[] }> {
  try {
    return { ...await asked, invalid: [] };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { ...otherwise, invalid: error.errors.map(({ message }) => message) };
  }
}
