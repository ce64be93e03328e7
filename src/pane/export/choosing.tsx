/** What does the clerk want to export? One choice a row, and only the options that it has. */
import { useState, type ReactElement } from 'react';
import type { CsvTemplate } from '../../export/csvTemplate';
import type { Exportable } from '../../engine/exportProtocol';
import { Caution, Note } from '../notes';
import { KINDS, problemOf, templateNamed } from './form';
import { BookOptions, CharsetField, MaskOptions, NamesSwitch, PasswordOptions } from './options';
import { PageFoot } from './pageFoot';
import { TemplateEditor } from './templateEditor';
import { focusOpener, TemplateField } from './templateField';
import { TrustNote } from './trustNote';
import type { Exporting } from './useExport';
import { useExportWords } from './useExportWords';
import { useTemplates } from './useTemplates';

export function Choosing({ exportable, exporting }: { readonly exportable: Exportable; readonly exporting: Exporting }): ReactElement {
  const own = useExportWords();
  const { form, phase, change, start } = exporting;
  const kept = useTemplates();
  const [draft, setDraft] = useState<{ readonly template: CsvTemplate; readonly name: string | null } | null>(null);
  if (draft !== null) {
    const leave = (name: string | null): void => {
      setDraft(null);
      change({ template: name });
      focusOpener(draft.name !== null && name !== null);
    };
    return <TemplateEditor given={draft.template} name={draft.name} kept={kept} exportable={exportable} withNames={form.withNames} onLeave={leave} />;
  }
  const problem = problemOf(form, kept.templates);
  const template = form.kind === 'csv' ? templateNamed(kept.templates, form.template) : null;
  const isOfUnread = problem === 'noTemplate' && kept.reading !== 'done';
  const failure = phase.at === 'choosing' ? phase.failure : null;
  const text = failure !== null ? own.failure(failure) : problem !== null && !isOfUnread ? own.problems[problem] : null;
  const said = text === null ? null : { text, isAlert: failure !== null };
  return (
    <div className="export">
      <fieldset className="kinds">
        <legend className="hidden">{own.what}</legend>
        {KINDS.map((kind) => (
          <label key={kind} className="kind">
            <input type="radio" name="export-kind" checked={form.kind === kind} aria-describedby={`holds-${kind}`} onChange={() => change({ kind })} />
            <span>{own.kinds[kind].name}</span>
            <span id={`holds-${kind}`} className="secondary">
              {own.kinds[kind].holds}
            </span>
          </label>
        ))}
      </fieldset>
      {form.kind === 'finance' && <MaskOptions form={form} change={change} />}
      {form.kind === 'book' && <BookOptions exportable={exportable} form={form} change={change} />}
      {(form.kind === 'slips' || form.kind === 'unpaid') && <CharsetField value={form.charset} onChoose={(charset) => change({ charset })} />}
      {form.kind === 'csv' && <TemplateField kept={kept} chosen={form.template} onChoose={(template) => change({ template })} onEdit={setDraft} />}
      {template !== null && <TrustNote template={template} exportable={exportable} />}
      {form.kind !== 'finance' && <NamesSwitch isOn={form.withNames} onSwitch={(withNames) => change({ withNames })} />}
      {(form.kind === 'finance' || form.kind === 'book') && <PasswordOptions form={form} change={change} />}
      {exportable.isMismatch && <Caution>{own.mismatch}</Caution>}
      <Note>{own.recorded}</Note>
      <PageFoot label={own.export} isOff={problem !== null || failure?.code === 'misfits'} said={said} onClick={() => start(kept.templates)} />
    </div>
  );
}
