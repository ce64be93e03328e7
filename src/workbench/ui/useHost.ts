/** When does the view draw the workbook again? At most once a frame, however many requests arrive in it. */
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { ExcelHost } from '../host/excelHost';

/** A number that grows whenever the workbook may look different. */
export function useHostVersion(host: ExcelHost): number {
  const version = useRef(0);
  const subscribe = useCallback(
    (tell: () => void) => {
      let frame = 0;
      const stop = host.onChange(() => {
        if (frame !== 0) return;
        frame = requestAnimationFrame(() => {
          frame = 0;
          version.current++;
          tell();
        });
      });
      return () => {
        stop();
        cancelAnimationFrame(frame);
      };
    },
    [host],
  );
  return useSyncExternalStore(subscribe, () => version.current);
}
