// govuk-frontend ships no types: the part that the islands use.
declare module 'govuk-frontend' {
  interface Componente {
    new (raiz: Element): object;
    readonly moduleName: string;
  }

  export const Button: Componente;
  export const CharacterCount: Componente;
  export const Checkboxes: Componente;
  export const ErrorSummary: Componente;
  export const NotificationBanner: Componente;
  export const SkipLink: Componente;

  /** Starts a component on each `data-module` of its name under `ambito` that has not been started. */
  export function createAll(
    componente: Componente,
    configuracion?: object,
    opciones?: { scope?: Element | Document; onError?: (error: unknown) => void },
  ): object[];
}
