/** Which payments were told for a slip, by which notices? */
import { ArrowUndo16Regular, CheckmarkCircle16Regular, Clock16Regular, PauseCircle16Regular, Question16Regular, type FluentIcon } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { NoticeKind } from '../../file/layout';
import { usePane } from '../context';
import { timeText } from '../days';
import type { NoticeView, PaymentView, SlipView } from '../../engine/protocol';
import { Amount } from '../numbers';
import { RecordBytes } from '../record/recordBytes';

const KIND_ICONS: Record<NoticeKind, FluentIcon> = {
  preliminary: Clock16Regular,
  confirmed: CheckmarkCircle16Regular,
  preliminaryCancelled: ArrowUndo16Regular,
};

export function Payments({ life: { payments, heldNotices } }: { readonly life: SlipView }): ReactElement {
  const { words } = usePane();
  return (
    <section>
      <h3>{words.payments(payments.length)}</h3>
      {payments.length === 0 && <p className="secondary">{words.noPayments}</p>}
      <ol className="payments">
        {payments.map((payment, index) => (
          <Payment key={index} payment={payment} place={index + 1} />
        ))}
      </ol>
      {heldNotices.length > 0 && (
        <>
          <h3>{words.heldNotices}</h3>
          <ul className="payments">
            {heldNotices.map((notice) => (
              <Notice key={`${notice.file} ${notice.record}`} notice={notice} Icon={PauseCircle16Regular} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Payment({ payment, place }: { readonly payment: PaymentView; readonly place: number }): ReactElement {
  const { words, day } = usePane();
  const { state, paidDate, paidTime, amount, storeCode, transferDate, notices } = payment;
  const about = [...(transferDate === null ? [] : [words.transferDate(day(transferDate))]), ...(storeCode === null ? [] : [words.store(storeCode)])].join(
    words.between,
  );
  return (
    <li className={state === 'cancelled' ? 'payment gone' : 'payment'}>
      <div className="payment-head">
        <span>
          {[words.payment(place), paidDate === null ? words.noDate : day(paidDate), ...(paidTime === null ? [] : [timeText(paidTime)])].join(' ')}
          {state === 'cancelled' && <span className="hidden">{` ${words.cancelledPayment}`}</span>}
        </span>
        <span className="number">
          <Amount value={amount} unit={words.yenUnit} />
        </span>
      </div>
      <ul>
        {notices.map((notice) => (
          <Notice key={`${notice.file} ${notice.record}`} notice={notice} Icon={notice.kind === null ? Question16Regular : KIND_ICONS[notice.kind]} />
        ))}
      </ul>
      {about !== '' && <p className="secondary">{about}</p>}
    </li>
  );
}

function Notice({ notice, Icon }: { readonly notice: NoticeView; readonly Icon: FluentIcon }): ReactElement {
  const { words } = usePane();
  const { kind, file, record } = notice;
  return (
    <li className="notice">
      <Icon aria-hidden="true" />
      <div>
        {words.noticeAt(kind, file, record)} <RecordBytes notice={notice} />
      </div>
    </li>
  );
}
