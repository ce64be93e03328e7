/** How does the pane's frame find its Excel? The page around it holds the workbook; this runs in the frame before Office.js is loaded there. */
import { connectDesktop, type Carry } from './host/desktop';
import { moodPane } from './host/paneMoods';

const { __workbench: workbench } = window.parent;
if (workbench === undefined) throw new Error('this page belongs beside the workbook of index.html');
const { host } = workbench;

/** A task of that window, at once: a timer in a timer waits four milliseconds, which adds up over the requests of a run. */
function inTaskOf({ MessageChannel: Channel }: typeof globalThis, act: () => void): void {
  const { port1, port2 } = new Channel();
  port1.onmessage = () => {
    port1.close();
    act();
  };
  port2.postMessage(null);
}

/** Excel works in a process of its own: here in tasks of the page around, so that what is measured of the pane is the pane's. */
const carry: Carry = (text, flags) =>
  new Promise((resolve, reject) => {
    inTaskOf(window.parent as Window & typeof globalThis, () => {
      host.execute(text, flags).then((reply) => inTaskOf(window, () => resolve(reply)), reject);
    });
  });

connectDesktop(host, window, carry);
moodPane(window, host.moods, ({ name, bytes }) => host.saved.set(name, bytes));

/** F6 leads from the pane to the sheet and back, as in Excel: in a grid, Tab moves between cells. */
window.addEventListener('keydown', (event) => {
  if (event.key === 'F6') window.parent.document.querySelector<HTMLElement>('[role=grid]')?.focus();
});
