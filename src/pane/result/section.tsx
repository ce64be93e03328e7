/** How does a section of 結果 open and fold, with its heading and what stands beside it? */
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { usePane } from '../context';
import type { Section as SectionName } from '../settings';

export interface SectionProps {
  readonly name: SectionName;
  readonly title: string;
  readonly beside: string;
  readonly children: ReactNode;
}

export function Section({ name, title, beside, children }: SectionProps): ReactElement {
  const { state, acts } = usePane();
  const isOpen = !state.settings.folded.includes(name);
  return (
    <section className="section" aria-labelledby={`section-${name}`}>
      <div className="heading">
        <h2 id={`section-${name}`}>
          <button type="button" className="fold" aria-expanded={isOpen} onClick={() => acts.setting.fold(name)}>
            {title}
            {isOpen ? <ChevronDown16Regular aria-hidden="true" /> : <ChevronRight16Regular aria-hidden="true" />}
          </button>
        </h2>
        <span className="secondary">{beside}</span>
      </div>
      {isOpen && children}
    </section>
  );
}
