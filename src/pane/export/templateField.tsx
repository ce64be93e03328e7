/** Which of the workbook's templates makes the CSV? */
import { Button, Field, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { CsvTemplate } from '../../export/csvTemplate';
import { usePane } from '../context';
import { focusWhenThere } from '../focusing';
import { MessageBlock } from '../messageBlock';
import { Caution } from '../notes';
import { templateNamed } from './form';
import { newTemplate } from './templates';
import { useExportWords } from './useExportWords';
import type { TemplatesAtHand } from './useTemplates';

export interface TemplateFieldProps {
  readonly kept: TemplatesAtHand;
  readonly chosen: string | null;
  readonly onChoose: (name: string | null) => void;
  /** `name`: under which the workbook keeps it; null: it is new. */
  readonly onEdit: (draft: { readonly template: CsvTemplate; readonly name: string | null }) => void;
}

const EDIT = 'edit-template';
const NEW = 'new-template';
/** Back to the button that the editor was opened with; a template that is gone has none. */
export const focusOpener = (isThere: boolean): void => void focusWhenThere(() => document.getElementById(isThere ? EDIT : NEW));

export function TemplateField({ kept, chosen, onChoose, onEdit }: TemplateFieldProps): ReactElement {
  const own = useExportWords();
  const { templates, unreadable, reading } = kept;
  if (reading === 'failed') return <Unread kept={kept} />;
  const template = templateNamed(templates, chosen);
  return (
    <div className="template">
      {templates.length === 0 ? (
        <p>{reading === 'done' ? own.noTemplates : own.readingTemplates}</p>
      ) : (
        <Field label={own.template}>
          <Select value={template?.name ?? ''} onChange={(_, { value }) => onChoose(value === '' ? null : value)}>
            <option value="">{own.chooseTemplate}</option>
            {templates.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className="choices">
        {template !== null && (
          <Button id={EDIT} onClick={() => onEdit({ template, name: template.name })}>
            {own.editTemplate}
          </Button>
        )}
        {reading === 'done' && (
          <Button id={NEW} onClick={() => onEdit({ template: newTemplate(templates.length === 0 ? own.newTemplateName : ''), name: null })}>
            {own.newTemplate}
          </Button>
        )}
      </div>
      {unreadable.length > 0 && <Caution>{own.unreadable(unreadable.length)}</Caution>}
    </div>
  );
}

function Unread({ kept: { readAgain } }: Pick<TemplateFieldProps, 'kept'>): ReactElement {
  const { acts } = usePane();
  const own = useExportWords();
  const { title, body, again } = own.unread;
  const onClick = async (): Promise<void> => {
    if (await readAgain()) focusOpener(false);
    else acts.say(title, 'alert');
  };
  return <MessageBlock message={{ title, body }} actions={[{ label: again, onClick: () => void onClick() }]} />;
}
