/**
 * @jest-environment jsdom
 */
import { describedClasses, type ClassSpec } from '../../src/workbench/office/spec';
import { OFFICE_CLASSES } from './support/officeMetadata';
import { officeInFrontOf } from './support/realOffice';

type Spec = ClassSpec<unknown>;
const specs = describedClasses() as readonly Spec[];
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const registerName = (event: string): RegExp => new RegExp(`^_Register(?:${event}Event|Event${event})$`);

/** Names that Office.js sends without having a member for them. */
const HIDDEN = new Set(['Gridlines', 'Headings', '_GetItem', '_ValidateArraySize', '_GetSheetById', '_GetAnotherWorksheetById', '_GetWorkbookCreatedById']);

beforeAll(() => officeInFrontOf());

test('every described class exists in the running Office.js under that name', () => {
  const classes = Excel as unknown as Record<string, { prototype: object } | undefined>;
  expect(specs.map(({ name }) => name).filter((name) => classes[name] === undefined)).toEqual([]);
  expect(specs.length).toBeGreaterThan(70);
});

test("every described scalar stands in the prototype's own list, and can be set where that says so", () => {
  const wrong: string[] = [];
  for (const { name, scalars = {} } of specs) {
    const { prototype } = (Excel as unknown as Record<string, { prototype: Record<string, unknown> }>)[name]!;
    const own = prototype._scalarPropertyOriginalNames as readonly string[];
    const updateable = (prototype._scalarPropertyUpdateable as readonly boolean[] | undefined) ?? [];
    for (const [scalar, { set }] of Object.entries(scalars)) {
      const at = own.indexOf(scalar);
      if (HIDDEN.has(scalar)) continue;
      if (at < 0) wrong.push(`${name}.${scalar} is not there`);
      else if ((set !== undefined) !== (updateable[at] ?? false)) wrong.push(`${name}.${scalar} ${set === undefined ? 'cannot' : 'can'} be set here`);
    }
  }
  expect(wrong).toEqual([]);
});

test('every described object and method exists in the prototype', () => {
  const wrong: string[] = [];
  for (const { name, navigations = {}, methods = {} } of specs) {
    const { prototype } = (Excel as unknown as Record<string, { prototype: object }>)[name]!;
    for (const member of [...Object.keys(navigations), ...Object.keys(methods)]) {
      if (!HIDDEN.has(member) && !(camel(member) in prototype) && !(member in prototype)) wrong.push(`${name}.${member}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the names are those that Office.js sends', () => {
  const wrong: string[] = [];
  for (const { name, navigations = {}, methods = {} } of specs) {
    const office = OFFICE_CLASSES.get(name)!;
    for (const member of Object.keys(navigations)) if (!office.navigations.has(member)) wrong.push(`${name}.${member} is no object`);
    for (const member of Object.keys(methods)) if (!office.methods.has(member) && !HIDDEN.has(member)) wrong.push(`${name}.${member} is no method`);
  }
  expect(wrong).toEqual([]);
});

test('requirement sets are those of Office.js', () => {
  const wrong: string[] = [];
  for (const { name, scalars = {}, navigations = {}, methods = {} } of specs) {
    const { since: known } = OFFICE_CLASSES.get(name)!;
    for (const [member, { since }] of Object.entries({ ...scalars, ...navigations, ...methods })) {
      const own = known.get(camel(member)) ?? known.get(member);
      if (own !== since && !HIDDEN.has(member)) wrong.push(`${name}.${member}: ${since} here, ${own} in Office.js`);
    }
  }
  expect(wrong).toEqual([]);
});

test('events are registered under the names and numbers of Office.js', () => {
  const wrong: string[] = [];
  for (const { name, events = {} } of specs) {
    const office = [...OFFICE_CLASSES.get(name)!.events];
    for (const [event, { type }] of Object.entries(events)) {
      const found = office.find(([register]) => registerName(event).test(register));
      if (found?.[1] !== type) wrong.push(`${name}.${event}: ${type} here, ${found?.[1]} in Office.js`);
    }
  }
  expect(wrong).toEqual([]);
});
