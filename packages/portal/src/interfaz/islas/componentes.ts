import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  SkipLink,
} from 'govuk-frontend';

const COMPONENTES = [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, SkipLink];

/**
 * Starts the behaviour of govuk-frontend's components inside `ambito`; those already started stay as they are.
 * One that cannot start, as all of them in a browser too old, leaves its part of the page as it works without script.
 */
export function iniciarComponentes(ambito: Element | Document = document): void {
  for (const componente of COMPONENTES)
    createAll(componente, undefined, { scope: ambito, onError: () => undefined });
}
