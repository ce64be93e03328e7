/** What happened to one slip, and what should a person look at? */
import { Button } from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { usePane } from '../context';
import type { RunView, SlipView } from '../../engine/protocol';
import { Chip, marksOf } from '../marks';
import { Note } from '../notes';
import { Amount, NotKnown } from '../numbers';
import { shortNumber } from '../slipNumber';
import { CounterAnswer } from '../search/counterAnswer';
import type { OpenSlip } from '../state/state';
import { useListName } from '../changes/useListName';
import { SubView } from '../subView';
import { Payments } from './payments';
import { Trust } from './trust';

const SlipReceipts = lazy(async () => ({ default: (await import('../receipts/slipReceipts')).SlipReceipts }));

export function SlipLife({ open, result }: { readonly open: OpenSlip; readonly result: RunView }): ReactElement {
  const { words, year, dispatch, acts } = usePane();
  const { list, life } = open;
  useEffect(() => {
    let isGone = false;
    let stop = (): void => undefined;
    void acts.slips.followSelection().then((end) => (isGone ? end() : (stop = end)));
    return () => {
      isGone = true;
      stop();
    };
  }, [acts]);

  const name = useListName(list?.filter ?? null, result);
  return (
    <SubView
      back={name}
      onBack={() => dispatch({ type: 'wentBack' })}
      beside={<Walk open={open} />}
      title={life === null ? words.loading : `${words.fiscalYear(year(life.fiscalYear))} ${shortNumber(life.slipNumber)}`}
    >
      <Selected />
      {life !== null && <Life life={life} result={result} />}
    </SubView>
  );
}

function Selected(): ReactElement {
  const { words, acts } = usePane();
  const [isMissing, setMissing] = useState(false);
  return (
    <div>
      <Button appearance="transparent" size="small" onClick={() => void acts.slips.showSelected().then((isThere) => setMissing(!isThere))}>
        {words.showSelected}
      </Button>
      <div role="status">{isMissing && <Note>{words.noneSelected}</Note>}</div>
    </div>
  );
}

function Walk({ open: { list, total } }: { readonly open: OpenSlip }): ReactElement | null {
  const { words, acts } = usePane();
  if (list === null) return null;
  return (
    <>
      <Button
        appearance="subtle"
        icon={<ChevronLeft20Regular />}
        aria-label={words.previous}
        disabledFocusable={list.active === 0}
        onClick={() => void acts.slips.walk(-1)}
      />
      <span>{words.placeInList(list.active + 1, total)}</span>
      <Button
        appearance="subtle"
        icon={<ChevronRight20Regular />}
        aria-label={words.next}
        disabledFocusable={list.active + 1 >= total}
        onClick={() => void acts.slips.walk(1)}
      />
    </>
  );
}

function Life({ life, result }: { readonly life: SlipView; readonly result: RunView }): ReactElement {
  const { words } = usePane();
  const { slipNumber, billerCode, toCheck } = life;
  return (
    <>
      <p className="secondary">{[slipNumber, ...(billerCode === null ? [] : [words.biller(billerCode)])].join(words.between)}</p>
      <p className="chips">
        {marksOf(life).map((mark) => (
          <Chip key={mark} mark={mark} words={words.product} />
        ))}
      </p>
      <CounterAnswer life={life} />
      {toCheck.length > 0 && (
        <section className="to-check">
          <h3>{words.toCheck}</h3>
          <ul>
            {toCheck.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {life.state === 'unpaid' && <Trust result={result} />}
      <Facts life={life} />
      <Handled life={life} />
      <Payments life={life} />
      <Suspense fallback={null}>
        <SlipReceipts key={life.slip} life={life} />
      </Suspense>
    </>
  );
}

/** 処理, as the clerk has written it on the sheet. */
function Handled({ life: { dispositions } }: { readonly life: SlipView }): ReactElement | null {
  const { words, day } = usePane();
  if (dispositions.length === 0) return null;
  return (
    <section>
      <h3>{words.handled}</h3>
      <ul className="payments">
        {dispositions.map((one, index) => (
          <li key={index} className="payment">
            <div className="payment-head">
              <span>{[one.text, ...(one.day === null ? [] : [day(one.day)])].join(' ')}</span>
              {one.amount !== null && (
                <span className="number">
                  <Amount value={one.amount} unit={words.yenUnit} />
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ life }: { readonly life: SlipView }): ReactElement {
  const { words, day } = usePane();
  const { facts, yenUnit } = words;
  const { billedAmount, paidAmount, dueDate, reissueNumber, ledgerReissueNumber, section, fee } = life;
  const received = life.receipts.reduce((sum, { use, amount }) => sum + (use === 'used' ? amount : 0), 0);
  const isPaid = received > 0 || life.payments.some(({ state }) => state !== 'cancelled');
  const yen = (value: number | null, signed = false): ReactElement => (value === null ? <NotKnown /> : <Amount value={value} unit={yenUnit} signed={signed} />);
  const difference = billedAmount === null || !isPaid ? null : paidAmount + received - billedAmount;
  return (
    <dl className="facts-grid">
      <Fact name={facts.billed} value={yen(billedAmount)} />
      <Fact name={facts.due} value={dueDate === null ? <NotKnown /> : day(dueDate)} />
      <Fact name={facts.paid} value={yen(paidAmount)} />
      <Fact name={facts.reissue} value={reissueNumber === null ? <NotKnown /> : words.reissue(reissueNumber, ledgerReissueNumber)} />
      {received > 0 && <Fact name={facts.received} value={yen(received)} />}
      <Fact name={facts.difference} value={difference === 0 ? yen(0) : <strong>{yen(difference, true)}</strong>} />
      <Fact name={facts.section} value={section ?? <NotKnown />} />
      <Fact name={facts.fee} value={fee ?? <NotKnown />} isWide />
    </dl>
  );
}

function Fact({ name, value, isWide = false }: { readonly name: string; readonly value: ReactElement | string; readonly isWide?: boolean }): ReactElement {
  return (
    <div className={isWide ? 'fact wide' : 'fact'}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
