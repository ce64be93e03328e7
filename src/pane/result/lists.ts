/** Which views open from the summary of a result? They are fetched together. */
export { FindingsView } from './findingsView';
export { SlipLife } from './slipLife';
export { SlipListView } from './slipListView';
