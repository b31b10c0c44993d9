import { userFolder, userFolderVariables } from "./user_folder.ts";

/** The Jupyter folder of who runs this; `undefined` if the environment does not say it. */
export function thisUsersFolder(): string | undefined {
  const environment = Object.fromEntries(
    userFolderVariables.map((name) => [name, Deno.env.get(name)]),
  );
  return userFolder(environment, Deno.build.os);
}
