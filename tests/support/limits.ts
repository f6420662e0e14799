const LIMIT_MS = 60_000;

/**
 * Waits for a promise, and fails with a sentence instead of waiting forever.
 * @param event the awaited event, as the subject of the sentence: "The answer to the request"
 */
export async function within<T>(event: string, promise: Promise<T>, limitMs = LIMIT_MS) {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => over.reject(new Error(`${event} didn't come within ${limitMs / 1000} s.`)),
    limitMs,
  );
  return await Promise.race([promise, over.promise]).finally(() => clearTimeout(timer));
}

/**
 * Checks a condition until it is true, and fails with a sentence instead of checking forever.
 * @param event the event that makes the condition true, as the subject of the sentence: "The first request"
 */
export async function until(
  event: string,
  holds: () => boolean | Promise<boolean>,
  limitMs = LIMIT_MS,
): Promise<void> {
  for (const end = performance.now() + limitMs; !await holds();) {
    if (performance.now() > end) {
      throw new Error(`${event} didn't come within ${limitMs / 1000} s.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
