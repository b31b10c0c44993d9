import type nodeProcess from "node:process";

/** What loads modules would, if it were imported, take a tenth of the time that the library takes. */
declare const process: typeof nodeProcess;

/**
 * Whether Node's loader, which alone loads a module at the moment that it is needed, gives a module the address that Deno
 * gives it. It spells `~`, `^`, `|` and brackets otherwise (Deno 2.9.6), so that in such a folder the library would be
 * there twice; and it knows files only.
 *
 * @param address The address of a module, as `import.meta.url` has it.
 */
export function isSpelledAlike(address: string): boolean {
  return address.startsWith("file:") && !/[~^|[\]]/.test(address);
}

/**
 * Loads a module at the moment that it is needed.
 *
 * @param path Its path from the module that needs it.
 * @param from The address of that one, which {@link isSpelledAlike}.
 */
export function loadNow<Module>(path: string, from: string): Module {
  return process.getBuiltinModule("node:module").createRequire(from)(path);
}
