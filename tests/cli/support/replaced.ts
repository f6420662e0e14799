/** Gives an object other properties. @returns what restores its own, at the end of its scope */
export function replaced<T extends object>(target: T, properties: Partial<T>): Disposable {
  const own = Object.keys(properties).map((name) =>
    [name, Object.getOwnPropertyDescriptor(target, name)] as const
  );
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
  return {
    [Symbol.dispose]() {
      for (const [name, descriptor] of own) {
        if (descriptor) Object.defineProperty(target, name, descriptor);
        else Reflect.deleteProperty(target, name);
      }
    },
  };
}

/**
 * Gives this thread's code another environment. The process's own environment belongs to all threads: if a test changed
 * it, tests that run at the same time would see the change.
 */
export function environment(env: Record<string, string>): Disposable {
  return replaced(Deno.env, { get: (name) => env[name], toObject: () => ({ ...env }) });
}
