/** How do short remarks look: something to know, or something to beware of? */
import { Info16Regular, Warning16Filled } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';

export function Note({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <p className="note">
      <Info16Regular aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}

export function Caution({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <p className="note caution">
      <Warning16Filled aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
