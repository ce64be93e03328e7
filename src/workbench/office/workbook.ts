/** What can be asked of, and done to, the workbook as a whole and the application around it? */
import { areaAt } from '../model/address';
import { invalidArgument, notFound, notModelled } from '../model/errors';
import type { CalculationMode, CreatedWorkbook, Workbook } from '../model/workbook';
import { CellRange } from './cellsTarget';
// Ranges lead to them by name.
import './conditionalFormats';
import { flag, oneOf, optional, text } from './given';
import { names } from './names';
import { documentProperties } from './properties';
import { workbookProtection } from './protection';
import { range } from './ranges';
import { customXmlParts, settings } from './settings';
import { officeClass, type OfficeClass } from './spec';
import { tableCollection } from './tables';
import { worksheets } from './worksheets';

const CALCULATION = oneOf<CalculationMode>(['Automatic', 'AutomaticExceptTables', 'Manual']);

const runtime: OfficeClass<Workbook> = officeClass({
  name: 'Runtime',
  scalars: { EnableEvents: { since: '1.8', get: ({ enableEvents }) => enableEvents, set: (workbook, value) => void (workbook.enableEvents = flag(value)) } },
});

interface CreatedTarget {
  readonly workbook: Workbook;
  readonly created: CreatedWorkbook;
}

const workbookCreated: OfficeClass<CreatedTarget> = officeClass({
  name: 'WorkbookCreated',
  identity: ({ created }) => ({ Id: created.id }),
  scalars: { Id: { get: ({ created }) => created.id } },
  methods: { Open: { call: ({ created }) => void (created.state = 'asked') } },
});

/** The marks of a zip file; the file is read when it is opened, and refused then if it cannot be. @assumption create-workbook */
function checkedFile(base64: string): string {
  if (!/^[A-Za-z0-9+/]+=*$/.test(base64) || !base64.startsWith('UEsD')) throw invalidArgument('not an .xlsx file in base64');
  return base64;
}

const application: OfficeClass<Workbook> = officeClass({
  name: 'Application',
  scalars: {
    CalculationMode: { get: ({ calculationMode }) => calculationMode, set: (workbook, value) => void (workbook.calculationMode = CALCULATION(value)) },
    CalculationState: { since: '1.9', get: () => 'Done' },
    CalculationEngineVersion: { since: '1.9', get: () => 191_029 },
    DecimalSeparator: { since: '1.11', get: () => '.' },
    ThousandsSeparator: { since: '1.11', get: () => ',' },
    UseSystemSeparators: { since: '1.11', get: () => true },
  },
  methods: {
    Calculate: { call: () => null },
    SuspendApiCalculationUntilNextSync: { since: '1.6', call: () => null },
    SuspendScreenUpdatingUntilNextSync: { since: '1.9', call: () => null },
    CreateWorkbook: {
      since: '1.8',
      call: (workbook, [base64]) => {
        const created: CreatedWorkbook = { id: workbook.nextId(), base64: optional(base64, (file) => checkedFile(text(file)), null), state: 'made' };
        workbook.created.push(created);
        return workbookCreated.of({ workbook, created });
      },
    },
    _GetWorkbookCreatedById: {
      since: '1.8',
      call: (workbook, [id]) => {
        const created = workbook.created.find((one) => one.id === id);
        if (created === undefined) throw notFound('the created workbook');
        return workbookCreated.of({ workbook, created });
      },
    },
  },
});

export const workbook: OfficeClass<Workbook> = officeClass({
  name: 'Workbook',
  eventTarget: () => 'Workbook',
  scalars: {
    Name: { since: '1.7', get: ({ name }) => name },
    ReadOnly: { since: '1.8', get: () => false },
    IsDirty: { since: '1.9', get: ({ isDirty }) => isDirty, set: (target, value) => void (target.isDirty = flag(value)) },
    AutoSave: { since: '1.9', get: () => false },
    PreviouslySaved: { since: '1.9', get: () => false },
  },
  navigations: {
    Application: { get: (target) => application.of(target) },
    CustomXmlParts: { since: '1.5', get: (target) => customXmlParts.of(target) },
    Names: { get: (target) => names.of(target) },
    Properties: { since: '1.7', get: (target) => documentProperties.of(target) },
    Protection: { since: '1.7', get: (target) => workbookProtection.of(target) },
    Settings: { since: '1.4', get: (target) => settings.of(target) },
    Tables: { get: (target) => tableCollection.of(target) },
    Worksheets: { get: (target) => worksheets.of(target) },
    _Runtime: { since: '1.5', get: (target) => runtime.of(target) },
  },
  methods: {
    GetActiveCell: {
      since: '1.7',
      call: ({ active, selection }) => range.of(new CellRange(active, areaAt(selection.row, selection.column))),
    },
    GetSelectedRange: { call: ({ active, selection }) => range.of(new CellRange(active, selection)) },
    Save: {
      since: '1.11',
      call: () => {
        throw notModelled('Workbook.save');
      },
    },
  },
});
