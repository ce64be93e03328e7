/** In which order do the files run, so that all cores end at the same time? The longest first: as the last run measured them, else by the rooms that are slow. */
const { default: Sequencer } = require('@jest/test-sequencer');

/** Where browsers start, whole workbooks are written over and over, or passwords are made costly; the slowest first. */
const SLOW = [
  '/page/failures',
  '/pane/story/',
  '/page/exports',
  '/excel/allOrNothing',
  '/excel/deletion',
  '/excel/laterRuns',
  '/page/',
  '/encrypt/',
  '/excel/',
  '/cli/',
  '/workbench/browser',
  '/workbench/',
];

const rank = ({ path }) => {
  const place = SLOW.findIndex((room) => path.includes(room));
  return place === -1 ? SLOW.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => (a.duration === undefined || b.duration === undefined ? rank(a) - rank(b) : 0));
  }
};
