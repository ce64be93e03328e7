/** Which of iconv-lite's encodings does a browser need? CP932 alone: webpack puts this in the place of all others (29 KB instead of 179 KB). */
const dbcs = require('iconv-lite/encodings/dbcs-codec');
const table = require('iconv-lite/encodings/tables/shiftjis.json');

module.exports = {
  ...dbcs,
  shiftjis: { type: '_dbcs', table: () => table, encodeAdd: { '\u00a5': 0x5c, '\u203e': 0x7e }, encodeSkipVals: [{ from: 0xed40, to: 0xf940 }] },
  cp932: 'shiftjis',
};
