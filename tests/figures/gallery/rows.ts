/** A text in both languages, of which a gallery takes one. */
export type Say = (english: string, russian: string) => string;

/** A picture of the gallery: its name, and what draws it. */
export type Cases = Readonly<Record<string, (say: Say) => unknown>>;

/** Visits of three kinds of libraries in six months, as a walk that is the same each time. */
export function visits(say: Say) {
  const kinds = [
    say("Children's libraries", "Детские библиотеки"),
    say("Youth libraries", "Юношеские библиотеки"),
    say("Rural branches", "Сельские филиалы"),
  ];
  return kinds.flatMap((kind, at) =>
    Array.from({ length: 6 }, (_, month) => ({
      kind,
      month: new Date(Date.UTC(2016, month)),
      visits: Math.round(4000 + 2600 * at + 1500 * Math.sin(month + 2 * at)),
    }))
  );
}

/** Stock and loans of sixty libraries, drawn by a generator that starts the same each time. */
export function libraries(say: Say) {
  let seed = 7;
  const random = () => (seed = seed * 16807 % 2147483647) / 2147483647;
  return Array.from({ length: 60 }, (_, at) => {
    const stock = 2000 + 38000 * random() ** 2;
    return {
      place: [say("town", "город"), say("district", "район")][at % 2],
      stock: Math.round(stock),
      loans: Math.round(stock * (0.8 + 1.4 * random())),
      staff: 1 + Math.floor(9 * random()),
      opened: new Date(Date.UTC(1950 + Math.floor(65 * random()), 0)),
    };
  });
}

/** Counts of libraries by long names, as reports have them. */
export function counts(say: Say) {
  return [
    { kind: say("Central children's libraries", "Центральные детские библиотеки"), count: 11 },
    { kind: say("Libraries for children and youth", "Библиотеки для детей и юношества"), count: 4 },
    { kind: say("Libraries of family reading", "Библиотеки семейного чтения"), count: 5 },
    { kind: say("Model libraries", "Модельные библиотеки"), count: 2 },
  ];
}

/** Readers by library and age. */
export function readers(say: Say) {
  const ages = [say("up to 14", "до 14 лет"), say("15 to 30", "15–30 лет"), say("older", "старше")];
  return [say("Kemerovo", "Кемерово"), say("Belovo", "Белово"), say("Yurga", "Юрга")]
    .flatMap((town, row) =>
      ages.map((age, at) => ({ town, age, readers: 400 + 310 * row + 170 * at ** 2 }))
    );
}

/** Heights on a small grid. */
export const heights = Array.from({ length: 24 * 16 }, (_, at) => {
  const x = at % 24, y = Math.floor(at / 24);
  return { x, y, height: Math.sin(x / 4) * Math.cos(y / 3) };
});

/** A small country of two districts. */
export const country = {
  type: "FeatureCollection",
  features: [
    square([0, 0], "north"),
    square([10, 0], "south"),
  ],
} as const;

function square([x, y]: readonly [number, number], name: string) {
  const ring = [[x, y], [x, y + 8], [x + 10, y + 8], [x + 10, y], [x, y]];
  return {
    type: "Feature",
    properties: { name },
    geometry: { type: "Polygon", coordinates: [ring] },
  } as const;
}
