import fc from 'fast-check';
import { formatted } from '../../src/workbench/format/numberFormat';
import { generalText } from '../../src/workbench/format/general';
import { CellError, type Content } from '../../src/workbench/model/values';

const DAY = 46517; // 2027/05/10

test.each<[Content, string, string]>([
  [1234567, '#,##0', '1,234,567'],
  [0, '#,##0', '0'],
  [-1234.5, '#,##0', '-1,235'],
  [0.4, '#,##0', '0'],
  [-0.4, '#,##0', '0'],
  [5000, '+#,##0;"△"#,##0;0', '+5,000'],
  [-1, '+#,##0;"△"#,##0;0', '△1'],
  [0, '+#,##0;"△"#,##0;0', '0'],
  [DAY, 'yyyy/mm/dd', '2027/05/10'],
  [DAY, 'yyyy/m/d', '2027/5/10'],
  [DAY + 872 / 1440, 'yyyy/mm/dd hh:mm', '2027/05/10 14:32'],
  [872 / 1440, 'hh:mm', '14:32'],
  [0.5, 'h:mm AM/PM', '12:00 PM'],
  [1.5, '[h]:mm', '36:00'],
  [DAY, '[$-411]ge.m.d', 'R9.5.10'],
  [DAY, '[$-411]ggge"年"m"月"d"日"(aaa)', '令和9年5月10日(月)'],
  [DAY, 'm"月"d"日"', '5月10日'],
  [43585, '[$-411]ge.m.d', 'H31.4.30'],
  [43586, '[$-411]ge.m.d', 'R1.5.1'],
  [DAY, 'd-mmm-yy', '10-May-27'],
  [0.125, '0%', '13%'],
  [0.125, '0.0%', '12.5%'],
  [12345.678, '#,##0.00', '12,345.68'],
  [1.005, '0.00', '1.01'],
  [0.5, '#.##', '.5'],
  [5, '000', '005'],
  [1234567, '0,', '1235'],
  [1234567, '#,##0,"千"', '1,235千'],
  [12345, '0.00E+00', '1.23E+04'],
  [0.00012, '0.00E+00', '1.20E-04'],
  [7, '"¥"#,##0', '¥7'],
  [-7, '"¥"#,##0', '-¥7'],
  [12, '0"件"', '12件'],
  [5, '@', '5'],
  ['007', '@', '007'],
  ['未納', '#,##0', '未納'],
  ['x', '0;-0;0;"<"@">"', '<x>'],
  [0, '0;-0;', ''],
  [0, '#,##0;;', ''],
  [3, '#,##0;;', '3'],
  [1500, '[>=1000]#,##0,"K";0', '2K'],
  [15, '[>=1000]#,##0,"K";0', '15'],
  [2713005, '000-0000', '271-3005'],
  [-1, 'yyyy/mm/dd', '########'],
  [true, '0', 'TRUE'],
  [new CellError('#N/A'), '0', '#N/A'],
  [undefined, '#,##0', ''],
  [1234.5678, 'General', '1234.5678'],
  [0.1 + 0.2, 'General', '0.3'],
  [123456789012, 'General', '1.23457E+11'],
  [12345678901, 'General', '12345678901'],
  [0.00001234, 'General', '1.234E-05'],
  [1 / 3, 'General', '0.333333333'],
  [5, 'G/標準"円"', '5円'],
])('%p as %s reads %s', (value, format, text) => {
  expect(formatted(value, format).text).toBe(text);
});

test('a format may ask for a colour', () => {
  expect(formatted(-5, '0;[赤]-0')).toEqual({ text: '-5', color: '#FF0000' });
  expect(formatted(5, '0;[Red]-0')).toEqual({ text: '5', color: null });
});

test('amounts in yen read back as they were', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (yen) => {
      expect(Number(formatted(yen, '#,##0').text.replaceAll(',', ''))).toBe(yen);
      const difference = formatted(yen, '+#,##0;"△"#,##0;0').text;
      expect(Number(difference.replaceAll(',', '').replace('△', '-'))).toBe(yen);
    }),
  );
});

test('a number joined to a text has at most fifteen digits', () => {
  expect([0.1 + 0.2, 1e15, 123456789012345, 1e-10, -1.5, 0].map(generalText)).toEqual(['0.3', '1E+15', '123456789012345', '1E-10', '-1.5', '0']);
});
