/** Events of two years, with lists, absent values and texts that could break out of a page. */
export const events = [
  { name: "Night of books", kind: "campaign", year: "2015", themes: ["reading"], guests: 120 },
  {
    name: "Night of films",
    kind: "campaign",
    year: "2016",
    themes: ["film", "reading"],
    guests: 80,
  },
  { name: "Chess", kind: "club", year: "2015", themes: ["games"], guests: 12 },
  { name: "Chess", kind: "club", year: "2016", themes: ["games"], guests: 15 },
  { name: "Dawn walk", kind: "quest", year: "2016", themes: [], guests: null },
  {
    name: "Map of the town",
    kind: "quest",
    year: "2016",
    themes: ["history", "games"],
    guests: 33,
  },
];
