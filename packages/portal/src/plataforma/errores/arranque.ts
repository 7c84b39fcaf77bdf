/** The office cannot open, and whoever runs it can mend it: `message` says in Spanish what happened, `remedio` what to do. */
export class ErrorDeArranque extends Error {
  readonly remedio: string;

  constructor(mensaje: string, remedio: string, causa?: unknown) {
    super(mensaje, causa === undefined ? undefined : { cause: causa });
    this.name = 'ErrorDeArranque';
    this.remedio = remedio;
  }
}
