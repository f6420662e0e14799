import { DomainError, Invalid } from "../domain/core/errors.ts";

/** What is found, or something else where what was asked for isn't there. */
export async function foundOrDefault<T, E>(asked: Promise<T>, otherwise: E): Promise<T | E> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DomainError) return otherwise;
    throw error;
  }
}

/** What a list holds; where its filters can't be asked for, something else, and why, a sentence each. */
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
