/** Which cases do the property tests invent? The same each time; others for whoever asks: `KESHIKOMI_SEED=7 npx jest test/slip`. jest.config.cjs gives this where a test imports fast-check. */
const fastCheck = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const asked = process.env.KESHIKOMI_SEED ?? '20270401';
const seed = Number(asked);
// fast-check takes what is not a number as a number of its own.
if (asked === '' || !Number.isSafeInteger(seed)) throw new Error(`KESHIKOMI_SEED is a whole number, not '${asked}'`);
fastCheck.configureGlobal({ seed });

module.exports = fastCheck;
