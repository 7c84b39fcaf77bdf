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

/** Starts the behaviour of govuk-frontend's components inside `ambito`; those already started stay as they are. */
export function iniciarComponentes(ambito: Element | Document = document): void {
  for (const componente of COMPONENTES)
    createAll(componente, undefined, { scope: ambito, onError: () => undefined });
}
