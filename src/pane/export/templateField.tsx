/** Which of the workbook's templates makes the CSV? */
import { Button, Field, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { CsvTemplate } from '../../export/csvTemplate';
import { templateNamed } from './form';
import { Caution } from '../notes';
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

export function TemplateField({ kept: { templates, unreadable }, chosen, onChoose, onEdit }: TemplateFieldProps): ReactElement {
  const own = useExportWords();
  const template = templateNamed(templates, chosen);
  return (
    <div className="template">
      {templates.length === 0 ? (
        <p>{own.noTemplates}</p>
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
        {template !== null && <Button onClick={() => onEdit({ template, name: template.name })}>{own.editTemplate}</Button>}
        <Button onClick={() => onEdit({ template: newTemplate(templates.length === 0 ? own.newTemplateName : ''), name: null })}>{own.newTemplate}</Button>
      </div>
      {unreadable.length > 0 && <Caution>{own.unreadable(unreadable.length)}</Caution>}
    </div>
  );
}
