/** Which receipts of other channels does the slip have, and how is one entered or taken back? */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { ReceiptMoney16Regular } from '@fluentui/react-icons';
import { useState, type FormEvent, type ReactElement } from 'react';
import { isOwnChannel, readAmount } from '../../reconcile/cells';
import type { ReceiptView, SlipView } from '../../engine/protocol';
import type { ReceiptsProblem } from '../../engine/workbookPort';
import type { EnteredReceipt } from '../acts/receiving';
import { usePane } from '../context';
import { typedDay } from '../days';
import { Caution, Note } from '../notes';
import { Amount } from '../numbers';
import { useReceiptsWords } from './useReceiptsWords';

export function SlipReceipts({ life }: { readonly life: SlipView }): ReactElement {
  const { acts } = usePane();
  const words = useReceiptsWords();
  const [isEntering, setEntering] = useState(false);
  const [problem, setProblem] = useState<ReceiptsProblem | null>(null);
  const { receipts } = life;
  const enter = async (entered: EnteredReceipt): Promise<void> => setProblem(await (await acts.receiving()).enter(life, entered, words.sheet));
  const takeBack = async (cells: NonNullable<ReceiptView['own']>): Promise<void> =>
    setProblem(await (await acts.receiving()).takeBack(life, cells, words.sheet));
  return (
    <section>
      {receipts.length > 0 && (
        <>
          <h3>{words.ofSlip(receipts.length)}</h3>
          <ul className="payments">
            {receipts.map((receipt) => (
              <Receipt key={`${receipt.file} ${receipt.record}`} receipt={receipt} onTakeBack={(cells) => void takeBack(cells)} />
            ))}
          </ul>
        </>
      )}
      {isEntering ? (
        <ReceiptForm life={life} onEnter={(entered) => void enter(entered)} onCancel={() => setEntering(false)} />
      ) : (
        <div className="choices">
          <Button onClick={() => setEntering(true)}>{words.mark}</Button>
        </div>
      )}
      {problem !== null && (
        <div role="alert">
          <Caution>{words.problem(problem)}</Caution>
        </div>
      )}
    </section>
  );
}

function Receipt({
  receipt,
  onTakeBack,
}: {
  readonly receipt: ReceiptView;
  readonly onTakeBack: (cells: NonNullable<ReceiptView['own']>) => void;
}): ReactElement {
  const { words: pane, day } = usePane();
  const words = useReceiptsWords();
  const { own, use, amount, method, file, record } = receipt;
  const on = receipt.day === null ? pane.noDate : day(receipt.day);
  return (
    <li className="payment">
      <div className="payment-head">
        <span>{[on, method === '' ? words.noMethod : method].join(' ')}</span>
        <span className="number">
          <Amount value={amount} unit={pane.yenUnit} />
        </span>
      </div>
      <p className="notice">
        <ReceiptMoney16Regular aria-hidden="true" />
        <span>{[words.place(file, record), ...(use === 'used' ? [] : [words.uses[use]])].join(pane.between)}</span>
      </p>
      {own !== null && (
        <div className="choices">
          <Button size="small" aria-label={words.takeBackOf(on, `${pane.product.number(amount)}${pane.yenUnit}`)} onClick={() => onTakeBack(own)}>
            {words.takeBack}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What is still to be paid; nothing where nobody knows. */
function openAmount({ billedAmount, paidAmount, receipts }: SlipView): string {
  if (billedAmount === null) return '';
  const received = receipts.reduce((sum, { use, amount }) => sum + (use === 'used' ? amount : 0), 0);
  const open = billedAmount - paidAmount - received;
  return open > 0 ? String(open) : '';
}

interface FormProps {
  readonly life: SlipView;
  readonly onEnter: (entered: EnteredReceipt) => void;
  readonly onCancel: () => void;
}

function ReceiptForm({ life, onEnter, onCancel }: FormProps): ReactElement {
  const { environment, day } = usePane();
  const words = useReceiptsWords();
  const [dayText, setDayText] = useState(() => day(environment.today()));
  const [amountText, setAmountText] = useState(() => openAmount(life));
  const [chosen, setChosen] = useState(words.methods[0]!);
  const [typed, setTyped] = useState('');
  const [isTold, setTold] = useState(false);
  const on = typedDay(dayText);
  const amount = readAmount(amountText.trim());
  const method = (chosen === '' ? typed : chosen).trim();
  const wrong = {
    day: on === null || on > environment.today() ? words.dayWrong : null,
    amount: amount === null || amount === 0 ? words.amountWrong : null,
    method: method === '' ? words.methodMissing : isOwnChannel(method) ? words.methodOwn : null,
  };
  const said = (sentence: string | null): { validationMessage?: string } => (isTold && sentence !== null ? { validationMessage: sentence } : {});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (on === null || amount === null || Object.values(wrong).some((sentence) => sentence !== null)) return;
    onEnter({ day: on, amount, method });
  };
  return (
    <form className="matching" onSubmit={submit} aria-label={words.mark}>
      <h3>{words.mark}</h3>
      <Field label={words.day} size="small" {...said(wrong.day)}>
        <Input size="small" value={dayText} maxLength={20} autoFocus onChange={(_, { value }) => setDayText(value)} />
      </Field>
      <Field label={words.amount} size="small" {...said(wrong.amount)}>
        <Input size="small" value={amountText} inputMode="numeric" maxLength={20} onChange={(_, { value }) => setAmountText(value)} />
      </Field>
      <Field label={words.method} size="small">
        <Select size="small" value={chosen} onChange={(_, { value }) => setChosen(value)}>
          {words.methods.map((name) => (
            <option key={name}>{name}</option>
          ))}
          <option value="">{words.otherMethod}</option>
        </Select>
      </Field>
      {chosen === '' && (
        <Field label={words.otherMethod} size="small" {...said(wrong.method)}>
          <Input size="small" value={typed} maxLength={40} onChange={(_, { value }) => setTyped(value)} />
        </Field>
      )}
      <Note>{words.markNote}</Note>
      <div className="choices">
        <Button type="submit" appearance="primary">
          {words.save}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}
