/** How do short facts stand in one line, so that none of them is broken in two? */
import { Fragment, type ReactElement } from 'react';
import { usePane } from './context';

export function Parts({ of: parts }: { readonly of: readonly string[] }): ReactElement {
  const { words } = usePane();
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && words.between}
          <span className="part">{part}</span>
        </Fragment>
      ))}
    </>
  );
}
