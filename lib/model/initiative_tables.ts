const term = {
  /** Its code. */
  id: ["code", "Code"],
  /** Its name. */
  label: ["texts", "Name"],
  /** What it means. */
  definition: ["texts", "What it means"],
  /** What counts, what does not, and how a doubtful case is decided. */
  rule: ["texts", "What counts, what does not, and how a doubtful case is decided", "any"],
} as const;

/** What initiatives are coded by, with words of the vocabularies. */
const coded = {
  /** Id of the part of the report. */
  section: ["code", "The part of the report", "sections"],
  /** Ids of the library systems that do it; none where none is told. */
  system: ["codes", "The library systems that do it; empty where none is told", "systems"],
  /** Id of where: the system's territory unless the text says otherwise. */
  territory: [
    "code",
    "Where: the system's territory unless the text says otherwise",
    "territories",
  ],
  /** Id of what it is. */
  kind: ["code", "What it is", "kinds"],
  /** Ids of whom it is for. */
  audience: ["codes", "Whom it is for", "audiences"],
  /** Ids of what it is about, the main theme first. */
  themes: ["codes", "What it is about, the main theme first", "themes"],
  /** Id of where it reaches its audience. */
  channel: ["code", "Where it reaches its audience", "channels"],
  /** Ids of the online services and media that it uses. */
  platforms: ["codes", "Online services and media that it uses", "platforms"],
  /** The year told, or that of the report; `""` where another, unnamed time is told. */
  year: ["year", "The year told, or that of the report; empty where another, unnamed time is told"],
  /** Id of the initiative that it is a part of; `""` for none. */
  part_of: ["code?", "The initiative that it is a part of", "initiatives"],
} as const;

/** The vocabularies. */
export const vocabularies = {
  /** Vocabulary: parts of the report. */
  sections: { title: "Parts of the report", columns: term },
  /** Vocabulary: kinds of initiatives. */
  kinds: { title: "Kinds of initiatives", columns: term },
  /** Vocabulary: whom initiatives are for. */
  audiences: { title: "Whom initiatives are for", columns: term },
  /** Vocabulary: what initiatives are about. */
  themes: { title: "What initiatives are about", columns: term },
  /** Vocabulary: where initiatives reach their audience. */
  channels: { title: "Where initiatives reach their audience", columns: term },
  /** Vocabulary: online services and media that initiatives use. */
  platforms: { title: "Online services and media that initiatives use", columns: term },
  /** Vocabulary: why a quoted string names no initiative. */
  reasons: { title: "Why a quoted string names no initiative", columns: term },
} as const;

/** The table `systems.csv`. */
export const systems = {
  title: "Library systems that the report names",
  columns: {
    /** Its code. */
    id: ["code", "Code of the system"],
    /** Its name. */
    label: ["texts", "Name, normalised"],
    /** Id of the territory that it serves. */
    territory: ["code", "The territory that it serves", "territories"],
  },
} as const;

/** The table `system-mentions.csv`. */
export const systemMentions = {
  title: "Every mention of a library system, with its name as printed",
  key: ["line", "printed"],
  columns: {
    /** Id of the system that is meant. */
    system: ["code", "The system that is meant", "systems"],
    /** Line of the source text, from 1. */
    line: ["line", "Line of the source text, from 1"],
    /** Its name as the source prints it there. */
    printed: ["text", "Its name as the source prints it there"],
  },
} as const;

/** The table `initiatives.csv`. */
export const initiatives = {
  title: "Every concrete initiative that the report tells of",
  columns: {
    /** Code of the initiative. */
    id: ["code", "Code of the initiative"],
    /** Line of the source that tells of it first. */
    line: ["line", "Line of the source that tells of it first"],
    /** Its proper name, without quotes; in our own words where it has none. */
    name: ["text", "Its proper name, without quotes; in our own words where it has none"],
    /** The form of the name that the line prints, where that is another; else `""`. */
    printed: ["text?", "The form of the name that the line prints, where that is another"],
    /** Whether the source gives it a proper name. */
    named: [["yes", "no"], "Whether the source gives it a proper name"],
    /** The library or branch, in our own words; `""` where none is told. */
    branch: ["text?", "The library or branch, in our own words; empty where none is told"],
    /** What came of it, as told; numbers first. */
    outcome: ["texts", "What came of it, as told; numbers first", "any"],
    /** The fields that the text does not state and that were inferred. */
    inferred: ["codes", "The fields that the text does not state and that were inferred"],
    /** What it is, in our own words. */
    description: ["texts", "What it is, in our own words"],
    ...coded,
  },
} as const;

/** The table `not-initiatives.csv`. */
export const notInitiatives = {
  title: "Quoted strings of the source that name no initiative of their own, each with the reason",
  key: ["line", "printed"],
  columns: {
    /** Line of the source text, from 1. */
    line: ["line", "Line of the source text, from 1"],
    /** The quoted string, without its outer quotes. */
    printed: ["text", "The quoted string as printed, without its outer quotes"],
    /** Id of the reason why it is none. */
    reason: ["code", "Why it is not a row of initiatives.csv", "reasons"],
  },
} as const;

/** The table `codings.csv`. */
export const codings = {
  title: "Two codings of the initiatives, before they were settled",
  isFree: true,
  key: ["coder", "id"],
  columns: {
    /** Which of the two coders. */
    coder: [["first", "second"], "Which of the two coders"],
    /** Code of the initiative, the same for both coders. */
    id: ["code", "Code of the initiative, the same for both coders"],
    /** Line of the source where the coder found it. */
    line: ["line", "Line of the source where the coder found it"],
    /** The name that the coder gave. */
    name: ["text", "The name that the coder gave"],
    ...coded,
  },
} as const;

/** The table `coding-rules.csv`. */
export const codingRules = {
  title: "The rules that settled differences between the two codings",
  columns: {
    /** Code of the rule. */
    id: ["code", "Code of the rule"],
    /** The field, or the table, that it settles. */
    field: ["text", "The field, or the table, that it settles"],
    /** The rule. */
    rule: ["texts", "The rule"],
    /** How many differences, or findings of a later reading, it settled. */
    settled: [
      "natural",
      "Differences between the codings, or from a later reading, that it settled",
    ],
  },
} as const;
