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

/** Quantities of very different size, and changes of both signs. */
export const changes = [
  { name: "Loans", place: "town", before: 5636067, change: 1.08 },
  { name: "Loans", place: "village", before: 204086, change: -1.88 },
  { name: "Visits", place: "town", before: 2195067, change: -0.3 },
  { name: "Visits", place: "village", before: 430236, change: -1.69 },
];
