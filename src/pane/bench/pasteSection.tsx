/** How does the agent's 項目表 come in? Pasted as it stands; what does not add up is said. */
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { itemsOf, readItemTable, type TableRemark } from '../../calibrate/itemTable';
import { isRecord } from '../../calibrate/knownItems';
import type { Place } from '../../calibrate/proposal';
import { RECORD_TYPE } from '../../file/layout';
import { Caution } from '../notes';
import { usePane } from '../context';
import { totalOf, type Draft } from './draft';
import type { BenchAct } from './useBench';
import type { BenchWords } from './words';

interface PasteProps {
  readonly own: BenchWords;
  readonly place: Place;
  readonly draft: Draft;
  readonly act: (act: BenchAct) => void;
}

export function PasteSection({ own, place, draft, act }: PasteProps): ReactElement {
  const { acts } = usePane();
  const [text, setText] = useState('');
  const [taken, setTaken] = useState<{ readonly sentence: string; readonly remarks: readonly TableRemark[] } | null>(null);
  const take = (): void => {
    const table = readItemTable(text, place);
    const remarks = [...table.remarks];
    const ownTitles: string[] = [];
    let count = 0;
    for (const one of table.places) {
      const made = itemsOf(one, isRecord(one.place) ? RECORD_TYPE[one.place] : null, totalOf(draft, one.place));
      remarks.push(...made.remarks);
      ownTitles.push(...made.items.filter(({ isOwn }) => isOwn).map(({ title }) => title));
      count += one.lines.length;
      act({ type: 'pasted', place: one.place, items: made.items });
    }
    const sentence = count === 0 ? '' : own.pasteTaken(count, ownTitles);
    setTaken({ sentence, remarks });
    acts.say([sentence, ...remarks.map(own.remark)].join(' '));
  };
  return (
    <details className="bench-part">
      <summary>{own.paste}</summary>
      <p className="secondary">{own.pasteNote(own.placeName(place))}</p>
      <Field label={own.pasteField}>
        <Textarea className="bench-paste" rows={6} value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div className="choices">
        <Button size="small" disabledFocusable={text.trim() === ''} onClick={take}>
          {own.pasteTake}
        </Button>
      </div>
      {taken !== null && taken.sentence !== '' && <p>{taken.sentence}</p>}
      {taken?.remarks.map((remark) => (
        <Caution key={JSON.stringify(remark)}>{own.remark(remark)}</Caution>
      ))}
    </details>
  );
}
