import { createRequire } from "node:module";

/**
 * Loads a module at the moment that it is needed. Only Node's loader can, which knows files alone and spells `~`, `^`, `|` and
 * brackets otherwise than Deno does (2.9.6), so that the library would be there twice: elsewhere it is loaded at once.
 *
 * @param importer The address of the module that needs it, as `import.meta.url` has it.
 * @param name Its name, as that module imports it.
 * @param load Loads it at once.
 * @returns Gives it.
 */
export async function loadLater<Module>(
  importer: string,
  name: string,
  load: () => Promise<Module>,
): Promise<() => Module> {
  const isSpelledAlike = importer.startsWith("file:") && !/[~^|[\]]/.test(importer);
  let loaded: Module | undefined = isSpelledAlike ? undefined : await load();
  return () => loaded ??= createRequire(importer)(name) as Module;
}
