import { DomainError } from "../domain/core/errors.ts";

/** What is found, or something else where what was asked for isn't there. */
export async function foundOrDefault<T, E>(asked: Promise<T>, otherwise: E): Promise<T | E> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DomainError) return otherwise;
    throw error;
  }
}
