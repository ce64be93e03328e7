/** How are amounts written so that eye and ear read the same? */
import type { ReactElement } from 'react';
import { usePane } from './context';

/** △1 for the eye, マイナス1 for the ear; + only where it is asked for. */
export function Amount({ value, unit = '', signed = false }: { readonly value: number; readonly unit?: string; readonly signed?: boolean }): ReactElement {
  const { words } = usePane();
  const digits = words.product.number(Math.abs(value));
  if (value >= 0)
    return (
      <>
        {signed && value > 0 ? '+' : ''}
        {digits}
        {unit === '' ? null : <span className="unit">{unit}</span>}
      </>
    );
  return (
    <>
      <span aria-hidden="true">
        △{digits}
        {unit === '' ? null : <span className="unit">{unit}</span>}
      </span>
      <span className="hidden">{words.minus(`${digits}${unit}`)}</span>
    </>
  );
}

/** — for the eye, 不明 for the ear. */
export function NotKnown(): ReactElement {
  const { words } = usePane();
  return (
    <>
      <span aria-hidden="true">—</span>
      <span className="hidden">{words.notKnown}</span>
    </>
  );
}
