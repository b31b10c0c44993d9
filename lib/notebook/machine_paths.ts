/** Folders at the root of a machine that hold what is somebody's own. */
const posixFolder =
  "home|Users|root|work|workspace|tmp|private|mnt|media|Volumes|var/(?:folders|tmp)";

const windowsFolder = "Users|Windows|Program Files|ProgramData|Temp|Documents and Settings";

/** What may come before a path, so that neither URLs nor relative paths nor base64 are taken for one. */
const alone = "(?<![\\w.~/+)\\]}-])";

const places = [
  // A regular expression of one word has flags behind it.
  `${alone}/(?:${posixFolder})/(?![dgimsuvy]+(?:[^\\w./-]|$|\\.(?:test|exec|source)\\b))[\\w.~-]`,
  `(?<![\\w+.-])file://[\\w/]`,
  `(?<!\\w)[A-Za-z]:[\\\\/]{1,2}(?:${windowsFolder})[\\\\/]`,
  // Two backslashes are one in code.
  `(?<!\\w)[A-Za-z]:\\\\\\\\[\\w.]`,
  // Not what begins like an escape, such as a line feed.
  `(?<!\\w)[A-Za-z]:\\\\(?![nrtbfvux])\\w[\\w .-]+\\\\[\\w.]`,
  `(?<!\\w)[A-Z]:/(?!/)[\\w.-]+/[\\w.-]`,
].join("|");

const machinePath = new RegExp(`(?:${places})[^\\s"'\`<>)\\]}]*`, "g");

/** An absolute path in a text, and where; both count from 1. */
export interface MachinePath {
  readonly line: number;
  readonly column: number;
  readonly path: string;
}

/**
 * Finds absolute paths of one machine: below the usual folders of POSIX, on a drive of Windows, or as a
 * `file:` URL.
 *
 * @param text Code, prose or an output.
 */
export function machinePaths(text: string): MachinePath[] {
  return text.split("\n").flatMap((line, index) =>
    [...line.matchAll(machinePath)].map((match) => ({
      line: index + 1,
      column: match.index + 1,
      path: match[0],
    }))
  );
}
