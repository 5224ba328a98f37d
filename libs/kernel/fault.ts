/** One thing that is wrong in what was given, and where: "sheetTypes[0].fields[2].scale". */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** Faults of a list whose members are named and may be named only once. */
export function repeated<Member extends string>(
  path: string, member: Member, items: readonly Readonly<Record<Member, string>>[],
): readonly Fault[] {
  const names = items.map((item) => item[member]);
  return names.flatMap((name, index) =>
    (names.indexOf(name) < index ? [{ path: `${path}[${index}].${member}`, message: `${name} is there already` }] : []));
}

/** Faults of a list whose members refer to something by name. */
export function dangling<Member extends string>(
  path: string, member: Member, items: readonly Readonly<Record<Member, string>>[], known: ReadonlySet<string>,
): readonly Fault[] {
  return items.flatMap((item, index) =>
    (known.has(item[member]) ? [] : [{ path: `${path}[${index}].${member}`, message: `there is no ${item[member]}` }]));
}

/** A path as faults name it: ['sheetTypes', 0, 'level'] is "sheetTypes[0].level". */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, part) =>
    (typeof part === 'number' ? `${before}[${part}]` : before === '' ? String(part) : `${before}.${String(part)}`), '');
}
